import type { Content } from '../../schema/history.ts'
import { isTextBlock, wordsOf } from './canonical.ts'

/** Blocks that cannot be told apart by name or words alone. */
interface One {
  readonly node: Content
  readonly key: string
}

/** More pairs than this are not all looked at: then blocks are matched with those about as far down. */
const MOST_PAIRS = 40_000
/** How much of their words blocks share to be the same one, changed. */
const ALIKE = 0.4
const ALIKE_IN_ANOTHER_TYPE = 0.6

/** Sections and lists are what they are, whatever is in them. */
const KNOWN_BY_TYPE = new Set([
  'customerValue',
  'criteria',
  'questions',
  'design',
  'bulletList',
  'orderedList',
  'taskList',
  'table',
  'answer',
])

/** Gives which block became which, in one order, so that together they are as alike as can be. */
export function inGap<T extends One>(a: readonly T[], b: readonly T[]): [T, T][] {
  if (a.length === 0 || b.length === 0) return []
  const words = new Map<T, ReadonlyMap<string, number>>()
  const like = (was: T, is: T) => likeness(was, is, words)
  return a.length * b.length > MOST_PAIRS ? aboutAsFarDown(a, b, like) : bestOf(a, b, like)
}

/** Needleman and Wunsch, where what has no partner costs nothing. */
function bestOf<T extends One>(
  a: readonly T[],
  b: readonly T[],
  like: (was: T, is: T) => number,
): [T, T][] {
  const width = b.length + 1
  const best = new Float64Array((a.length + 1) * width)
  const scores = new Float64Array(a.length * b.length)
  const bestAt = (i: number, j: number) => best[i * width + j] ?? 0
  const scoreAt = (i: number, j: number) => scores[i * b.length + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [was, is] = [a[i], b[j]]
      const score = was && is ? like(was, is) : 0
      scores[i * b.length + j] = score
      const together = score > 0 ? score + bestAt(i + 1, j + 1) : 0
      best[i * width + j] = Math.max(together, bestAt(i + 1, j), bestAt(i, j + 1))
    }
  }
  const pairs: [T, T][] = []
  for (let [i, j] = [0, 0]; i < a.length && j < b.length;) {
    const [was, is] = [a[i], b[j]]
    const isTogether = scoreAt(i, j) > 0 && bestAt(i, j) === scoreAt(i, j) + bestAt(i + 1, j + 1)
    if (was && is && isTogether) {
      pairs.push([was, is])
      i += 1
      j += 1
    } else if (bestAt(i + 1, j) >= bestAt(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

/** How far from its own place a block is looked for. */
const REACH = 8

function aboutAsFarDown<T extends One>(
  a: readonly T[],
  b: readonly T[],
  like: (was: T, is: T) => number,
): [T, T][] {
  const pairs: [T, T][] = []
  let next = 0
  for (const [index, was] of a.entries()) {
    const about = Math.round((index * b.length) / a.length)
    const end = Math.min(b.length, Math.max(about, next) + REACH)
    for (let j = Math.max(next, about - REACH); j < end; j += 1) {
      const is = b[j]
      if (!is || like(was, is) === 0) continue
      pairs.push([was, is])
      next = j + 1
      break
    }
  }
  return pairs
}

/** 0: not the same block. More is more alike. */
function likeness<T extends One>(
  was: T,
  is: T,
  words: Map<T, ReadonlyMap<string, number>>,
): number {
  if (was.key === is.key) return 2
  const [a, b] = [was.node, is.node]
  const isSameType = a.type === b.type
  // Two with names of their own are two.
  if (a.attrs?.id !== b.attrs?.id && a.attrs?.id !== undefined && b.attrs?.id !== undefined)
    return 0
  if (isSameType && KNOWN_BY_TYPE.has(a.type)) return 1
  if (!isSameType && !(isTextBlock(a) && isTextBlock(b))) return 0
  const share = shareOf(countOf(was, words), countOf(is, words))
  return share >= (isSameType ? ALIKE : ALIKE_IN_ANOTHER_TYPE) ? share : 0
}

function countOf<T extends One>(
  one: T,
  words: Map<T, ReadonlyMap<string, number>>,
): ReadonlyMap<string, number> {
  const known = words.get(one)
  if (known) return known
  const count = new Map<string, number>()
  for (const word of wordsOf(one.node)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    count.set(word, (count.get(word) ?? 0) + 1)
  }
  words.set(one, count)
  return count
}

/** Of all words of both, how many have a partner (Dice's coefficient). */
function shareOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0]
  for (const [word, count] of a) {
    shared += Math.min(count, b.get(word) ?? 0)
    all += count
  }
  for (const count of b.values()) all += count
  return all === 0 ? 0 : (2 * shared) / all
}
