import { textsOf } from '#components/language/loaded.ts'

export { dateInWords } from '#components/ui/dates.ts'

const DAY = 24 * 60 * 60 * 1_000

/** Whole days between two times in milliseconds; never negative, because clocks disagree. */
export function daysBetween(from: number, now: number): number {
  return Math.max(0, Math.floor((now - from) / DAY))
}

/** Gives how long something has lasted, in words: "since today", "for 1 day", "for 14 days". */
export function forDays(from: number, now: number): string {
  const days = daysBetween(from, now)
  const t = textsOf('story')
  return days === 0 ? t('sinceToday') : t('forDays', { days })
}

/** Gives today in the reader's time zone, `YYYY-MM-DD`. */
export function today(now: number = Date.now()): string {
  const date = new Date(now)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
