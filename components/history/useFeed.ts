'use client'

import { useEffect, useMemo } from 'react'
import { request } from '#components/http/request.ts'
import { useReadable, useSync, useWorkspaceClient } from '#components/session/hooks.ts'
import type { HistoryPage } from '#lib/schema/history.ts'
import { Feed, type FeedView } from './feed.ts'
import { useReturns } from './useReturns.ts'

/**
 * Fetches history while `wanted`, and again whenever `news` is another value, the server is back, or the person is. `query` is what an
 * address has behind the question mark: another one is another history.
 */
export function useFeed(
  query: string,
  {
    wanted = true,
    news,
    pause,
  }: {
    readonly wanted?: boolean
    readonly news: unknown
    /** Between two looks at what is new, in ms. */
    readonly pause: number
  },
): { readonly view: FeedView; readonly feed: Feed } {
  const { workspaceId } = useWorkspaceClient()
  const feed = useMemo(
    () =>
      new Feed((before) => {
        const page = new URLSearchParams(query)
        if (before !== null) page.set('before', String(before))
        const path = `/workspaces/${encodeURIComponent(workspaceId)}/history`
        return request<HistoryPage>('GET', page.size === 0 ? path : `${path}?${page}`)
      }),
    [workspaceId, query],
  )
  const isOffline = useSync().kind === 'offline'
  const returns = useReturns()
  useEffect(() => {
    if (!wanted) return
    if (feed.view.get().phase === 'loading') void feed.refresh()
    else feed.refreshSoon(pause)
  }, [feed, wanted, news, isOffline, returns, pause])
  return { view: useReadable(feed.view), feed }
}
