import type { Node } from '@tiptap/pm/model'
import { isBlockId } from '#lib/doc/ids.ts'
import type { NumberedCriterion } from './named.ts'

const MOST_WORDS = 120

/** Gives the criteria of a text by their ids, numbered as they are drawn. */
export function criteriaIn(doc: Node): ReadonlyMap<string, NumberedCriterion> {
  const found = new Map<string, NumberedCriterion>()
  const counts: number[] = []
  const walk = (parent: Node, depth: number) =>
    parent.forEach((node) => {
      if (node.type.name === 'criteria') walk(node, depth)
      else if (node.type.name === 'criterion') {
        counts.length = depth + 1
        counts[depth] = (counts[depth] ?? 0) + 1
        const id: unknown = node.attrs.id
        if (isBlockId(id) && !found.has(id))
          found.set(id, { number: counts.join('.'), words: ownWords(node) })
        walk(node, depth + 1)
      }
    })
  walk(doc, 0)
  return found
}

function ownWords(criterion: Node): string {
  return criterion.children
    .filter(({ isTextblock }) => isTextblock)
    .map((line) => line.textContent)
    .join(' ')
    .slice(0, MOST_WORDS)
}
