const DAY_MS = 86_400_000

/** How loudly an age is shown: `amber` past the limit, `red` past its double. */
export type AgeTone = 'calm' | 'amber' | 'red'

/** Whole days between two times in milliseconds; never negative, because clocks disagree. */
export function daysBetween(from: number, now: number): number {
  return Math.max(0, Math.floor((now - from) / DAY_MS))
}

/**
 * Gives the emphasis of an age. `limit`, in days: what the policy calls amber for a stage, the team's own median for a
 * step. Null: nothing is known to measure by, so that no age is loud. A limit under a day counts as one, because
 * ages are whole days.
 */
export function toneOfAge(days: number, limit: number | null): AgeTone {
  if (limit === null) return 'calm'
  const amber = Math.max(1, limit)
  if (days > 2 * amber) return 'red'
  return days > amber ? 'amber' : 'calm'
}
