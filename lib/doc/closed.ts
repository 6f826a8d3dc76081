import type { Doc } from 'yjs'
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
