import type { NewCommand } from '#lib/domain/command.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import type { Flow } from '../domain.ts'
import type { Deed, DeedRow } from './deeds.ts'

/** What `command` asks takes this right; it names a session of `holdSessions` that can take it, so that only the right decides. */
function inSession(row: DeedRow, command: NewCommand, name: string = command.type): Deed {
  return { name, row: () => row, command: () => command }
}

const live = { session: 'live' } as const
const first = { session: 'live', story: 't1' } as const
const vote = { session: 'voting', story: 't1', round: 1 } as const

/** What can be done in a live session. Running it is tried by whoever facilitates, the rest by somebody who is there. */
export const SESSION_DEEDS: readonly Deed[] = [
  inSession('runSession', {
    type: 'scheduleSession',
    session: 'new',
    kind: 'meeting',
    name: 'Weekly',
  }),
  inSession('runSession', { type: 'rescheduleSession', session: 'upcoming', name: 'Later' }),
  inSession('runSession', { type: 'startSession', session: 'upcoming' }),
  inSession('runSession', { type: 'pauseSession', ...live }),
  inSession('runSession', { type: 'resumeSession', session: 'resting' }),
  inSession('runSession', { type: 'endSession', ...live }),
  inSession('runSession', { type: 'takeUpStory', ...live, story: 't2' }),
  inSession('runSession', { type: 'endReading', session: 'reading' }),
  inSession('runSession', { type: 'openVote', ...first }),
  inSession('runSession', { type: 'revealVotes', ...vote }),
  inSession('runSession', { type: 'concludeStory', ...first, outcome: { kind: 'parked' } }),
  inSession('runSession', { type: 'handOver', ...live, person: 'kim' }),
  inSession('runSession', { type: 'takeOver', session: 'abandoned' }),
  inSession('runSession', { type: 'giveFloor', ...live, person: 'ana' }),
  inSession('runSession', { type: 'moveOnAgenda', ...live, story: 't2', after: null }),
  inSession('runSession', { type: 'setTimeBox', ...live, story: 't2', minutes: 20 }),
  inSession('runSession', { type: 'lowerHand', ...live, person: 'ana' }, 'lowerHand (of another)'),
  inSession('takePart', { type: 'addToAgenda', ...live, story: 't3' }),
  inSession('takePart', { type: 'removeFromAgenda', ...live, story: 't2' }),
  inSession('takePart', { type: 'castVote', ...vote, value: 'ready' }),
  inSession('takePart', { type: 'askForTime', ...first }),
  inSession('takePart', {
    type: 'recordDecision',
    ...live,
    note: 'new',
    text: 'UTF-8 only',
    about: null,
  }),
  inSession('takePart', { type: 'parkTopic', ...live, note: 'new', text: 'Dates', about: null }),
  inSession('takePart', { type: 'captureTopic', ...live, note: 'topic', story: 'fresh' }),
  inSession('takePart', { type: 'joinSession', session: 'upcoming', as: 'participant' }),
  inSession('capture', { type: 'raiseHand', ...live }),
  inSession(
    'watch',
    { type: 'joinSession', session: 'upcoming', as: 'observer' },
    'joinSession (to watch)',
  ),
  inSession('watch', { type: 'leaveSession', ...live }),
  inSession('watch', { type: 'lowerHand', ...live, person: 'me' }, 'lowerHand (their own)'),
]

/** Holds a session in every state that the deeds need, as the owner. */
export function holdSessions(flow: Flow): void {
  for (const story of ['t1', 't2', 't3']) flow.put(story)
  for (const session of ['upcoming', 'live', 'resting', 'reading', 'voting', 'abandoned']) {
    flow.must({ type: 'scheduleSession', session, kind: 'meeting', name: session })
    for (const story of ['t1', 't2']) flow.must({ type: 'addToAgenda', session, story })
    if (session !== 'upcoming') flow.must({ type: 'startSession', session })
  }
  flow.must({ type: 'pauseSession', session: 'resting' })
  flow.must({ type: 'takeUpStory', session: 'reading', story: 't1', silent: 5 })
  flow.must({ type: 'openVote', session: 'voting', story: 't1' })
  flow.must({ type: 'castVote', ...vote, value: 'split' })
  flow.must({ type: 'raiseHand', session: 'live' })
  const topic = { session: 'live', note: 'topic', text: 'Dates', about: null } as const
  flow.must({ type: 'parkTopic', ...topic })
  flow.must({ type: 'leaveSession', session: 'abandoned' })
}

/** The sessions with `me` in them: facilitating, but for the one whose facilitator has left. */
export function sessionsWith(me: string, flow: Flow): ReadonlyMap<string, Session> {
  const here = { as: 'participant', joinedAt: 0, isHere: true, at: 0 } as const
  return new Map(
    [...flow.sessions].map(([id, session]) => [
      id,
      {
        ...session,
        facilitator: id === 'abandoned' ? session.facilitator : me,
        people: { ...session.people, [me]: here },
        agenda: session.agenda.map((item) => ({ ...item, addedBy: me })),
      },
    ]),
  )
}
