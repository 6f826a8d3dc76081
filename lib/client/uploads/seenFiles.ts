import { fileAddress } from '../../files/address.ts'

/** The files that were seen or fetched here, for offline (public/sw.js reads and fills it); a sign-out removes it. */
export const SEEN_FILES = 'sluice-pictures'

/** Removes the kept files of stories that may not be seen any more. */
export async function forgetFiles(workspace: string, stories: readonly string[]): Promise<void> {
  // No service worker on plain http, and no cache then.
  if (typeof caches === 'undefined' || stories.length === 0) return
  if (!(await caches.has(SEEN_FILES))) return
  const folders = stories.map((story) => fileAddress({ workspace, story, file: '' }))
  const cache = await caches.open(SEEN_FILES)
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (folders.some((folder) => pathname.startsWith(folder)))
      await cache.delete(request, { ignoreVary: true })
  }
}
