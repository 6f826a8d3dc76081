import { isBlockId } from '#lib/doc/ids.ts'

const KEPT_AS = 'sluice:unfolded'
const KEPT_MAX = 400

/** Gives the folding sections that this person has open on this device. */
export function keptOpen(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter(isBlockId) : [])
  } catch {
    return new Set()
  }
}

/** Keeps them, those that were opened last. */
export function keepOpen(open: ReadonlySet<string>): void {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify([...open].slice(-KEPT_MAX)))
  } catch {
    // A browser that keeps nothing folds them again at the next visit.
  }
}
