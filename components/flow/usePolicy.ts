import { useAreaFact } from '#components/session/hooks.ts'
import { DEFAULT_POLICY, type Policy } from '#lib/domain/policy.ts'

/** The workspace's settings of the flow; the default ones until they are known. */
export function usePolicy(): Policy {
  return useAreaFact((area) => (area.phase === 'ready' ? area.settings.policy : DEFAULT_POLICY))
}
