import type { NewVersion, Storage } from '#server/storage/storage.ts'
import type { Folded } from './fold.ts'
import type { Picture } from './picture.ts'

/**
 * Stores what events lead to, in one transaction, behind the event that the picture has seen last. `command` is what caused
 * them. Rejects, with nothing changed, when storage does.
 */
export async function commit(
  storage: Storage,
  picture: Picture,
  { events, stories, threads, inbox, nextNumber }: Folded,
  command: { readonly id: string; readonly user: string; readonly at: number },
  versions: readonly NewVersion[] = [],
): Promise<void> {
  await storage.workspaces.commit({
    workspace: picture.workspace.id,
    expectedSeq: picture.seq,
    events,
    stories: [...stories.values()].filter((story) => story !== null),
    threads,
    inbox,
    versions,
    nextNumber,
    command,
  })
}
