import { useTranslations } from 'use-intl/react'
import { worldOf } from '#components/actions/index.ts'
import { refusalText } from '#components/language/refusalText.ts'
import { useArea, useMe } from '#components/session/hooks.ts'
import { refusalOf } from '#lib/domain/permissions.ts'

/** Says why the person may not change what only owners and admins change, and whom to ask; null when they may. */
export function useLocked(): string | null {
  const t = useTranslations('words.refusals')
  const { id } = useMe()
  const area = useArea()
  if (area.phase !== 'ready') return null
  const world = worldOf(area)
  const roles = world.members.get(id)?.roles ?? []
  const refusal = refusalOf(world, { id, roles }, 'administer')
  return refusal && refusalText(t, refusal)
}
