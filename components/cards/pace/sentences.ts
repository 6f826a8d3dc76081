import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { inAList } from '#components/language/pageLanguage.ts'
import type { Capacity, Load, Unit } from '#lib/domain/capacity.ts'

/** So many stories are called by their key, the others counted. */
const NAMED = 5

/** Gives an amount of work: "8 points", "3 stories". */
export function amount(count: number, unit: Unit): string {
  return textsOf('pace')(unit, { count })
}

/** Gives how much of the capacity is planned: "18 of 21 points"; what is planned alone where the capacity is unknown. */
export function plannedInWords(sum: number, unit: Unit, capacity: Capacity): string {
  if (capacity.kind === 'unknown') return amount(sum, unit)
  return textsOf('pace')(unit === 'points' ? 'ofPoints' : 'ofStories', { sum, mean: capacity.mean })
}

/** Gives in words what a sum means beside the capacity: room for more, full, or over it; or why nobody can say. */
export function standing(sum: number, unit: Unit, capacity: Capacity): string {
  const t = textsOf('pace')
  if (capacity.kind === 'unknown') return t(`unknown.${capacity.why}`)
  const left = capacity.mean - sum
  if (left < 0) return t('overMeans', { by: amount(-left, unit) })
  return left === 0 ? t('fullMeans') : t('leftMeans', { left: amount(left, unit) })
}

/** Gives which stories a sum leaves out, and why; null for none. */
export function unsizedInWords({ unsized }: Load): string | null {
  if (unsized.length === 0) return null
  const t = textsOf('pace')
  const names = unsized.slice(0, NAMED).map(storyName)
  if (unsized.length > NAMED) names.push(t('more', { count: unsized.length - NAMED }))
  return t('unsized', { count: unsized.length, stories: inAList(names) })
}
