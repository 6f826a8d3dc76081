'use client'

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { type AskAnswer, askingOf, type NewSessionCommand } from '#lib/client/sessions/asking.ts'
import type { LiveSession, SessionView } from '#lib/client/sessions/liveSession.ts'
import { holdSession } from '#lib/client/sessions/liveSessions.ts'
import type { ShownBy } from '#lib/client/sessions/shown.ts'
import { useSession } from './context.ts'

const LOADING: SessionView = { phase: 'loading' }
const NOBODY: readonly ShownBy[] = []
const nothing = () => () => {}

/**
 * Follows a live session for as long as the view is mounted. `live` is null in the first moment; being there is asked for
 * with `live.attend`.
 */
export function useLiveSession(id: string): {
  readonly view: SessionView
  readonly live: LiveSession | null
} {
  const { client } = useSession()
  const [held, setHeld] = useState<{ id: string; session: LiveSession } | null>(null)
  useEffect(() => {
    const { session, release } = holdSession(client, id)
    setHeld({ id, session })
    return () => {
      setHeld(null)
      release()
    }
  }, [client, id])
  const live = held && held.id === id ? held.session : null
  const view = useSyncExternalStore(
    live?.view.subscribe ?? nothing,
    live?.view.get ?? (() => LOADING),
    () => LOADING,
  )
  return { view, live }
}

/** True once it is clear that there is no connection: not in the moment before the first answer. */
export function useIsCutOff(): boolean {
  const { link } = useSession().client.live.options
  return useSyncExternalStore(link.subscribe, link.get, link.get) === 'offline'
}

/** What others show of themselves in a session at this moment; see `Shown`. */
export function useShown(live: LiveSession | null): readonly ShownBy[] {
  return useSyncExternalStore(
    live?.others.subscribe ?? nothing,
    live?.others.get ?? (() => NOBODY),
    () => NOBODY,
  )
}

/**
 * Gives what asks something of live sessions. The promise has the server's answer; without a connection it is a refusal at
 * once, and nothing is kept for later.
 */
export function useAsk(): (command: NewSessionCommand) => Promise<AskAnswer> {
  const { client } = useSession()
  return useCallback((command) => askingOf(client).ask(command), [client])
}

/**
 * The time by the server's clock, in ms since the epoch; moves on each second while `isRunning`. Until the server has told
 * the time, this device's own.
 */
export function useServerNow(isRunning = true): number {
  const { client } = useSession()
  const { offset } = askingOf(client)
  const [local, setLocal] = useState(() => Date.now())
  const ahead = useSyncExternalStore(offset.subscribe, offset.get, () => null) ?? 0
  useEffect(() => {
    if (!isRunning) return
    const tick = () => setLocal(Date.now())
    tick()
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [isRunning])
  return local + ahead
}
