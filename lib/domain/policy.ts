/** The checks of the Definition of Ready (RD2), in the order in which they are shown. */
export const CHECKS = [
  'value',
  'criteria',
  'questions',
  'theme',
  'persona',
  'design',
  'few-criteria',
  'acknowledged',
  'dependencies',
] as const
export type Check = (typeof CHECKS)[number]

export const CHECK_LEVELS = ['required', 'advisory', 'off'] as const
export type CheckLevel = (typeof CHECK_LEVELS)[number]

/** RD1: what the gate to Ready does when a required check is missing. */
export const GATE_MODES = ['off', 'warn', 'block'] as const
export type GateMode = (typeof GATE_MODES)[number]

/** The workspace's settings of the flow. */
export interface Policy {
  readonly gate: GateMode
  readonly checks: Readonly<Record<Check, CheckLevel>>
  /** More criteria than this suggest a split ("few-criteria"). */
  readonly mostCriteria: number
  /** Days after which a story in a stage is amber; twice as many are red. */
  readonly ageing: Readonly<Record<'idea' | 'refinement' | 'ready', number>>
}

/** `mostCriteria` is a whole number from 1 to this. */
export const CRITERIA_LIMIT = 100
/** Each limit of `ageing` is a whole number of days from 1 to this. */
export const AGEING_LIMIT_DAYS = 3_650

/** What a new workspace begins with (RD1, RD2, and the thresholds of Health). */
export const DEFAULT_POLICY: Policy = {
  gate: 'warn',
  checks: {
    value: 'required',
    criteria: 'required',
    questions: 'required',
    theme: 'required',
    persona: 'required',
    design: 'advisory',
    'few-criteria': 'advisory',
    acknowledged: 'advisory',
    dependencies: 'advisory',
  },
  mostCriteria: 8,
  ageing: { idea: 90, refinement: 21, ready: 30 },
}
