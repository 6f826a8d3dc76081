import { accept, type Case, type Decision } from '../decision.ts'
import { refusalOf } from '../permissions.ts'
import { AGEING_LIMIT_DAYS, CHECKS, CRITERIA_LIMIT, type Policy } from '../policy.ts'
import { refuse } from '../refusal.ts'
import type { SetPolicy } from '../settingsCommand.ts'

/** Replaces the parts of the policy that are given (RD1, RD2). */
export function setPolicy({ state, actor }: Case, command: SetPolicy): Decision {
  const no = refusalOf(state, actor, 'administer')
  if (no) return no
  const from = state.settings.policy
  const checks = { ...from.checks, ...command.policy.checks }
  const ageing = { ...from.ageing, ...command.policy.ageing }
  const to: Policy = { ...from, ...command.policy, checks, ageing }
  if (!isWhole(to.mostCriteria, CRITERIA_LIMIT)) {
    return refuse(
      'invalid',
      `"mostCriteria" is ${to.mostCriteria}; it must be a whole number from 1 to ${CRITERIA_LIMIT}. Nothing was changed.`,
    )
  }
  for (const [stage, days] of Object.entries(to.ageing)) {
    if (isWhole(days, AGEING_LIMIT_DAYS)) continue
    return refuse(
      'invalid',
      `"ageing.${stage}" is ${days}; it must be a whole number of days from 1 to ${AGEING_LIMIT_DAYS.toLocaleString('en')}. Nothing was changed.`,
    )
  }
  if (isSame(from, to)) return accept()
  return accept({ story: null, type: 'PolicySet', from, to })
}

function isWhole(value: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= most
}

function isSame(a: Policy, b: Policy): boolean {
  return (
    a.gate === b.gate &&
    a.mostCriteria === b.mostCriteria &&
    CHECKS.every((check) => a.checks[check] === b.checks[check]) &&
    a.ageing.idea === b.ageing.idea &&
    a.ageing.refinement === b.ageing.refinement &&
    a.ageing.ready === b.ageing.ready
  )
}
