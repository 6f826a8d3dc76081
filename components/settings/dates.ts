const DATE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

/** Gives a day as people here write it, like "3 Apr 2026". `at`: milliseconds since the epoch. */
export function day(at: number): string {
  return DATE.format(at)
}
