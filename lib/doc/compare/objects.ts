import type { Content } from '../../schema/history.ts'
import { sentenceOf, readClauseWord, type CriterionLine } from '../clause.ts'
import { readBlockId, readPersonId } from '../ids.ts'
import { canonical, keyOf, wordsOf } from './canonical.ts'

/** A criterion as a text has it. */
export interface CriterionThen {
  readonly id: string | null
  /** As it is drawn beside it: "2.1". */
  readonly number: string
  /** One sentence, without what is nested in it. */
  readonly words: string
  /** Equal for criteria that say the same, in the same marks. */
  readonly key: string
}

/** A question as a text has it. */
export interface QuestionThen {
  readonly id: string | null
  readonly words: string
  readonly open: boolean
  readonly blocking: boolean
  /** A user's id. */
  readonly owner: string | null
  readonly key: string
}

/** What a text holds beside plain blocks. */
export interface Objects {
  readonly criteria: readonly CriterionThen[]
  readonly questions: readonly QuestionThen[]
  /** The sections of a kind together; '' where there is none. */
  readonly value: string
  readonly design: string
  readonly isDesignNeeded: boolean
}

/** Reads the objects of a text, in reading order. */
export function objectsIn(content: readonly Content[]): Objects {
  const criteria: CriterionThen[] = []
  const questions: QuestionThen[] = []
  const counts: number[] = []
  const walk = (nodes: readonly Content[], depth: number) => {
    for (const node of nodes) {
      if (node.type === 'criterion') {
        counts.length = depth + 1
        counts[depth] = (counts[depth] ?? 0) + 1
        criteria.push(criterionOf(node, counts.join('.')))
        walk(node.content ?? [], depth + 1)
      } else {
        if (node.type === 'question') questions.push(questionOf(node))
        walk(node.content ?? [], depth)
      }
    }
  }
  walk(content, 0)
  const design = content.filter(({ type }) => type === 'design')
  return {
    criteria: criteria.filter(({ words }) => words !== ''),
    questions: questions.filter(({ words }) => words !== ''),
    value: sectionKey(content, 'customerValue'),
    design: sectionKey(content, 'design'),
    isDesignNeeded: !design.some(({ attrs }) => attrs?.needed === false),
  }
}

function criterionOf({ attrs, content = [] }: Content, number: string): CriterionThen {
  const own = content.filter(({ type }) => type !== 'criteria')
  const lines = own.map((line): CriterionLine => {
    const word = line.type === 'clause' ? readClauseWord(line.attrs?.word) : null
    return { word, words: tidy(wordsOf(line)) }
  })
  return { id: readBlockId(attrs?.id), number, words: sentenceOf(lines), key: keyAll(own) }
}

function questionOf({ attrs, content = [] }: Content): QuestionThen {
  const own = content.filter(({ type }) => type !== 'answer')
  return {
    id: readBlockId(attrs?.id),
    words: tidy(own.map(wordsOf).join(' ')),
    open: attrs?.open !== false,
    blocking: attrs?.blocking === true,
    owner: readPersonId(attrs?.owner),
    key: keyAll(content),
  }
}

function sectionKey(content: readonly Content[], type: string): string {
  const inside = content
    .filter((block) => block.type === type)
    .flatMap((block) => block.content ?? [])
  return inside.some((block) => tidy(wordsOf(block)) !== '') ? keyAll(inside) : ''
}

function keyAll(content: readonly Content[]): string {
  return canonical(content).map(keyOf).join('\n')
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
