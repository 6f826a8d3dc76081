import type { RefObject } from 'react'
import { type Action, defineAction, runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { Room } from '#components/live/room.ts'
import { castVote, whetherVoting } from '#components/live/sessionActions.ts'
import { firstReason, hasStory, isAwake, isPartaking, isTheirs } from '#components/live/whyNot.ts'
import { READINESS_CHOICES } from './choices.ts'
import type { AskedOutcome } from './outcomes.ts'

/** What keys do in the room of a meeting, besides what they do in every session. */
export interface MeetingTarget {
  readonly room: Room
  readonly decision: RefObject<HTMLInputElement | null>
  readonly topic: RefObject<HTMLInputElement | null>
  /** Asks what an outcome needs. */
  readonly ask: (outcome: AskedOutcome) => void
  /** Goes along with whoever facilitates, or stops. */
  readonly follow: () => void
}

const NAMES = ['ready', 'needsWork', 'split', 'unsure'] as const

const votes = READINESS_CHOICES.map((value, index): Action<MeetingTarget> => {
  const name = NAMES[index] ?? value
  return defineAction<MeetingTarget>({
    id: `meeting.vote.${name}`,
    group: 'Meeting',
    keys: [String(index + 1)],
    when: ({ room }) => whetherVoting(room),
    run: ({ room }) => void runAction(castVote, { room, value }),
  })
})

const outcomes = (
  [
    ['ready', 'Shift+R'],
    ['needs-work', 'Shift+W'],
    ['split', 'Shift+S'],
    ['wont-do', 'Shift+X'],
    ['parked', 'Shift+P'],
  ] as const
).map(([outcome, keys]) =>
  defineAction<MeetingTarget>({
    id: `meeting.outcome.${outcome === 'needs-work' ? 'needsWork' : outcome === 'wont-do' ? 'wontDo' : outcome}`,
    group: 'Meeting',
    keys: [keys],
    when: ({ room }) =>
      firstReason(
        () => isTheirs(room),
        () => hasStory(room),
        () => isAwake(room),
      ),
    run: ({ ask }) => ask(outcome),
  }),
)

/** What keys and the palette do in the room of a meeting. */
export const roomActions: readonly Action<MeetingTarget>[] = [
  ...votes,
  ...outcomes,
  defineAction<MeetingTarget>({
    id: 'meeting.decision',
    group: 'Meeting',
    keys: ['D'],
    words: 'note write',
    opensField: true,
    when: ({ room, decision }) =>
      isPartaking(room) === true ? decision.current !== null : isPartaking(room),
    run: ({ decision }) => decision.current?.focus(),
  }),
  defineAction<MeetingTarget>({
    id: 'meeting.topic',
    group: 'Meeting',
    keys: ['L'],
    words: 'park later',
    opensField: true,
    when: ({ room, topic }) =>
      isPartaking(room) === true ? topic.current !== null : isPartaking(room),
    run: ({ topic }) => topic.current?.focus(),
  }),
  defineAction<MeetingTarget>({
    id: 'meeting.follow',
    group: 'Meeting',
    keys: ['F'],
    when: ({ room }) =>
      firstReason(
        () => !room.isMine || textsOf('live.why')('youFacilitate'),
        () => hasStory(room),
      ),
    run: ({ follow }) => follow(),
  }),
]

/** True while this person can say what became of the current story. */
export function canConclude({ isMine, session }: Room): boolean {
  return isMine && session.phase.name === 'running'
}
