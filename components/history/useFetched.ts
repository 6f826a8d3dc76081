'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { request } from '#components/http/request.ts'
import { useSync } from '#components/session/hooks.ts'
import { explain } from './feed.ts'

export type Fetched<T> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly message: string }
  /** `problem`: why what is shown may not be the latest; else null. */
  | { readonly phase: 'ready'; readonly value: T; readonly problem: string | null }

/** Between two looks at what is new, in ms. */
const GATHER_MS = 400

/**
 * Fetches what an address of the API has while `wanted`, and again whenever `news` is another value or the server is
 * back. What was fetched stays when fetching it again fails.
 */
export function useFetched<T>(
  path: string,
  { wanted = true, news = null }: { readonly wanted?: boolean; readonly news?: unknown } = {},
): { readonly fetched: Fetched<T>; readonly reload: () => Promise<void> } {
  const [{ of, fetched }, setState] = useState<{ of: string; fetched: Fetched<T> }>({
    of: path,
    fetched: LOADING,
  })
  const isOffline = useSync().kind === 'offline'
  const latest = useRef(0)
  const reload = useCallback(async () => {
    const turn = (latest.current += 1)
    const answer = await request<T>('GET', path)
    if (turn !== latest.current) return
    setState((before) => {
      if (answer.ok) {
        return { of: path, fetched: { phase: 'ready', value: answer.value, problem: null } }
      }
      const message = explain(answer)
      const { fetched: old } = before
      return before.of === path && old.phase === 'ready'
        ? { of: path, fetched: { ...old, problem: message } }
        : { of: path, fetched: { phase: 'failed', message } }
    })
  }, [path])
  const asked = useRef<{ path: string; timer: ReturnType<typeof setTimeout> | null } | null>(null)
  useEffect(() => {
    if (!wanted) return
    if (asked.current?.path !== path) {
      asked.current = { path, timer: null }
      void reload()
      return
    }
    // Once for all that is new meanwhile.
    asked.current.timer ??= setTimeout(() => {
      if (asked.current) asked.current.timer = null
      void reload()
    }, GATHER_MS)
  }, [path, reload, wanted, news, isOffline])
  return { fetched: of === path ? fetched : LOADING, reload }
}

const LOADING = { phase: 'loading' } as const
