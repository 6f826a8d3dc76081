import type { Ballot } from './ballot.ts'
import type { Outcome, SessionKind, Step } from './session.ts'

/**
 * What happened in a live session. `about` is a story on its agenda. No event ever has an unrevealed vote in it: that
 * somebody voted is told, what, is not (MT6).
 */
export type SessionFact =
  | {
      readonly type: 'SessionScheduled'
      readonly kind: SessionKind
      readonly name: string
      readonly startsAt: number | null
    }
  | {
      readonly type: 'SessionRescheduled'
      readonly name: string
      readonly startsAt: number | null
    }
  | { readonly type: 'AgendaAdded'; readonly about: string; readonly minutes: number }
  | { readonly type: 'AgendaRemoved'; readonly about: string }
  | { readonly type: 'AgendaMoved'; readonly about: string; readonly after: string | null }
  | { readonly type: 'TimeBoxSet'; readonly about: string; readonly minutes: number }
  | { readonly type: 'SessionStarted'; readonly about: string }
  | { readonly type: 'SessionPaused' }
  | { readonly type: 'SessionResumed' }
  | { readonly type: 'SessionEnded' }
  | { readonly type: 'StoryTakenUp'; readonly about: string; readonly step: Step }
  | { readonly type: 'ReadingEnded' }
  | {
      readonly type: 'VoteOpened'
      readonly about: string
      readonly round: number
      readonly deadline: number | null
    }
  | { readonly type: 'VoteCast' | 'VoteTakenBack'; readonly about: string; readonly round: number }
  | {
      readonly type: 'VotesRevealed'
      readonly about: string
      readonly round: number
      readonly votes: Readonly<Record<string, Ballot>>
    }
  | {
      readonly type: 'StoryConcluded'
      readonly about: string
      readonly outcome: Omit<Outcome, 'by' | 'at'>
    }
  | { readonly type: 'TimeAsked'; readonly about: string }
  /** Enough hands were up. */
  | { readonly type: 'TimeExtended'; readonly about: string; readonly minutes: number }
  | { readonly type: 'SessionJoined'; readonly as: 'participant' | 'observer' }
  /** By themselves, or because nothing was heard of them any more. */
  | { readonly type: 'SessionLeft' }
  | { readonly type: 'HandRaised' }
  | { readonly type: 'HandLowered' | 'FloorGiven'; readonly person: string }
  | { readonly type: 'FacilitatorChanged'; readonly from: string; readonly to: string }
  | {
      readonly type: 'DecisionRecorded' | 'TopicParked'
      readonly note: string
      readonly text: string
      readonly about: string | null
    }
  | { readonly type: 'TopicCaptured'; readonly note: string; readonly about: string }

/** The frame of every event of a session; `team` is whose backlog it plans, so that history knows who may be told. */
export interface OfSession {
  readonly story: null
  readonly session: string
  readonly team: string | null
}

/** True for an event of a live session. */
export function isOfSession<E extends object>(
  event: E,
): event is Extract<E, { readonly session: string }> {
  return 'session' in event
}
