const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** Gives a day as every page writes it, like "3 Apr 2026". `at`: milliseconds since the epoch, in the reader's time zone. */
export function day(at: number): string {
  return DATE.format(at)
}
