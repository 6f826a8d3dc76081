import { databaseName } from '../localStore.ts'
import { filesName } from '../uploads/jobStore.ts'
import { SEEN_FILES } from '../uploads/seenFiles.ts'

/**
 * Removes what this device keeps of a person's work: the databases of their workspaces, and the files of stories. Who is
 * signed in stays. What the server does not have is gone afterwards: ask first, and close the workspaces before.
 */
export async function removeKept(
  indexedDB: IDBFactory | null,
  userId: string,
  workspaceIds: readonly string[],
): Promise<void> {
  if (indexedDB) {
    const names = new Set(
      workspaceIds.flatMap((id) => [databaseName(userId, id), filesName(userId, id)]),
    )
    try {
      for (const { name } of await indexedDB.databases()) {
        if (name?.startsWith(databaseName(userId, ''))) names.add(name)
      }
    } catch {
      // Not every browser lists its databases; the person's workspaces are known anyway.
    }
    await Promise.all([...names].map((name) => removeDatabase(indexedDB, name)))
  }
  // The service worker's files of stories. Absent on plain http, where there is no worker either.
  await globalThis.caches?.delete(SEEN_FILES).catch(() => false)
}

/** Removes a database of this device; resolves also where it cannot be. */
export function removeDatabase(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = factory.deleteDatabase(name)
    // Blocked: it is removed as soon as the last tab has let go of it, which every tab of ours does when asked.
    for (const end of ['success', 'error', 'blocked'])
      request.addEventListener(end, () => resolve())
  })
}
