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
