import { sniffPicture, SNIFFED_BYTES } from '../../files/sniff.ts'
import { SEEN_FILES } from './seenFiles.ts'

/** Keeps a file that was sent from here under the address it has now: it is seen and fetched offline at once. */
export async function keepFile(address: string, blob: Blob): Promise<void> {
  const head = new Uint8Array(await blob.slice(0, SNIFFED_BYTES).arrayBuffer())
  const type = sniffPicture(head)?.type ?? 'application/octet-stream'
  // No service worker on plain http, and no cache then.
  if (typeof caches === 'undefined') return
  try {
    const cache = await caches.open(SEEN_FILES)
    const headers = { 'Content-Type': type, 'Content-Length': String(blob.size) }
    await cache.put(address, new Response(blob, { headers }))
  } catch {
    // The browser has no room: it is fetched when it is seen next.
  }
}
