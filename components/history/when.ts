import { textsOf } from '#components/language/loaded.ts'
import { pageLocale } from '#components/language/pageLanguage.ts'

export { ago, exactly } from '#components/ui/dates.ts'

const DAY = 86_400_000

const CLOCK = new Intl.DateTimeFormat(pageLocale(), { hour: '2-digit', minute: '2-digit' })
const DATE = new Intl.DateTimeFormat(pageLocale(), {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
const WEEKDAY = new Intl.DateTimeFormat(pageLocale(), { weekday: 'long' })

/** Gives the time of day. */
export function clock(at: number): string {
  return CLOCK.format(at)
}

/** Gives the day that something was on, as the heading over what happened then. */
export function dayHeading(at: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY)
  if (days === 0) return textsOf('history')('today')
  if (days === 1) return textsOf('history')('yesterday')
  return `${WEEKDAY.format(at)}, ${DATE.format(at)}`
}

/** Gives midnight before a time, in the reader's time zone; both in ms. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}
