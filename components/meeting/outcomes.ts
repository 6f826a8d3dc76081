import type { OutcomeKind } from '#lib/domain/sessions/session.ts'

/** What becomes of a story in a meeting, as buttons have it. */
export const ASKED_OUTCOMES = ['ready', 'needs-work', 'split', 'wont-do', 'parked'] as const
export type AskedOutcome = (typeof ASKED_OUTCOMES)[number] & OutcomeKind
