import { type Doc, XmlElement, XmlText } from 'yjs'
import { attributeOf, blocksOf, type Placed } from './blocks.ts'
import { type CriterionLine, readClauseWord, sentenceOf } from './clause.ts'
import { readBlockId, readPersonId } from './ids.ts'
import { isReadAlone, textOf, wordsIn } from './words.ts'

/** An acceptance criterion as other parts of the product show it. */
export interface OutlineCriterion {
  /** Null while no editor has given it one: it cannot be linked to. */
  readonly id: string | null
  /** As it is drawn beside it: "2", "2.1". */
  readonly number: string
  readonly depth: number
  readonly form: 'plain' | 'given-when-then'
  /** One sentence, the clauses included, without what is nested in it; never ''. */
  readonly words: string
}

/** A question as other parts of the product show it. */
export interface OutlineQuestion {
  readonly id: string | null
  /** Never ''. */
  readonly words: string
  readonly blocking: boolean
  readonly open: boolean
  /** The ids of people who were members when it was written. */
  readonly owner: string | null
  readonly asker: string | null
  /** '' while nobody has written one. */
  readonly answer: string
}

export interface Outline {
  readonly criteria: readonly OutlineCriterion[]
  readonly questions: readonly OutlineQuestion[]
}

/** Gives the criteria and questions of a story that have words, in reading order. Needs no schema. */
export function readOutline(doc: Doc): Outline {
  const criteria: OutlineCriterion[] = []
  const questions: OutlineQuestion[] = []
  for (const placed of blocksOf(doc)) {
    if (placed.node.nodeName === 'criterion') {
      const criterion = readCriterion(placed)
      if (criterion.words !== '') criteria.push(criterion)
    } else if (placed.node.nodeName === 'question') {
      const question = readQuestion(placed.node)
      if (question.words !== '') questions.push(question)
    }
  }
  return { criteria, questions }
}

/** Gives a criterion's own lines: the criteria nested in it have their own. */
export function linesOf(criterion: XmlElement): readonly CriterionLine[] {
  return criterion.toArray().flatMap((child): CriterionLine[] => {
    // Text that is in no line is a foreign client's, and still what the criterion says.
    if (child instanceof XmlText) return [{ word: null, words: textOf(child).trim() }]
    if (!(child instanceof XmlElement) || isReadAlone(child)) return []
    const word = child.nodeName === 'clause' ? readClauseWord(attributeOf(child, 'word')) : null
    return [{ word, words: wordsIn(child) }]
  })
}

function readCriterion({ node, depth, number }: Placed): OutlineCriterion {
  const lines = linesOf(node)
  const hasClause = lines.some(({ word }) => word !== null)
  return {
    id: readBlockId(attributeOf(node, 'id')),
    number,
    depth,
    form: hasClause ? 'given-when-then' : 'plain',
    words: sentenceOf(lines),
  }
}

/** Gives what a question says, and how it stands: open unless it says otherwise, blocking only when it says so. */
export function readQuestion(node: XmlElement): OutlineQuestion {
  const answers = node
    .toArray()
    .filter((child) => child instanceof XmlElement)
    .filter(({ nodeName }) => nodeName === 'answer')
  return {
    id: readBlockId(attributeOf(node, 'id')),
    words: wordsIn(node, ({ nodeName }) => nodeName === 'answer'),
    blocking: attributeOf(node, 'blocking') === true,
    open: attributeOf(node, 'open') !== false,
    owner: readPersonId(attributeOf(node, 'owner')),
    asker: readPersonId(attributeOf(node, 'asker')),
    answer: answers
      .map((answer) => wordsIn(answer))
      .join(' ')
      .trim(),
  }
}
