'use client'

import { useEffect, useMemo } from 'react'
import { request } from '#components/http/request.ts'
import { useReadable, useSync, useWorkspaceClient } from '#components/session/hooks.ts'
import type { TrashPage } from '#lib/schema/history.ts'
import { TrashList, type TrashView } from './trashList.ts'
import { useReturns } from './useReturns.ts'

/** Between two looks at what is new, in ms. */
const PAUSE_MS = 600

/** Fetches the trash, and again whenever `news` is another value, the server is back, or the person is. */
export function useTrash(news: unknown): { readonly view: TrashView; readonly list: TrashList } {
  const { workspaceId } = useWorkspaceClient()
  const list = useMemo(
    () =>
      new TrashList((before) => {
        const path = `/workspaces/${encodeURIComponent(workspaceId)}/trash`
        const query = before === null ? '' : `?before=${encodeURIComponent(before)}`
        return request<TrashPage>('GET', path + query)
      }),
    [workspaceId],
  )
  const isOffline = useSync().kind === 'offline'
  const returns = useReturns()
  useEffect(() => {
    if (list.view.get().phase === 'loading') return void list.refresh()
    const timer = setTimeout(() => void list.refresh(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [list, news, isOffline, returns])
  return { view: useReadable(list.view), list }
}
