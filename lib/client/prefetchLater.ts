import type { PrefetchOptions } from './prefetch.ts'

/**
 * Brings prose ahead (`Prefetch`) once the page is idle and the code of it is there: no first picture waits for it. Close it
 * to stop; resolves when nothing of it is under way any more.
 */
export function prefetchLater(options: Omit<PrefetchOptions, 'limit'> & { limit?: number }): {
  close(): Promise<void>
} {
  let isClosed = false
  let begun: Promise<{ close(): Promise<void> } | null> = Promise.resolve(null)
  const begin = async () => {
    const { Prefetch, PREFETCH_LIMIT } = await import('./prefetch.ts')
    return isClosed ? null : new Prefetch({ limit: PREFETCH_LIMIT, ...options })
  }
  const stop = options.environment.onIdle(() => {
    // Without a network its code does not come, and there is nothing to bring: the next visit does.
    begun = begin().catch(() => null)
  })
  return {
    async close() {
      isClosed = true
      stop()
      await (await begun)?.close()
    },
  }
}
