const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** Gives a day as every page writes it, like "3 Apr 2026". `at`: milliseconds since the epoch, in the reader's time zone. */
export function day(at: number): string {
  return DATE.format(at)
}

/** Gives a date without a time (`YYYY-MM-DD`) as people write it. It has no time zone. */
export function dateInWords(date: string): string {
  return DATE_ONLY.format(new Date(`${date}T00:00:00Z`))
}

const DATE_ONLY = new Intl.DateTimeFormat('en-GB', {
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

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const FULL = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

/** Gives how long ago something was, for times in ms: "just now", "5 min ago", "3 h ago", "2 days ago"; then the day. */
export function ago(at: number, now: number): string {
  const past = now - at
  if (past < MINUTE) return 'just now'
  if (past < HOUR) return `${Math.floor(past / MINUTE)} min ago`
  if (past < DAY) return `${Math.floor(past / HOUR)} h ago`
  const days = Math.floor(past / DAY)
  if (days < 7) return days === 1 ? '1 day ago' : `${days} days ago`
  return DATE.format(at)
}

/** Gives a time to the second, in the reader's time zone. */
export function exactly(at: number): string {
  return FULL.format(at)
}
