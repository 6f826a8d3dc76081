import type { Confidence } from './ballot.ts'
import type { SessionKind } from './session.ts'

/** What can be asked about a live session. Ids of sessions, decisions and topics are chosen by the client. */
export type SessionCommand =
  | ScheduleSession
  | RescheduleSession
  | OnSession
  | AddToAgenda
  | OnAgenda
  | MoveOnAgenda
  | SetTimeBox
  | TakeUpStory
  | OpenVote
  | CastVote
  | RevealVotes
  | ConcludeStory
  | JoinSession
  | WithPerson
  | Noted
  | CaptureTopic

interface InSession {
  readonly id: string
  readonly session: string
}

export interface ScheduleSession extends InSession {
  readonly type: 'scheduleSession'
  readonly kind: SessionKind
  readonly name: string
  /** Only for planning. */
  readonly team?: string
  /** In ms since the epoch. */
  readonly startsAt?: number
}

/** Another name or time for one that has not begun; without `startsAt` it begins whenever somebody starts it. */
export interface RescheduleSession extends InSession {
  readonly type: 'rescheduleSession'
  readonly name: string
  /** In ms since the epoch. */
  readonly startsAt?: number
}

/** `endSession` of one that has not begun calls it off. `takeOver`: whoever facilitated has dropped out (MT5). */
export interface OnSession extends InSession {
  readonly type:
    | 'startSession'
    | 'pauseSession'
    | 'resumeSession'
    | 'endSession'
    | 'endReading'
    | 'leaveSession'
    | 'takeOver'
    | 'raiseHand'
}

export interface AddToAgenda extends InSession {
  readonly type: 'addToAgenda'
  readonly story: string
  readonly minutes?: number
}

/** `askForTime` is the show of hands for more of it (MT4). */
export interface OnAgenda extends InSession {
  readonly type: 'removeFromAgenda' | 'askForTime'
  readonly story: string
}

/** `after`: the story on the agenda that it then follows; null: it comes first. */
export interface MoveOnAgenda extends InSession {
  readonly type: 'moveOnAgenda'
  readonly story: string
  readonly after: string | null
}

/** `minutes`: how long the story may take from now on, what it has had already included. */
export interface SetTimeBox extends InSession {
  readonly type: 'setTimeBox'
  readonly story: string
  readonly minutes: number
}

export interface TakeUpStory extends InSession {
  readonly type: 'takeUpStory'
  readonly story: string
  /** So many minutes everybody reads before they talk. */
  readonly silent?: number
}

/** With `deadline` (ms) nobody has to be there: the round ends then by itself (PL4). */
export interface OpenVote extends InSession {
  readonly type: 'openVote'
  readonly story: string
  readonly deadline?: number
}

/** `value: null` takes one's vote back. */
export interface CastVote extends InSession {
  readonly type: 'castVote'
  readonly story: string
  readonly round: number
  readonly value: string | null
  readonly confidence?: Confidence
  readonly comment?: string
}

export interface RevealVotes extends InSession {
  readonly type: 'revealVotes'
  readonly story: string
  readonly round: number
}

export interface ConcludeStory extends InSession {
  readonly type: 'concludeStory'
  readonly story: string
  readonly outcome: NewOutcome
}

/** An outcome runs the command that does it anywhere else (MT8): the gate, reasons and rights are those. */
export type NewOutcome =
  | { readonly kind: 'ready'; readonly confirmed?: boolean; readonly override?: string }
  | {
      readonly kind: 'needs-work'
      readonly note: string
      readonly owner?: string
      /** `YYYY-MM-DD`. */
      readonly due?: string
    }
  | { readonly kind: 'split'; readonly into: readonly SplitPart[] }
  | { readonly kind: 'wont-do'; readonly reason: string; readonly revisitOn?: string }
  | { readonly kind: 'parked' | 'skipped'; readonly note?: string }
  | { readonly kind: 'sized'; readonly size: string }

/** A story that another one is split into: its id, chosen by the client, its title, and the criteria that go with it. */
export interface SplitPart {
  readonly story: string
  readonly title: string
  readonly criteria: readonly string[]
}

export interface JoinSession extends InSession {
  readonly type: 'joinSession'
  readonly as: 'participant' | 'observer'
}

/** Hands facilitation over, gives somebody the floor, or takes a hand down: one's own, or as facilitator another's. */
export interface WithPerson extends InSession {
  readonly type: 'handOver' | 'giveFloor' | 'lowerHand'
  readonly person: string
}

/** `note` is the new id of a decision or of a topic in the parking lot. */
export interface Noted extends InSession {
  readonly type: 'recordDecision' | 'parkTopic'
  readonly note: string
  readonly text: string
  readonly about: string | null
}

/** A topic of the parking lot becomes an idea. */
export interface CaptureTopic extends InSession {
  readonly type: 'captureTopic'
  readonly note: string
  readonly story: string
}

/** True for a command about a live session. */
export function isInSession<C extends object>(
  command: C,
): command is Extract<C, { readonly session: string }> {
  return 'session' in command
}
