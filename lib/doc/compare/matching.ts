import type { Content } from '../../schema/history.ts'
import { isBlockId } from '../ids.ts'
import { keyOf } from './canonical.ts'
import { inGap } from './gaps.ts'

/** Which block became which, in the order in which they are to be shown. */
export type Match =
  | { readonly kind: 'same' | 'pair'; readonly before: Content; readonly after: Content }
  | { readonly kind: 'added' | 'removed'; readonly node: Content; readonly move: number | null }

/** A block where it stands among its siblings. */
interface Sibling {
  readonly node: Content
  readonly key: string
  readonly at: number
}

/**
 * Finds for each block of one text what it is in another. First those that are surely the same (by their name, or because
 * they say what no other block says); of these, the most that stand in one order stay, and the others moved. What is left
 * between them is matched by likeness. Takes n log n for n blocks, but for long stretches that are all new.
 */
export function matched(before: readonly Content[], after: readonly Content[]): Match[] {
  const [a, b] = [siblings(before), siblings(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start]?.key === b[start]?.key) start += 1
  let end = 0
  const most = Math.min(a.length, b.length) - start
  while (end < most && a[a.length - 1 - end]?.key === b[b.length - 1 - end]?.key) end += 1
  return [
    ...same(a.slice(0, start), b),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end), b.slice(b.length - end)),
  ]
}

function siblings(nodes: readonly Content[]): Sibling[] {
  return nodes.map((node, at) => ({ node, key: keyOf(node), at }))
}

function same(a: readonly Sibling[], b: readonly Sibling[]): Match[] {
  return a.map(({ node }, index) => ({
    kind: 'same',
    before: node,
    after: b[index]?.node ?? node,
  }))
}

function middle(a: readonly Sibling[], b: readonly Sibling[]): Match[] {
  const pairs = surePairs(a, b)
  const staying = longestInOrder(pairs)
  const moved = new Map<Sibling, number>()
  for (const [number, [was, is]] of pairs.filter((pair) => !staying.has(pair)).entries()) {
    moved.set(was, number).set(is, number)
  }
  const matches: Match[] = []
  let [i, j] = [0, 0]
  const upTo = (nextA: number, nextB: number) => {
    matches.push(...betweenAnchors(a.slice(i, nextA), b.slice(j, nextB), moved))
  }
  for (const pair of pairs) {
    if (!staying.has(pair)) continue
    const [was, is] = pair
    const [nextA, nextB] = [a.indexOf(was, i), b.indexOf(is, j)]
    upTo(nextA, nextB)
    matches.push({ kind: was.key === is.key ? 'same' : 'pair', before: was.node, after: is.node })
    i = nextA + 1
    j = nextB + 1
  }
  upTo(a.length, b.length)
  return matches
}

type Pair = readonly [Sibling, Sibling]

/** In the order of the text before. */
function surePairs(a: readonly Sibling[], b: readonly Sibling[]): Pair[] {
  const named = uniqueBy(b, nameOf)
  const said = uniqueBy(b, ({ key }) => key)
  const ownName = uniqueBy(a, nameOf)
  const ownKey = uniqueBy(a, ({ key }) => key)
  const taken = new Set<Sibling>()
  const pairs: Pair[] = []
  for (const was of a) {
    const name = nameOf(was)
    const byName = name !== null && ownName.get(name) === was ? named.get(name) : undefined
    const byKey = name === null && ownKey.get(was.key) === was ? said.get(was.key) : undefined
    const is = byName ?? byKey
    // A block keeps its kind by its name: a criterion does not become a question.
    if (!is || taken.has(is) || is.node.type !== was.node.type) continue
    taken.add(is)
    pairs.push([was, is])
  }
  return pairs
}

function nameOf({ node }: Sibling): string | null {
  const id = node.attrs?.id
  return isBlockId(id) ? id : null
}

/** Those that no other one is like, by what they are like. */
function uniqueBy(all: readonly Sibling[], like: (one: Sibling) => string | null) {
  const found = new Map<string, Sibling | undefined>()
  for (const one of all) {
    const key = like(one)
    if (key !== null) found.set(key, found.has(key) ? undefined : one)
  }
  return found
}

/** The longest increasing subsequence (patience sorting) of where the pairs are in the text after. */
function longestInOrder(pairs: readonly Pair[]): ReadonlySet<Pair> {
  const tops: number[] = []
  const previous: number[] = []
  const placeOf = (index: number) => pairs[index]?.[1].at ?? 0
  for (let index = 0; index < pairs.length; index += 1) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const half = (low + high) >> 1
      if (placeOf(tops[half] ?? 0) < placeOf(index)) low = half + 1
      else high = half
    }
    previous[index] = low > 0 ? (tops[low - 1] ?? -1) : -1
    tops[low] = index
  }
  const staying = new Set<Pair>()
  for (let index = tops.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index]
    if (pair) staying.add(pair)
  }
  return staying
}

/** What is between two blocks that stayed: what moved away or came here, and the rest by likeness. */
function betweenAnchors(
  a: readonly Sibling[],
  b: readonly Sibling[],
  moved: ReadonlyMap<Sibling, number>,
): Match[] {
  const rest = (all: readonly Sibling[]) => all.filter((one) => !moved.has(one))
  const links = new Map(inGap(rest(a), rest(b)))
  const matches: Match[] = []
  let j = 0
  const arrive = (until: Sibling | null) => {
    for (; j < b.length && b[j] !== until; j += 1) {
      const is = b[j]
      if (is) matches.push({ kind: 'added', node: is.node, move: moved.get(is) ?? null })
    }
  }
  for (const was of a) {
    const is = links.get(was)
    if (!is) {
      matches.push({ kind: 'removed', node: was.node, move: moved.get(was) ?? null })
      continue
    }
    arrive(is)
    j += 1
    matches.push({ kind: was.key === is.key ? 'same' : 'pair', before: was.node, after: is.node })
  }
  arrive(null)
  return matches
}
