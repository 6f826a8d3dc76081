import { type Action, defineAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { AskAnswer } from '#lib/client/sessions/door.ts'
import { isHandoverDue } from '#lib/domain/sessions/clock.ts'
import { currentItem } from './votes.ts'
import type { InSession, Room } from './room.ts'
import {
  firstReason,
  hasStory,
  isAwake,
  isPartaking,
  isRoundOpen,
  isTheirs,
  type Whether,
} from './whyNot.ts'

/** What keys and buttons in a session act on. */
export interface RoomTarget {
  readonly room: Room
  /** By the server's clock, in ms. */
  readonly now: number
}

/** Asks anything in a session: what forms, menus and rows do. `onAnswer` is told the answer; a refusal has been said by then. */
export const askInSession = defineAction<{
  readonly room: Room
  readonly command: InSession
  readonly onAnswer?: (answer: AskAnswer) => void
}>({
  id: 'session.ask',
  group: 'Meeting',
  keysOnly: true,
  run: ({ room, command, onAnswer }) => {
    void room.send(command).then(onAnswer)
  },
})

export const raiseHand = defineAction<RoomTarget>({
  id: 'session.hand',
  group: 'Meeting',
  keys: ['H'],
  words: 'speak floor lower',
  when: ({ room }) =>
    firstReason(
      () => isAwake(room),
      () => room.session.people[room.me]?.isHere === true || textsOf('live.why')('notHere'),
    ),
  run: ({ room: { session, me, send } }) => {
    const isUp = session.hands.includes(me) || session.speaker === me
    void send(isUp ? { type: 'lowerHand', person: me } : { type: 'raiseHand' })
  },
})

export const nextSpeaker = defineAction<RoomTarget>({
  id: 'session.nextSpeaker',
  group: 'Meeting',
  keys: ['Shift+H'],
  words: 'floor hand',
  when: ({ room }) =>
    firstReason(
      () => isTheirs(room),
      () => isAwake(room),
      () => hasHands(room) || textsOf('live.why')('noHands'),
    ),
  run: ({ room: { session, send } }) => {
    const [next] = session.hands
    if (next !== undefined) void send({ type: 'giveFloor', person: next })
    else if (session.speaker !== null) void send({ type: 'lowerHand', person: session.speaker })
  },
})

export const moreTime = defineAction<RoomTarget>({
  id: 'session.moreTime',
  group: 'Meeting',
  keys: ['T'],
  words: 'extend five minutes box',
  when: ({ room }) =>
    firstReason(
      () => hasStory(room),
      () => isAwake(room),
      () => isPartaking(room),
      () => !currentItem(room.session)?.asking.includes(room.me) || textsOf('live.why')('asked'),
    ),
  run: ({ room: { session, send } }) => {
    const item = currentItem(session)
    if (item) void send({ type: 'askForTime', story: item.story })
  },
})

export const pauseOrResume = defineAction<RoomTarget>({
  id: 'session.pause',
  group: 'Meeting',
  keys: ['P'],
  words: 'resume rest continue',
  when: ({ room }) =>
    firstReason(
      () => isTheirs(room),
      () => hasStory(room),
    ),
  run: ({ room: { session, send } }) =>
    void send({ type: session.phase.name === 'paused' ? 'resumeSession' : 'pauseSession' }),
})

export const openVote = defineAction<RoomTarget>({
  id: 'session.openVote',
  group: 'Meeting',
  keys: ['V'],
  words: 'again round poll',
  when: ({ room }) =>
    firstReason(
      () => isTheirs(room),
      () => hasStory(room),
      () => isAwake(room),
      () => currentItem(room.session)?.vote?.phase !== 'open' || textsOf('live.why')('isOpen'),
    ),
  run: ({ room: { session, send } }) => {
    const item = currentItem(session)
    if (item) void send({ type: 'openVote', story: item.story })
  },
})

export const revealVotes = defineAction<RoomTarget>({
  id: 'session.reveal',
  group: 'Meeting',
  keys: ['R'],
  words: 'show votes turn',
  when: ({ room }) =>
    firstReason(
      () => isTheirs(room),
      () => isRoundOpen(room),
      () => isAwake(room),
      () => hasVotes(room) || textsOf('live.why')('noVotes'),
    ),
  run: ({ room: { session, send } }) => {
    const item = currentItem(session)
    if (item?.vote) void send({ type: 'revealVotes', story: item.story, round: item.vote.round })
  },
})

export const takeUpNext = defineAction<RoomTarget>({
  id: 'session.next',
  group: 'Meeting',
  keys: ['N'],
  words: 'story agenda take up',
  when: ({ room }) =>
    firstReason(
      () => isTheirs(room),
      () => isAwake(room),
      () => nextOf(room) !== null || textsOf('live.why')('noNext'),
    ),
  run: ({ room }) => {
    const story = nextOf(room)
    if (story !== null) void room.send({ type: 'takeUpStory', story })
  },
})

export const takeOver = defineAction<RoomTarget>({
  id: 'session.takeOver',
  group: 'Meeting',
  words: 'facilitate',
  when: mayTakeOver,
  run: ({ room: { send } }) => void send({ type: 'takeOver' }),
})

/** What keys and the palette do in every session. Votes come apart, because what can be voted differs. */
export const sessionActions: readonly Action<RoomTarget>[] = [
  raiseHand,
  nextSpeaker,
  moreTime,
  pauseOrResume,
  openVote,
  revealVotes,
  takeUpNext,
  takeOver,
]

/** Votes on the current story; the same vote again takes it back. */
export const castVote = defineAction<{ readonly room: Room; readonly value: string }>({
  id: 'session.vote',
  group: 'Meeting',
  keysOnly: true,
  when: ({ room }) => whetherVoting(room),
  run: ({ room: { session, own, send }, value }) => {
    const item = currentItem(session)
    if (item?.vote?.phase !== 'open') return
    const { story, vote } = item
    const isSame = own[story]?.value === value
    void send({ type: 'castVote', story, round: vote.round, value: isSame ? null : value })
  },
})

/** True where whoever facilitates has dropped out, or this person may at any time (MT5). */
export function mayTakeOver({ room, now }: RoomTarget): boolean {
  const { session, isMine, mayRun, takesPart, isAdmin } = room
  return takesPart && mayRun && !isMine && (isAdmin || isHandoverDue(session, now))
}

/** True while this person can vote on the current story. */
export function isVoting({ session, takesPart }: Room): boolean {
  return takesPart && currentItem(session)?.vote?.phase === 'open'
}

/** Whether they can vote now; else why not. */
export function whetherVoting(room: Room): Whether {
  return firstReason(
    () => isPartaking(room),
    () => isRoundOpen(room),
  )
}

/** Gives the next story on the agenda without an outcome, besides the current one; null: none. */
export function nextOf({ session: { agenda, phase } }: Pick<Room, 'session'>): string | null {
  if (phase.name !== 'running' && phase.name !== 'closing') return null
  const current = phase.name === 'running' ? agenda.findIndex((i) => i.story === phase.story) : -1
  const inOrder = [...agenda.slice(current + 1), ...agenda.slice(0, Math.max(0, current))]
  return inOrder.find(({ outcome }) => outcome === null)?.story ?? null
}

function hasHands({ session: { hands, speaker } }: Room): boolean {
  return hands.length > 0 || speaker !== null
}

function hasVotes({ session }: Room): boolean {
  const vote = currentItem(session)?.vote
  return vote?.phase === 'open' && vote.voted.length > 0
}
