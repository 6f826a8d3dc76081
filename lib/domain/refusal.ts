import type { Check } from './policy.ts'

/**
 * An expected "no". It is a value, never an exception: it reaches the person as a sentence.
 * `code` is stable (tests and integrations rely on it), `message` says what happened and what to do next,
 * `who` names the people who could do it instead, as a sentence calls them (empty when nobody could).
 */
export interface Refusal {
  readonly ok: false
  readonly code: RefusalCode
  readonly message: string
  readonly who: readonly string[]
  /** What was refused (code `notAllowed`): with `who` all that a page needs to say it in another language than `message`. */
  readonly action?: string
  /** The same, where a product manager is in force: then only product managers may do what else every member may. */
  readonly isManaged?: true
  /** The required checks that are missing (code `notReady`, RD4). */
  readonly missing?: readonly Check[]
}

export const REFUSAL_CODES = [
  'invalid',
  'notFound',
  'inTrash',
  'notInTrash',
  'idTaken',
  'titleEmpty',
  'titleTooLong',
  'reasonMissing',
  'reasonTooLong',
  'alreadyThere',
  'moveNotAllowed',
  'placeNotFound',
  'badDate',
  'badDuplicate',
  'notAllowed',
  /** RD1: required checks are missing; `confirmed` (warn) or `override` (block) lets it through. */
  'notReady',
  /** ST5: size and schedule exist only on a team backlog. */
  'notOnTeam',
  /** QU3: stories are quiet in Idea, Refinement and Ready only. */
  'neverQuiet',
  'teamNotFound',
  'teamNotEmpty',
  'stepNotFound',
  'badSteps',
  'badSize',
  'badSchedule',
  'themeNotFound',
  'personaNotFound',
  'templateNotFound',
  'tooManyTemplates',
  /** VW1: it is not there, or it is another person's own. */
  'viewNotFound',
  'tooManyViews',
  'textEmpty',
  'memberNotFound',
  /** VE1: it thinned out, or it is not for this person. */
  'versionNotFound',
  'nameEmpty',
  'nameTaken',
  'nameTooLong',
  'textTooLong',
  'badLabels',
  'badDependencies',
  'commentEmpty',
  'commentTooLong',
  'commentNotFound',
  'threadNotFound',
  'badAnchor',
  'badSuggestion',
  'noSuggestion',
  'alreadySettled',
  'badReaction',
  /** A list that people fill (threads of a story, comments of a thread) is full. */
  'tooMuch',
  /** It is not there, or it is of a team that this person may not know of. */
  'sessionNotFound',
  /** What the session is doing now does not go with it. */
  'wrongMoment',
  /** MT5: only whoever facilitates may, or they are still here. */
  'notFacilitator',
  'notInSession',
  'notOnAgenda',
  'agendaEmpty',
  'badVote',
  'badDeadline',
  'noVotes',
  'badOutcome',
  'noteNotFound',
  /** Nobody changes their own role, so that the last owner stays, too. */
  'ownRole',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** Makes a refusal. */
export function refuse(code: RefusalCode, message: string, who: readonly string[] = []): Refusal {
  return { ok: false, code, message, who }
}
