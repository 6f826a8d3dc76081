import type { NewEvent, WorkspaceEvent } from '#lib/domain/event.ts'
import { departureOf } from '#lib/domain/sessions/people.ts'
import { roundsDue } from '#lib/domain/sessions/vote.ts'
import { commit } from './commit.ts'
import { fold, type Folded } from './fold.ts'
import type { Picture } from './picture.ts'
import { placed, type RunParts } from './run.ts'

/** When something happens by itself, and the id of the command that nobody gave. */
interface ByItself {
  readonly at: number
  readonly id: string
}

/**
 * Records that somebody is not in a session any more of whom nothing was heard. Gives what it led to; null where they had
 * left already. Rejects, with nothing changed, when storage does.
 */
export async function depart(
  { storage }: RunParts,
  picture: Picture,
  { session: name, person }: { readonly session: string; readonly person: string },
  frame: ByItself,
): Promise<Folded | null> {
  const session = picture.sessions.get(name)
  const facts = session ? departureOf(session, person) : []
  return record(
    storage,
    picture,
    facts.map((fact) => ({ by: person, fact })),
    frame,
  )
}

/**
 * [PL4] Ends the rounds of votes whose deadline has come. Gives what it led to, or null when none has. Rejects, with
 * nothing changed, when storage does.
 */
export async function endRounds(
  { storage }: RunParts,
  picture: Picture,
  frame: ByItself,
): Promise<Folded | null> {
  return record(storage, picture, roundsDue(picture, Math.max(frame.at, picture.at)), frame)
}

async function record(
  storage: RunParts['storage'],
  picture: Picture,
  facts: readonly { readonly by: string; readonly fact: NewEvent }[],
  { at, id }: ByItself,
): Promise<Folded | null> {
  const [first] = facts
  if (!first) return null
  const now = Math.max(at, picture.at)
  const events = facts.map(({ by, fact }, index): WorkspaceEvent =>
    placed(fact, picture.seq + index + 1, { at: now, by, command: id }),
  )
  const folded = fold(picture, events)
  await commit(storage, picture, folded, { id, user: first.by, at: now })
  return folded
}
