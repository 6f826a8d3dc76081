/** When versions of a story's text are kept by themselves, and how long (rules VE2 to VE4 in SPEC.md). Times in ms. */

/** While somebody writes on and on, a version is kept this often (VE2). */
export const STRETCH_MS = 30 * 60_000

/** After so long without an edit, what was written is a version (VE2). */
export const QUIET_MS = 5 * 60_000

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS
const WEEK_MS = 7 * DAY_MS

/** How versions that kept themselves thin out (VE4): up to which age one of each span stays. */
const SPANS = [
  // Every one of them.
  { until: 4 * HOUR_MS, span: 1 },
  { until: DAY_MS, span: HOUR_MS },
  { until: 30 * DAY_MS, span: DAY_MS },
  { until: Number.POSITIVE_INFINITY, span: WEEK_MS },
] as const

/** A version as far as it matters for thinning. */
export interface Aging {
  /** The position of the event it was kept at. */
  readonly seq: number
  readonly at: number
  /** It was named, or the story went on when it was kept: it never goes (VE4). */
  readonly isLasting: boolean
}

/**
 * Gives the positions of the versions that have had their time at `now` (VE4): those that kept themselves all stay for four
 * hours, then the newest of each hour for a day, of each day for thirty days, of each week from then on; and the newest of all.
 */
export function outlived(versions: readonly Aging[], now: number): number[] {
  const newest = [...versions].sort((a, b) => b.seq - a.seq)
  const taken = new Set<string>()
  const gone: number[] = []
  for (const [index, { seq, at, isLasting }] of newest.entries()) {
    if (isLasting) continue
    const { span } = SPANS.find(({ until }) => now - at < until) ?? SPANS[3]
    const place = `${span}:${Math.floor(at / span)}`
    if (index > 0 && taken.has(place)) gone.push(seq)
    taken.add(place)
  }
  return gone
}
