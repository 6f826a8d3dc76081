import { type Doc, type XmlElement, XmlText } from 'yjs'
import {
  ASKED_MAX,
  type AskedQuestion,
  type DocumentFacts,
  MENTIONED_MAX,
  NO_FACTS,
} from '../domain/facts.ts'
import { excerptOf } from '../domain/inbox/notice.ts'
import { attributeOf, blocksOf } from './blocks.ts'
import { digestOf } from './digest.ts'
import { showsFile } from './fileBlocks.ts'
import { isSafeHref } from './href.ts'
import { mentionOf } from './mentions.ts'
import { linesOf, readQuestion } from './outline.ts'
import { cardOf, inside, wordsIn } from './words.ts'

/**
 * Gives what a story's document says (RD2). Needs no schema: it also reads documents of newer editors, and those that a
 * foreign client has broken. Several sections of a kind (two people began one at once) count as one.
 */
export function readFacts(doc: Doc): DocumentFacts {
  const facts = { ...NO_FACTS }
  const criteria: string[] = []
  const asked: AskedQuestion[] = []
  const mentioned = new Set<string>()
  const teams = new Set<string>()
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
        const { id, words, open, blocking, owner, asker } = readQuestion(node)
        if (!open || words === '') break
        facts.openQuestions += 1
        if (blocking) facts.blockingQuestions += 1
        if (id !== null && asked.length < ASKED_MAX)
          asked.push({ id, by: asker, owner, blocking, text: excerptOf(words) })
        break
      }
      case 'mention': {
        const { kind, id } = mentionOf(node)
        const named = kind === 'person' ? mentioned : kind === 'team' ? teams : null
        if (id !== '' && named !== null && named.size < MENTIONED_MAX) named.add(id)
        break
      }
      case 'design':
        if (attributeOf(node, 'needed') === false) {
          if (facts.design === 'missing') facts.design = 'not-needed'
        } else if (showsFile(node)) facts.design = 'attached'
        else if (facts.design !== 'attached' && hasLink(node)) facts.design = 'linked'
        break
    }
  }
  return {
    ...facts,
    digest: digestOf(criteria),
    mentioned: [...mentioned].sort(),
    teams: [...teams].sort(),
    asked,
  }
}

function hasLink(design: XmlElement): boolean {
  return [...inside(design)].some((node) =>
    node instanceof XmlText ? linksIn(node) : node.nodeName === 'linkCard' && cardOf(node).href,
  )
}

function linksIn(text: XmlText): boolean {
  return (text.toDelta() as { attributes?: { link?: { href?: unknown } } }[]).some(
    ({ attributes }) => isSafeHref(attributes?.link?.href),
  )
}
