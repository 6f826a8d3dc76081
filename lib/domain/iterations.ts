import type { Iterations } from './team.ts'

const DAY_MS = 86_400_000

/** A stretch of days that a team plans for, both ends `YYYY-MM-DD` and part of it. */
export interface Iteration {
  /** What a story's schedule says. */
  readonly startsOn: string
  readonly endsOn: string
}

/** Gives the iteration a day belongs to; iterations follow each other without a gap, before their first day too. */
export function iterationOn(iterations: Iterations, date: string): Iteration {
  const away = Math.floor(daysFrom(iterations.startsOn, date) / iterations.days)
  return iterationFrom(addDays(iterations.startsOn, away * iterations.days), iterations.days)
}

/** Gives the iteration that is going on and those that follow, `count` in all. `today`: `YYYY-MM-DD`. */
export function iterationsFrom(
  iterations: Iterations,
  today: string,
  count: number,
): readonly Iteration[] {
  const { startsOn } = iterationOn(iterations, today)
  return Array.from({ length: count }, (_, index) =>
    iterationFrom(addDays(startsOn, index * iterations.days), iterations.days),
  )
}

/** Gives the day `days` later (earlier when negative). Days have no time zone here. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative when the other is earlier. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

function iterationFrom(startsOn: string, days: number): Iteration {
  return { startsOn, endsOn: addDays(startsOn, days - 1) }
}
