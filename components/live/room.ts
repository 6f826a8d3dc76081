'use client'

import { useCallback, useEffect, useMemo } from 'react'
import { tell, worldOf } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import { useArea, useMe } from '#components/session/hooks.ts'
import { useAsk, useLiveSession } from '#components/session/liveSession.ts'
import type { AskAnswer, NewSessionCommand } from '#lib/client/sessions/door.ts'
import type { LiveSession } from '#lib/client/sessions/liveSession.ts'
import { isAdministrator, isAllowed } from '#lib/domain/permissions.ts'
import type { Ballot } from '#lib/domain/sessions/ballot.ts'
import type { Attendee, Session } from '#lib/domain/sessions/session.ts'

/** What can be asked in a session; which one it is, is known. */
export type InSession = NewSessionCommand extends infer C
  ? C extends NewSessionCommand
    ? Omit<C, 'session'>
    : never
  : never

/** Asks the server. A refusal is said in a toast, and given, too. */
export type Send = (command: InSession) => Promise<AskAnswer>

/** A live session as one person is in it. */
export interface Room {
  readonly session: Session
  readonly live: LiveSession
  /** What this person voted in rounds that are not revealed, by story. */
  readonly own: Readonly<Record<string, Ballot>>
  /** False: the server has not answered on this connection; this is how it was, and nothing can be asked. */
  readonly isCurrent: boolean
  /** Their id. */
  readonly me: string
  /** They facilitate. */
  readonly isMine: boolean
  /** What whoever facilitates is called. */
  readonly facilitatorName: string
  /** They are there as a participant: their vote and hand count. */
  readonly takesPart: boolean
  /** They may facilitate such a session. */
  readonly mayRun: boolean
  readonly mayTakePart: boolean
  /** They may take over at any time (MT5). */
  readonly isAdmin: boolean
  readonly send: Send
}

export type RoomView =
  | { readonly phase: 'loading' }
  | { readonly phase: 'absent' }
  | { readonly phase: 'ready'; readonly room: Room }

/**
 * Opens a session for as long as the view is mounted. `as`: as what this person is there while it runs, by default as
 * whatever they may be; null: they only look at it from outside.
 */
export function useRoom(id: string, as: Attendee['as'] | null = 'participant'): RoomView {
  const { view, live } = useLiveSession(id)
  const { id: me } = useMe()
  const area = useArea()
  const send = useSend(id)
  const session = view.phase === 'ready' ? view.session : null
  const rights = useMemo(() => {
    if (area.phase !== 'ready' || !session) return null
    const world = worldOf(area)
    const actor = { id: me, roles: world.members.get(me)?.roles ?? [] }
    const spot = session.team === null ? {} : { team: session.team }
    return {
      mayRun: isAllowed(world, actor, 'runSession', spot),
      mayTakePart: isAllowed(world, actor, 'takePart', spot),
      isAdmin: isAdministrator(actor),
    }
  }, [area, me, session])
  const phase = session?.phase.name
  const isOn = phase === 'running' || phase === 'paused' || phase === 'closing'
  const mayTakePart = rights?.mayTakePart ?? null
  useEffect(() => {
    if (!live || mayTakePart === null) return
    live.attend(isOn && as !== null ? (mayTakePart ? as : 'observer') : null)
  }, [live, isOn, as, mayTakePart])
  if (view.phase === 'absent') return view
  if (view.phase === 'loading' || !live || !rights || area.phase !== 'ready') return OPENING
  const { own, isCurrent } = view
  const { team } = view.session
  // What was kept of a session of a team that this person may not see any more is not shown.
  if (!isCurrent && team !== null && !area.settings.teams.has(team)) return OPENING
  const attendee = view.session.people[me]
  const room: Room = {
    session: view.session,
    live,
    own,
    isCurrent,
    me,
    isMine: view.session.facilitator === me,
    facilitatorName:
      area.members.get(view.session.facilitator)?.name ?? textsOf('live.why')('somebody'),
    takesPart: attendee?.as === 'participant',
    ...rights,
    send,
  }
  return { phase: 'ready', room }
}

const OPENING: RoomView = { phase: 'loading' }

/** Gives what asks something of a session. */
export function useSend(session: string): Send {
  const ask = useAsk()
  return useCallback(
    async (command) => {
      const answer = await ask({ ...command, session } as NewSessionCommand)
      if (!answer.ok) tell({ ok: false, message: refusalIn(answer) })
      return answer
    },
    [ask, session],
  )
}
