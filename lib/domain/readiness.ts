import { type DocumentFacts, NO_FACTS } from './facts.ts'
import { type Check, CHECKS, type Policy } from './policy.ts'
import { type Acknowledged, SIDES, type Story } from './story.ts'

/** RD2: the Definition of Ready of one story, evaluated. Kept with the story, so that lists carry it. */
export interface Readiness {
  /** Required checks that are met, and how many there are. */
  readonly met: number
  readonly of: number
  /** Required checks that are missing, in the order of CHECKS. */
  readonly missing: readonly Check[]
  /** Advisory checks that are missing. */
  readonly advice: readonly Check[]
}

/** What readiness looks at. RD3: size is not among it. */
export interface Judged {
  readonly facts: DocumentFacts | null
  readonly theme: string | null
  readonly persona: string | null
  readonly dependencies: readonly string[] | null
  readonly acknowledged: Acknowledged
}

/** Evaluates the Definition of Ready. Pure: the browser, the gate and the cards all ask this. */
export function readinessOf(story: Judged, policy: Policy): Readiness {
  const missing: Check[] = []
  const advice: Check[] = []
  let required = 0
  for (const check of CHECKS) {
    const level = policy.checks[check]
    if (level === 'off') continue
    if (level === 'required') required += 1
    if (isMet(check, story, policy)) continue
    ;(level === 'required' ? missing : advice).push(check)
  }
  return { met: required - missing.length, of: required, missing, advice }
}

/** True when a story meets one check, whatever its level. */
export function isMet(check: Check, story: Judged, policy: Policy): boolean {
  const facts = story.facts ?? NO_FACTS
  switch (check) {
    case 'value':
      return facts.hasValue
    case 'criteria':
      return facts.criteria > 0
    case 'questions':
      return facts.blockingQuestions === 0
    case 'theme':
      return story.theme !== null
    case 'persona':
      return story.persona !== null
    case 'design':
      return facts.design !== 'missing'
    case 'few-criteria':
      return facts.criteria <= policy.mostCriteria
    case 'acknowledged':
      return SIDES.every((side) => story.acknowledged[side] !== undefined)
    case 'dependencies':
      return story.dependencies !== null
  }
}

/** RD6: the criteria are no longer those that the team sized or started. */
export function changedSinceSized({ agreed, facts }: Pick<Story, 'agreed' | 'facts'>): boolean {
  return agreed !== null && agreed !== (facts ?? NO_FACTS).digest
}

/** What is missing where a check is not met, as part of a sentence. */
const MISSING: Record<Check, string> = {
  value: 'the customer value is not written',
  criteria: 'there is no acceptance criterion',
  questions: 'a blocking question is open',
  theme: 'it has no theme',
  persona: 'nobody has said which persona it is for',
  design: 'no design is linked or attached',
  'few-criteria': 'it has more criteria than one story should',
  acknowledged: 'product, design and engineering have not all acknowledged it',
  dependencies: 'nobody has said what it waits for',
}

/** Gives what is missing as one phrase: "it has no theme; a blocking question is open". */
export function missingInWords(missing: readonly Check[]): string {
  return missing.map((check) => MISSING[check]).join('; ')
}
