import { CHECKS, type Policy } from '../policy.ts'
import { stageName } from './known.ts'
import { type Phrase, phrase } from './told.ts'

/** Gives what is different between two policies, a phrase each. */
export function policyChanges(from: Policy, to: Policy): Phrase[] {
  const changes: Phrase[] = []
  if (from.gate !== to.gate) {
    const modes = { from: phrase(`gate-${from.gate}`), to: phrase(`gate-${to.gate}`) }
    changes.push(phrase('policyChange', { what: phrase('gate'), ...modes }))
  }
  for (const check of CHECKS) {
    const [before, after] = [from.checks[check], to.checks[check]]
    if (before === after) continue
    const levels = { from: phrase(`level-${before}`), to: phrase(`level-${after}`) }
    changes.push(phrase('policyChange', { what: phrase(`check-${check}`), ...levels }))
  }
  if (from.mostCriteria !== to.mostCriteria) {
    changes.push(phrase('mostCriteria', { to: to.mostCriteria, from: from.mostCriteria }))
  }
  for (const stage of ['idea', 'refinement', 'ready'] as const) {
    const [before, after] = [from.ageing[stage], to.ageing[stage]]
    if (before === after) continue
    changes.push(phrase('ages', { stage: stageName(stage), to: after, from: before }))
  }
  return changes
}
