import type { WorkspaceEvent } from '#lib/domain/event.ts'
import { filingsDue } from '#lib/domain/filing.ts'
import { must } from '#lib/domain/must.ts'
import { commit } from './commit.ts'
import { fold, type Folded } from './fold.ts'
import type { Picture } from './picture.ts'
import { placed, type RunParts } from './run.ts'

/** So many stories are filed in one commit. */
const AT_ONCE = 500

/**
 * Files stories that have been closed for long (CL1), some of them. Gives what it led to, or null when none is due. `id` is
 * the id of the command that nobody gave. Rejects, with nothing changed, when storage does.
 */
export async function fileClosed(
  { storage }: RunParts,
  picture: Picture,
  { at, id }: { at: number; id: string },
): Promise<Folded | null> {
  const now = Math.max(at, picture.at)
  const due = filingsDue(picture.stories, picture.restored, now).slice(0, AT_ONCE)
  if (due.length === 0) return null
  const events = due.map((fact, index): WorkspaceEvent => {
    const { capturedBy } = must(picture.stories.get(fact.story), fact.story)
    return placed(fact, picture.seq + index + 1, { at: now, by: capturedBy, command: id })
  })
  const folded = fold(picture, events)
  const { by } = must(events[0], 'the first story to be filed')
  await commit(storage, picture, folded, { id, user: by, at: now })
  return folded
}
