import { pageLocale } from '#components/language/pageLanguage.ts'

/** The one place that knows how a page writes days and times: by the habits of its language. */
const LOCALE = pageLocale()
const DATE = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' })

/** Gives a day as every page writes it, like "3 Apr 2026". `at`: milliseconds since the epoch, in the reader's time zone. */
export function day(at: number): string {
  return DATE.format(at)
}

/** Gives a date without a time (`YYYY-MM-DD`) as people write it. It has no time zone. */
export function dateInWords(date: string): string {
  return DATE_ONLY.format(new Date(`${date}T00:00:00Z`))
}

const DATE_ONLY = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** Gives the day of a time (ms since the epoch) where the reader is, as `YYYY-MM-DD`. */
export function dateOf(at: number): string {
  const date = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Gives a day with the time to the minute, where the reader is, for a time in ms: "3 Apr 2026, 14:30". */
export function moment(at: number): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const FULL = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'medium' })

/** Gives how long ago something was, for times in ms: "just now", "5 min ago", "3 h ago", "2 days ago"; then the day. */
export function ago(at: number, now: number): string {
  const past = now - at
  if (past >= 7 * DAY) return DATE.format(at)
  const tell = LOCALE.startsWith('en') ? inEnglish : inOthers
  if (past < MINUTE) return tell(0, 'second')
  if (past < HOUR) return tell(Math.floor(past / MINUTE), 'minute')
  if (past < DAY) return tell(Math.floor(past / HOUR), 'hour')
  return tell(Math.floor(past / DAY), 'day')
}

type Unit = 'second' | 'minute' | 'hour' | 'day'

/** Shorter than what browsers write, and the same in all of them. */
function inEnglish(count: number, unit: Unit): string {
  if (unit === 'second') return 'just now'
  if (unit === 'day') return count === 1 ? '1 day ago' : `${count} days ago`
  return `${count} ${unit === 'minute' ? 'min' : 'h'} ago`
}

function inOthers(count: number, unit: Unit): string {
  const numeric = unit === 'second' ? 'auto' : 'always'
  return new Intl.RelativeTimeFormat(LOCALE, { numeric, style: 'short' }).format(-count, unit)
}

/** Gives a time to the second, in the reader's time zone. */
export function exactly(at: number): string {
  return FULL.format(at)
}
