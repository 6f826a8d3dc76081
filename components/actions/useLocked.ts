import { refusalIn } from '#components/language/refusalText.ts'
import { useArea, useMe } from '#components/session/hooks.ts'
import { type Action, refusalOf } from '#lib/domain/permissions.ts'
import { worldOf } from './workplace.ts'

/**
 * Says in the language of the page why the person may not do something anywhere, and whom to ask; null when they may. What
 * `useWhyNot` is where the texts are not.
 */
export function useLocked(action: Action): string | null {
  const { id } = useMe()
  const area = useArea()
  if (area.phase !== 'ready') return null
  const world = worldOf(area)
  const roles = world.members.get(id)?.roles ?? []
  const refusal = refusalOf(world, { id, roles }, action)
  return refusal && refusalIn(refusal)
}
