import type { VersionEntry } from '#lib/schema/history.ts'

/** Who restores has the text before kept in the same moment, ms. */
const MOMENT_MS = 60_000

/**
 * Gives which versions were kept only so that nothing is lost by a restoring, each with the version that came of that: both
 * are one act, and told as one. Versions come newest first; one that was given a name stands for itself.
 */
export function beforeRestoring(versions: readonly VersionEntry[]): ReadonlyMap<number, number> {
  const before = new Map<number, number>()
  for (const [index, { seq, event, name, by, at }] of versions.entries()) {
    const next = versions[index - 1]
    if (next?.event.type !== 'VersionRestored' || event.type !== 'VersionKept') continue
    if (name === null && next.by === by && next.at - at < MOMENT_MS) before.set(seq, next.seq)
  }
  return before
}
