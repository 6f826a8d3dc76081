import type { WorkspaceClient } from '#lib/client/client.ts'

/** How long the page may take to become idle before files that wait are looked for, in ms. */
const PATIENCE = 3_000

/** Goes on with the files that an earlier page of this device could not send, once this page has nothing better to do. Gives the stop. */
export function resumeUploads(client: WorkspaceClient): () => void {
  let isStopped = false
  const begin = async () => {
    // Offline its code may be missing; the next page goes on.
    const code = await import('#lib/client/uploads/uploadsOf.ts').catch(() => null)
    if (code && !isStopped) code.uploadsOf(client)
  }
  const timer =
    typeof requestIdleCallback === 'function'
      ? requestIdleCallback(() => void begin(), { timeout: PATIENCE })
      : setTimeout(() => void begin(), PATIENCE)
  return () => {
    isStopped = true
    if (typeof cancelIdleCallback === 'function') cancelIdleCallback(timer as number)
    else clearTimeout(timer)
  }
}
