const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const FULL = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long' })

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

/** Gives the time of day. */
export function clock(at: number): string {
  return CLOCK.format(at)
}

/** Gives the day that something was on, as the heading over what happened then. */
export function dayHeading(at: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  return `${WEEKDAY.format(at)}, ${DATE.format(at)}`
}

/** Gives midnight before a time, in the reader's time zone; both in ms. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}
