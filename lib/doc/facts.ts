import { digestOf } from './digest.ts'
import type { Doc, XmlElement } from 'yjs'
import { type DocumentFacts, NO_FACTS } from '../domain/facts.ts'
import { attributeOf, blocksOf } from './blocks.ts'
import { isSafeHref } from './href.ts'
import { linesOf, readQuestion } from './outline.ts'
import { textsIn, wordsIn } from './words.ts'

/**
 * Gives what a story's document says (RD2). Needs no schema: it also reads documents of newer editors, and those that a
 * foreign client has broken. Several sections of a kind (two people began one at once) count as one.
 */
export function readFacts(doc: Doc): DocumentFacts {
  const facts = { ...NO_FACTS }
  const criteria: string[] = []
  for (const { node, depth } of blocksOf(doc)) {
    switch (node.nodeName) {
      case 'customerValue':
        facts.hasValue ||= wordsIn(node) !== ''
        break
      case 'criterion': {
        const lines = linesOf(node).filter(({ words }) => words !== '')
        if (lines.length === 0) break
        facts.criteria += 1
        criteria.push(
          `${depth} ${lines.map(({ word, words }) => `${word ?? ''}: ${words}`).join(' ')}`,
        )
        break
      }
      case 'question': {
        const { words, open, blocking } = readQuestion(node)
        if (!open || words === '') break
        facts.openQuestions += 1
        if (blocking) facts.blockingQuestions += 1
        break
      }
      case 'design':
        if (attributeOf(node, 'needed') === false) {
          if (facts.design === 'missing') facts.design = 'not-needed'
        } else if (hasLink(node)) facts.design = 'linked'
        break
    }
  }
  return { ...facts, digest: digestOf(criteria) }
}

function hasLink(design: XmlElement): boolean {
  return [...textsIn(design)].some((text) =>
    (text.toDelta() as { attributes?: { link?: { href?: unknown } } }[]).some(({ attributes }) =>
      isSafeHref(attributes?.link?.href),
    ),
  )
}
