/** True for JSON values with the same contents. */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((value, index) => equal(value, b[index]))
  }
  const [ours, theirs] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(ours)
  return (
    keys.length === Object.keys(theirs).length &&
    keys.every((key) => Object.hasOwn(theirs, key) && equal(ours[key], theirs[key]))
  )
}

/** Gives `before` where `after` says the same, so that what did not change keeps its identity. */
export function kept<T>(before: T, after: T): T {
  return equal(before, after) ? before : after
}

/** As `kept`, for a map: its values are kept one by one, and the map itself while all are, in the same order. */
export function keptMap<T, Key = string>(
  before: ReadonlyMap<Key, T>,
  after: Iterable<readonly [Key, T]>,
): ReadonlyMap<Key, T> {
  const map = new Map<Key, T>()
  for (const [key, value] of after) {
    const old = before.get(key)
    map.set(key, old === undefined ? value : kept(old, value))
  }
  const [ours, theirs] = [[...before], [...map]]
  const isSame =
    ours.length === theirs.length &&
    ours.every(([key, value], index) => key === theirs[index]?.[0] && value === theirs[index]?.[1])
  return isSame ? before : map
}
