import { textsOf } from '#components/language/loaded.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import { useAreaFact, useMe } from '#components/session/hooks.ts'
import { type Action, refusalOf, type Spot } from '#lib/domain/permissions.ts'
import { worldOf } from './workplace.ts'

/**
 * Says why the signed-in person may not do something, and whom to ask ("Only product managers … Ask Ana."); null when they
 * may. To grey out and explain before anyone tries; the rule is the server's own (I3).
 */
export function useWhyNot(action: Action, spot: Spot = {}): string | null {
  const { id } = useMe()
  return useAreaFact((area) => {
    if (area.phase !== 'ready') return textsOf('flow.why')('loading')
    const world = worldOf(area)
    const roles = world.members.get(id)?.roles ?? []
    const no = refusalOf(world, { id, roles }, action, spot)
    return no && refusalIn(no)
  })
}
