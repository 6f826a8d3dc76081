import { type Iterations, SCALES } from './team.ts'

/** A story that was done: when (milliseconds since the epoch), and what size it had then. */
export interface Completion {
  readonly at: number
  readonly size: string | null
}

/** What a team did in one iteration that is over. */
export interface IterationDone {
  /** `YYYY-MM-DD`. */
  readonly startsOn: string
  readonly stories: number
  /** The sum of their sizes; null where stories were done and none of them had points. */
  readonly points: number | null
}

/** So many full weeks, and full iterations, say how fast a team is; what is longer ago says nothing about now. */
export const WEEKS_KEPT = 12
export const ITERATIONS_KEPT = 6

const DAY_MS = 86_400_000
/** The epoch was a Thursday: three days after a Monday. */
const SINCE_MONDAY = 3

/**
 * Gives how many stories were done in each of the last full weeks, the oldest first: Monday to Sunday (UTC), twelve at most,
 * none that had begun before the team's first story. `since`: when that came, null for none. Times are milliseconds since
 * the epoch.
 */
export function weeksDone(
  completions: Iterable<Completion>,
  since: number | null,
  now: number,
): readonly number[] {
  const stretches = { first: -SINCE_MONDAY, days: 7, kept: WEEKS_KEPT }
  return fullStretches(completions, stretches, since, now).map(({ done }) => done.length)
}

/**
 * Gives what was done in each of the last full iterations, the oldest first: six at most, none that had begun before the
 * team's first story. Days are those of UTC.
 */
export function iterationsDone(
  completions: Iterable<Completion>,
  { startsOn, days }: Iterations,
  since: number | null,
  now: number,
): readonly IterationDone[] {
  const stretches = { first: Date.parse(startsOn) / DAY_MS, days, kept: ITERATIONS_KEPT }
  return fullStretches(completions, stretches, since, now).map(({ day, done }) => ({
    startsOn: new Date(day * DAY_MS).toISOString().slice(0, 10),
    stories: done.length,
    points: pointsIn(done),
  }))
}

/** Gives a size as a number; null for one that is none: no size, or a shirt's. */
export function pointsOf(size: string | null): number | null {
  return size !== null && (SCALES.points as readonly string[]).includes(size) ? Number(size) : null
}

function pointsIn(done: readonly Completion[]): number | null {
  const sizes = done.flatMap(({ size }) => pointsOf(size) ?? [])
  if (sizes.length === 0 && done.length > 0) return null
  return sizes.reduce((sum, size) => sum + size, 0)
}

interface Stretches {
  /** The first day of some stretch, in days since the epoch. */
  readonly first: number
  /** How long each is. */
  readonly days: number
  /** How many are given at most. */
  readonly kept: number
}

interface Stretch {
  /** Its first day, in days since the epoch. */
  readonly day: number
  readonly done: Completion[]
}

function fullStretches(
  completions: Iterable<Completion>,
  { first, days, kept }: Stretches,
  since: number | null,
  now: number,
): readonly Stretch[] {
  if (since === null) return []
  const away = (at: number) => (Math.floor(at / DAY_MS) - first) / days
  const end = Math.floor(away(now))
  const start = Math.max(end - kept, Math.ceil(away(since)))
  const stretches = Array.from({ length: Math.max(0, end - start) }, (_, index): Stretch => {
    return { day: first + (start + index) * days, done: [] }
  })
  const [from, until] = [(first + start * days) * DAY_MS, (first + end * days) * DAY_MS]
  for (const completion of completions) {
    if (completion.at < from || completion.at >= until) continue
    stretches[Math.floor((completion.at - from) / (days * DAY_MS))]?.done.push(completion)
  }
  return stretches
}
