import type { BallotChange } from '#lib/domain/sessions/ballot.ts'
import type { NewVersion, Storage } from '#server/storage/storage.ts'
import type { Folded } from './fold.ts'
import type { Picture } from './picture.ts'

/** What a command keeps that is in none of its events. */
interface Beside {
  readonly versions?: readonly NewVersion[]
  readonly ballot?: BallotChange | undefined
}

/**
 * Stores what events lead to, in one transaction, behind the event that the picture has seen last. `command` is what caused
 * them. Rejects, with nothing changed, when storage does.
 */
export async function commit(
  storage: Storage,
  picture: Picture,
  { events, stories, threads, inbox, sessions, nextNumber }: Folded,
  command: { readonly id: string; readonly user: string; readonly at: number },
  { versions = [], ballot }: Beside = {},
): Promise<void> {
  await storage.workspaces.commit({
    workspace: picture.workspace.id,
    expectedSeq: picture.seq,
    events,
    stories: [...stories.values()].filter((story) => story !== null),
    threads,
    inbox,
    versions,
    sessions: [...sessions.values()],
    ...(ballot && { ballot }),
    nextNumber,
    command,
  })
}
