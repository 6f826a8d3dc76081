import type { Check } from '../policy.ts'
import type { Ballot } from './ballot.ts'

/**
 * A live session as everybody may see it who may join: a refinement meeting, or a planning session on one team's backlog.
 * Folded from the log like stories (I8). What somebody voted is nowhere in it until the round is revealed (MT6).
 */
export interface Session {
  readonly id: string
  readonly kind: SessionKind
  readonly name: string
  /** Whose backlog is planned; null for a meeting. Who may not know of the team knows nothing of the session. */
  readonly team: string | null
  /** When it is to begin, in ms since the epoch; null: whenever somebody starts it. */
  readonly startsAt: number | null
  readonly createdBy: string
  readonly createdAt: number
  /** Who runs it: a user's id. */
  readonly facilitator: string
  readonly phase: Phase
  /** In their order, each story once. */
  readonly agenda: readonly AgendaItem[]
  /** Everybody who was there, by their ids. */
  readonly people: Readonly<Record<string, Attendee>>
  /** Who would like to speak, whoever asked first in front. */
  readonly hands: readonly string[]
  /** Who has the floor; null: anybody. */
  readonly speaker: string | null
  readonly decisions: readonly Note[]
  /** The parking lot. */
  readonly topics: readonly Topic[]
}

export const SESSION_KINDS = ['meeting', 'planning'] as const
export type SessionKind = (typeof SESSION_KINDS)[number]

/** Where a session is. While it runs there is exactly one current story (MT2). */
export type Phase =
  | { readonly name: 'scheduled' }
  | Running
  | { readonly name: 'paused'; readonly at: number; readonly story: string; readonly step: Step }
  /** Every story has its outcome: decisions are still noted, more stories may be taken up. */
  | { readonly name: 'closing' }
  | { readonly name: 'ended'; readonly at: number }

export interface Running {
  readonly name: 'running'
  readonly story: string
  readonly step: Step
  /** Since when the clock of this story has been running. */
  readonly since: number
}

/** What people do with the current story while nobody votes. */
export type Step =
  { readonly name: 'reading'; readonly until: number } | { readonly name: 'discussing' }

export interface AgendaItem {
  readonly story: string
  readonly addedBy: string
  /** Its time box, extensions included. */
  readonly minutes: number
  /** How long it was the current story until its clock last stopped, in ms. */
  readonly spentMs: number
  /** Who wants more time for it, as a show of hands (MT4). */
  readonly asking: readonly string[]
  /** How many rounds were opened; the number of the newest one. */
  readonly rounds: number
  readonly vote: Vote | null
  readonly outcome: Outcome | null
}

/** A round of votes on one story. `voted`: who has; what, the server keeps. */
export type Vote =
  | {
      readonly phase: 'open'
      readonly round: number
      readonly voted: readonly string[]
      /** When a round that nobody has to be there for ends by itself, in ms; null: when it is revealed. */
      readonly deadline: number | null
    }
  | {
      readonly phase: 'revealed'
      readonly round: number
      readonly votes: Readonly<Record<string, Ballot>>
    }

export const OUTCOME_KINDS = [
  'ready',
  'needs-work',
  'split',
  'wont-do',
  'parked',
  'sized',
  'skipped',
] as const
export type OutcomeKind = (typeof OUTCOME_KINDS)[number]

/** What became of a story in a session. */
export interface Outcome {
  readonly kind: OutcomeKind
  readonly by: string
  readonly at: number
  /** Who does what is left to do, and until when (`YYYY-MM-DD`). */
  readonly owner: string | null
  readonly due: string | null
  readonly note: string | null
  /** The size that was agreed; only for `sized`. */
  readonly size: string | null
  /** The stories it was split into. */
  readonly into: readonly string[]
  /** What the gate missed and let pass; only for `ready`. */
  readonly missing: readonly Check[]
}

export interface Attendee {
  readonly as: 'participant' | 'observer'
  readonly joinedAt: number
  readonly isHere: boolean
  /** When they last came or went. */
  readonly at: number
}

export interface Note {
  readonly id: string
  readonly by: string
  readonly at: number
  readonly text: string
  /** The story it is about; null: none. */
  readonly story: string | null
}

/** Something for later. `idea`: the story it became. */
export interface Topic extends Note {
  readonly idea: string | null
}

/** Whose connection ends has so long to come back before they are taken to have left, in ms: a reload is no departure. */
export const LEFT_AFTER_MS = 5_000
/** So long after whoever facilitates has left others may take over, in ms: 30 s after they dropped out (MT5). */
export const HANDOVER_MS = 30_000 - LEFT_AFTER_MS
/** What a show of hands adds to a time box. */
export const EXTENSION_MINUTES = 5
export const MINUTES_DEFAULT = 10
export const MINUTES_MAX = 240
export const SILENT_MINUTES_MAX = 15
export const AGENDA_MAX = 100
export const NOTES_MAX = 200
/** So many sessions that are not over may stand beside each other. */
export const SESSIONS_MAX = 200
/** Longer session ids would not fit into the ids of what a session leaves behind. */
export const SESSION_ID_MAX_CHARACTERS = 40
