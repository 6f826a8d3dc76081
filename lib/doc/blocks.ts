import { type Doc, XmlElement } from 'yjs'
import { BODY } from './schema.ts'

/** A block of a story's document where it stands. */
export interface Placed {
  readonly node: XmlElement
  /** In how many criteria it is nested. */
  readonly depth: number
  /** What is drawn beside a criterion, "2.1"; '' for every other block. */
  readonly number: string
}

/**
 * Visits every block in reading order. Needs no schema: it also reads documents of newer editors, and those that a
 * foreign client has broken. Several sections of a kind (two people began one at once) are numbered as one.
 */
export function* blocksOf(doc: Doc): Generator<Placed> {
  const counts: number[] = []
  // Its own stack, not recursion: the depth is whatever a client wrote.
  const ahead: { node: unknown; depth: number }[] = []
  const put = (nodes: readonly unknown[], depth: number) => {
    for (const node of nodes.toReversed()) ahead.push({ node, depth })
  }
  put(doc.getXmlFragment(BODY).toArray(), 0)
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { node, depth } = next
    if (!(node instanceof XmlElement)) continue
    const isCriterion = node.nodeName === 'criterion'
    if (isCriterion) {
      counts.length = depth + 1
      counts[depth] = (counts[depth] ?? 0) + 1
    }
    yield { node, depth, number: isCriterion ? counts.join('.') : '' }
    put(node.toArray(), isCriterion ? depth + 1 : depth)
  }
}

/** Gives an attribute as it was written, a value of any kind. */
export function attributeOf(node: XmlElement, name: string): unknown {
  return node.getAttribute(name)
}
