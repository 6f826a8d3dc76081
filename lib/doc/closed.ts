import { type Doc, XmlElement, XmlText } from 'yjs'
import { piecesOf } from './anchorText.ts'
import { blocksOf } from './blocks.ts'
import { readQuestion } from './outline.ts'

/** Gives those of some questions, by their blocks' ids, that stand in a story's text and are closed. */
export function closedQuestions(doc: Doc, questions: readonly string[]): readonly string[] {
  const closed = new Set<string>()
  for (const { node } of blocksOf(doc)) {
    if (node.nodeName !== 'question') continue
    const { id, open } = readQuestion(node)
    if (id !== null && !open) closed.add(id)
  }
  return questions.filter((id) => closed.has(id))
}

/**
 * Gives which Yjs client answered each closed question of a text, by the ids of their blocks: who wrote most of the answer, or,
 * where none is written, who closed it.
 */
export function answerWriters(doc: Doc): ReadonlyMap<string, number> {
  const writers = new Map<string, number>()
  for (const { node } of blocksOf(doc)) {
    if (node.nodeName !== 'question') continue
    const { id, open } = readQuestion(node)
    const writer = open ? undefined : (mostIn(answersOf(node)) ?? node._map.get('open')?.id.client)
    if (id !== null && writer !== undefined) writers.set(id, writer)
  }
  return writers
}

function answersOf(question: XmlElement): unknown[] {
  return question
    .toArray()
    .filter((child) => child instanceof XmlElement && child.nodeName === 'answer')
}

/** Gives the client that wrote the most characters of some blocks; undefined where there are none. */
function mostIn(blocks: readonly unknown[]): number | undefined {
  const written = new Map<number, number>()
  // Its own stack, not recursion: the depth is whatever a client wrote.
  const ahead = [...blocks]
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (node instanceof XmlElement) ahead.push(...node.toArray())
    if (!(node instanceof XmlText)) continue
    for (const { item, words } of piecesOf(node)) {
      const { client } = item.id
      written.set(client, (written.get(client) ?? 0) + words.length)
    }
  }
  return [...written].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}
