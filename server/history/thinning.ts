import { outlived } from '#lib/domain/versions.ts'
import type { Storage } from '#server/storage/storage.ts'

/** Takes away the versions of a story that have had their time at `now`, in ms (VE4). */
export async function thinStory(
  { workspaces }: Pick<Storage, 'workspaces'>,
  { workspace, story }: { readonly workspace: string; readonly story: string },
  now: number,
): Promise<void> {
  const versions = (await workspaces.versions(workspace, story)).map((version) => ({
    ...version,
    isLasting: version.cause !== 'VersionKept' || version.name !== null,
  }))
  const gone = outlived(versions, now)
  if (gone.length > 0) await workspaces.dropVersions(workspace, story, gone)
}

/** The same for every story: one that nobody writes in any more grows old, too. */
export async function thinAll(storage: Pick<Storage, 'workspaces'>, now: number): Promise<void> {
  for (const place of await storage.workspaces.thinnable()) await thinStory(storage, place, now)
}
