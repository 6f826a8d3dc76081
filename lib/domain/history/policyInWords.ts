import { type Check, CHECKS, type Policy } from '../policy.ts'
import { STAGE_NAMES } from '../stage.ts'
import { count } from './told.ts'

/** Gives what is different between two policies, a phrase each. */
export function policyChanges(from: Policy, to: Policy): string[] {
  const changes: string[] = []
  if (from.gate !== to.gate) changes.push(`the gate from ${from.gate} to ${to.gate}`)
  for (const check of CHECKS) {
    const [before, after] = [from.checks[check], to.checks[check]]
    if (before !== after) changes.push(`${CHECK_WORDS[check]} from ${before} to ${after}`)
  }
  if (from.mostCriteria !== to.mostCriteria) {
    changes.push(
      `at most ${count(to.mostCriteria, 'criterion', 'criteria')}, not ${from.mostCriteria}`,
    )
  }
  for (const stage of ['idea', 'refinement', 'ready'] as const) {
    const [before, after] = [from.ageing[stage], to.ageing[stage]]
    if (before === after) continue
    changes.push(`${STAGE_NAMES[stage]} ages after ${count(after, 'day')}, not ${before}`)
  }
  return changes
}

const CHECK_WORDS: Record<Check, string> = {
  value: 'customer value',
  criteria: 'acceptance criteria',
  questions: 'blocking questions',
  theme: 'theme',
  persona: 'persona',
  design: 'design',
  'few-criteria': 'number of criteria',
  acknowledged: 'acknowledgements',
  dependencies: 'dependencies',
}
