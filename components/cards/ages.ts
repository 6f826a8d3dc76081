import { textsOf } from '#components/language/loaded.ts'
import { type AgeTone, toneOfAge } from '#lib/domain/ageing.ts'
import type { Policy } from '#lib/domain/policy.ts'
import type { Stage } from '#lib/domain/stage.ts'

export { type AgeTone, daysBetween } from '#lib/domain/ageing.ts'

/** How loudly each is written. */
export const AGE_CLASSES: Record<AgeTone, string> = {
  calm: 'text-subtle',
  amber: 'text-idea',
  red: 'font-medium text-danger',
}

/** Gives the short form on a card: "" on the first day, then "14d", "5mo", "2y". */
export function shortAge(days: number): string {
  if (days < 1) return ''
  const t = textsOf('flow.age')
  if (days < 100) return t('days', { count: days })
  if (days < 730) return t('months', { count: Math.floor(days / 30.44) })
  return t('years', { count: Math.floor(days / 365.25) })
}

/** Gives the words for a tooltip or a screen reader: "In Refinement for 14 days". `home` as people call it. */
export function longAge(days: number, home: string): string {
  const t = textsOf('flow.age')
  return days < 1 ? t('today', { home }) : t('long', { home, days })
}

/** Gives the emphasis of an age in a stage, by the limits of the policy (HE4). Won't do does not age. */
export function ageTone(stage: Stage, days: number, ageing: Policy['ageing']): AgeTone {
  return toneOfAge(days, stage === 'wont-do' ? null : ageing[stage])
}
