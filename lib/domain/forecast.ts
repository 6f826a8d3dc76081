import type { TeamFlow } from './flow.ts'
import { addDays } from './iterations.ts'

/** With fewer full weeks of history there is no forecast. */
export const FORECAST_WEEKS = 8
/** What would be done later than this is not said, in weeks. */
export const HORIZON_WEEKS = 104
/** How many futures are tried: with a tenth of them a date near the edge would be another one each day. */
export const RUNS = 10_000

/** When a story is likely to be done, `YYYY-MM-DD`; null: later than anybody can say. */
export interface Forecast {
  /** As likely as not. */
  readonly p50: string | null
  /** In 85 of 100 futures. */
  readonly p85: string | null
}

/** How many stories are done after so many weeks, from the top; the first is none, after none. */
export interface Outlook {
  readonly kind: 'known'
  /** In every second future at least. */
  readonly p50: readonly number[]
  /** In 85 of 100 futures at least. */
  readonly p85: readonly number[]
}

/** Why nothing is forecast. `weeks`: how many full weeks of history there are. */
export type NoOutlook = {
  readonly kind: 'unknown'
  readonly why: 'tooYoung' | 'nothingDone'
  readonly weeks: number
}

/**
 * Gives how far a team is likely to get, as far as `positions` stories: a Monte Carlo simulation over its own weeks
 * (Magennis, "Forecasting and Simulating Software Development Projects", 2011; Vacanti, "Actionable Agile Metrics", 2015). Each
 * of 10,000 futures draws one of the team's weeks for every week to come, with replacement, and adds up what was done in it.
 * Story n is done by the end of week w in at least 85 of 100 futures exactly if the 15th percentile of the sums at w is n or
 * more: so a percentile a week answers for all stories at once.
 *
 * The same seed gives the same futures on every screen. Which week is drawn depends on the seed alone, weeks being sorted: a
 * team that did more in its weeks is never later.
 */
export function outlookOf(
  { weeks = [] }: Pick<TeamFlow, 'weeks'>,
  seed: string,
  positions: number,
): Outlook | NoOutlook {
  if (weeks.length < FORECAST_WEEKS) return unknown('tooYoung', weeks)
  if (weeks.every((done) => done === 0)) return unknown('nothingDone', weeks)
  const samples = weeks.toSorted((a, b) => a - b)
  const random = randomFrom(seed)
  const sums = new Uint32Array(RUNS)
  const p50 = [0]
  const p85 = [0]
  while (p85.length <= HORIZON_WEEKS && (p85.at(-1) ?? 0) < positions) {
    for (const [run, sum] of sums.entries()) {
      sums[run] = sum + (samples[Math.floor(random() * samples.length)] ?? 0)
    }
    const least = leastOf(sums, [RUNS * 0.15, RUNS * 0.5])
    p85.push(least[0] ?? 0)
    p50.push(least[1] ?? 0)
  }
  return { kind: 'known', p50, p85 }
}

/**
 * Gives what the sums at some places would be if they were sorted; places ascend. Sums are small and many: to count how often
 * there is each takes less than half of the time that sorting takes.
 */
function leastOf(sums: Uint32Array, places: readonly number[]): readonly number[] {
  const often = new Uint32Array(sums.reduce((most, sum) => Math.max(most, sum), 0) + 1)
  for (const sum of sums) often[sum] = (often[sum] ?? 0) + 1
  let [sum, below] = [0, often[0] ?? 0]
  return places.map((place) => {
    while (below <= place) {
      sum += 1
      below += often[sum] ?? 0
    }
    return sum
  })
}

/** Gives when the story at a position (1 is the next one) is done. Within a week it goes evenly. `today`: `YYYY-MM-DD`. */
export function forecastAt({ p50, p85 }: Outlook, position: number, today: string): Forecast {
  return { p50: dayOf(p50, position, today), p85: dayOf(p85, position, today) }
}

function dayOf(done: readonly number[], position: number, today: string): string | null {
  const week = firstWith(done, position)
  const [before, after] = [done[week - 1], done[week]]
  if (before === undefined || after === undefined) return null
  const days = Math.ceil((7 * (position - before)) / (after - before))
  return addDays(today, 7 * (week - 1) + days)
}

/** The first week after which so many are done: they never become fewer. */
function firstWith(done: readonly number[], position: number): number {
  let [low, high] = [0, done.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((done[middle] ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low
}

function unknown(why: NoOutlook['why'], weeks: readonly number[]): NoOutlook {
  return { kind: 'unknown', why, weeks: weeks.length }
}

/** Numbers from 0 to 1 that depend on the seed alone: FNV-1a of its text, then mulberry32 (Ettinger, 2017). */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5
  for (let index = 0; index < seed.length; index += 1) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193)
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
