import { describe, expect, it } from 'vitest'
import { availability } from '#components/actions/action.ts'
import type { Room } from '#components/live/room.ts'
import { sessionActions, takeOver } from '#components/live/sessionActions.ts'
import { type MeetingTarget, roomActions } from '#components/meeting/roomActions.ts'
import type { AgendaItem, Phase, Session } from '#lib/domain/sessions/session.ts'

const here = { joinedAt: 0, isHere: true, at: 0 } as const
const item = (story: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  story,
  addedBy: 'ana',
  minutes: 10,
  spentMs: 0,
  asking: [],
  rounds: 0,
  vote: null,
  outcome: null,
  ...more,
})
const DISCUSSING = { name: 'discussing' } as const
const RUNNING: Phase = { name: 'running', story: 'a', step: DISCUSSING, since: 0 }
const PAUSED: Phase = { name: 'paused', at: 0, story: 'a', step: DISCUSSING }
const CLOSING: Phase = { name: 'closing' }

const session = (phase: Phase, first: Partial<AgendaItem> = {}): Session => ({
  id: 'm',
  kind: 'meeting',
  name: 'Weekly',
  team: null,
  startsAt: null,
  createdBy: 'ana',
  createdAt: 0,
  facilitator: 'ana',
  phase,
  agenda: [item('a', first), item('b')],
  people: { ana: { as: 'participant', ...here }, bo: { as: 'participant', ...here } },
  hands: [],
  speaker: null,
  decisions: [],
  topics: [],
})

function room(known: Session, more: Partial<Room> = {}): Room {
  return {
    session: known,
    live: {} as never,
    own: {},
    isCurrent: true,
    me: 'ana',
    isMine: true,
    facilitatorName: 'Ana Ferreira',
    takesPart: true,
    mayRun: true,
    mayTakePart: true,
    isAdmin: false,
    send: () => Promise.resolve({ ok: true }),
    ...more,
  }
}

const asBo = { me: 'bo', isMine: false } as const
const asWatcher = { ...asBo, takesPart: false } as const

/** Gives what each key says of itself, by the action it does; true: it goes. */
function answersIn(one: Room): Map<string, string | boolean> {
  const field = { current: {} as HTMLInputElement }
  const target: MeetingTarget = {
    room: one,
    decision: field,
    topic: field,
    ask: () => {},
    follow: () => {},
  }
  const answers = new Map<string, string | boolean>()
  const look = (id: string, found: ReturnType<typeof availability>) =>
    answers.set(id, found.kind === 'explained' ? found.reason : found.kind === 'available')
  for (const action of sessionActions) {
    if (action !== takeOver) look(action.id, availability(action, { room: one, now: 0 }))
  }
  for (const action of roomActions) look(action.id, availability(action, target))
  return answers
}

describe('[MT11] a key in a session', () => {
  it('goes, or says why not: whatever the session does, and whoever presses it', () => {
    const open = { vote: { phase: 'open', round: 1, voted: [], deadline: null } } as const
    for (const phase of [RUNNING, PAUSED, CLOSING]) {
      for (const first of [{}, open]) {
        for (const who of [{}, asBo, asWatcher, { ...asWatcher, mayTakePart: false }]) {
          const silent = [...answersIn(room(session(phase, first), who))].filter(
            ([, answer]) => answer === false,
          )
          expect(silent, `${phase.name} ${JSON.stringify(who)}`).toEqual([])
        }
      }
    }
  })

  it('says in a session that rests that it rests, and to the others for whom they wait', () => {
    const mine = answersIn(room(session(PAUSED)))
    for (const id of [
      'session.openVote',
      'session.next',
      'session.hand',
      'meeting.outcome.ready',
    ]) {
      expect(mine.get(id)).toBe('The session is paused. Go on with it first (P).')
    }
    expect(mine.get('session.pause')).toBe(true)
    const bos = answersIn(room(session(PAUSED), asBo))
    expect(bos.get('session.moreTime')).toBe(
      'The session is paused until Ana Ferreira goes on with it.',
    )
    expect(bos.get('session.openVote')).toBe('Only Ana Ferreira, who facilitates, can do this.')
  })

  it('says of a vote that none is open, and to whoever watches how to take part', () => {
    expect(answersIn(room(session(RUNNING))).get('meeting.vote.ready')).toBe('No vote is open.')
    const watcher = answersIn(room(session(RUNNING), asWatcher))
    expect(watcher.get('meeting.vote.ready')).toContain('You only watch.')
    const viewer = answersIn(room(session(RUNNING), { ...asWatcher, mayTakePart: false }))
    expect(viewer.get('meeting.decision')).toContain('Your role lets you watch')
  })
})
