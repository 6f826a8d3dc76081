import type { WorkspaceEvent } from '#lib/domain/event.ts'
import { revisitsDue } from '#lib/domain/inbox/revisit.ts'
import { must } from '#lib/domain/must.ts'
import { commit } from './commit.ts'
import { fold, type Folded } from './fold.ts'
import type { Picture } from './picture.ts'
import { placed, type RunParts } from './run.ts'

/**
 * Reminds of the stories whose day to be looked at again has come (IN7). Gives what it led to, or null when none is due.
 * `id` is the id of the command that nobody gave. Rejects, with nothing changed, when storage does.
 */
export async function remind(
  { storage }: RunParts,
  picture: Picture,
  { at, id }: { at: number; id: string },
): Promise<Folded | null> {
  const now = Math.max(at, picture.at)
  const today = new Date(now).toISOString().slice(0, 'YYYY-MM-DD'.length)
  const due = revisitsDue(picture.stories.values(), picture.reminded, today)
  if (due.length === 0) return null
  const events = due.map((fact, index): WorkspaceEvent => {
    const story = must(picture.stories.get(fact.story), fact.story)
    const by = story.setAsideBy ?? story.capturedBy
    return placed(fact, picture.seq + index + 1, { at: now, by, command: id })
  })
  const folded = fold(picture, events)
  const { by } = must(events[0], 'the first reminder')
  await commit(storage, picture, folded, { id, user: by, at: now })
  return folded
}
