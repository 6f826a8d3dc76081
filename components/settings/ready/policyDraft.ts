import { CHECKS, type Policy } from '#lib/domain/policy.ts'

/** What has been changed and not saved: only that, so that what others change meanwhile stays. */
export type PolicyDraft = Partial<Omit<Policy, 'checks' | 'ageing'>> & {
  readonly checks?: Partial<Policy['checks']>
  readonly ageing?: Partial<Policy['ageing']>
}

/** Gives the policy as it would be with a draft. */
export function withDraft(policy: Policy, draft: PolicyDraft): Policy {
  return {
    ...policy,
    ...draft,
    checks: { ...policy.checks, ...draft.checks },
    ageing: { ...policy.ageing, ...draft.ageing },
  }
}

/** Adds a change to a draft. */
export function mergeDrafts(draft: PolicyDraft, change: PolicyDraft): PolicyDraft {
  return {
    ...draft,
    ...change,
    checks: { ...draft.checks, ...change.checks },
    ageing: { ...draft.ageing, ...change.ageing },
  }
}

/** True when saving the draft would change nothing. */
export function isSamePolicy(a: Policy, b: Policy): boolean {
  return (
    a.gate === b.gate &&
    a.mostCriteria === b.mostCriteria &&
    CHECKS.every((check) => a.checks[check] === b.checks[check]) &&
    AGEING_STAGES.every((stage) => a.ageing[stage] === b.ageing[stage])
  )
}

/** The stages that a story can grow old in. */
export const AGEING_STAGES = ['idea', 'refinement', 'ready'] as const
