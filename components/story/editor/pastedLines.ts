import type { Fragment, Node, Schema, Slice } from '@tiptap/pm/model'
import { readClauseWord } from '#lib/doc/clause.ts'
import { typeOf } from './around.ts'

/** What lists of other pages, and people in mails, put in front of a line. */
const BULLET = /^\s*(?:[-*•–]|\d+[.)]|\[[ x]?\])\s+/i
/** A line in Given / When / Then form. */
export const CLAUSE = /^(given|when|then|and)\s+/i

/**
 * Gives what is pasted into a criterion or a question as blocks of that kind: those that were copied, or one for each
 * line. Lines that begin with Given, When, Then or And belong together, from Given to Given. Null when it is no more than
 * some words, which go where the caret is, or holds what cannot be a line.
 */
export function pastedBlocks(
  { content }: Slice,
  schema: Schema,
  kind: 'criterion' | 'question',
): readonly Node[] | null {
  const copied = copiedIn(content, kind)
  if (copied) return copied.length > 1 || copied.some(hasSeveralLines) ? copied : null
  const lines = linesIn(content)
  if (!lines || lines.length < 2) return null
  return kind === 'criterion'
    ? criteriaOf(schema, lines)
    : lines.map((line) => typeOf(schema, 'question').create(null, line))
}

/** Gives the blocks of a copied list, or null when it is anything else. */
function copiedIn(content: Fragment, kind: string): Node[] | null {
  const found: Node[] = []
  let isList = content.childCount > 0
  content.forEach((node) => {
    if (node.type.name === kind) found.push(node)
    else if (node.type.name === (kind === 'criterion' ? 'criteria' : 'questions'))
      found.push(...node.children)
    else isList = false
  })
  return isList ? found : null
}

function hasSeveralLines({ childCount }: Node): boolean {
  return childCount > 1
}

/**
 * Gives the lines that are not empty, without bullets, also those that only a line break parts; null when there is more than lines
 * of text.
 */
function linesIn(content: Fragment): Node[] | null {
  const lines: Node[] = []
  let isText = true
  const walk = (nodes: Fragment) =>
    nodes.forEach((node) => {
      if (LINES.has(node.type.name)) lines.push(...brokenUp(node))
      else if (node.isTextblock || node.isInline || HAS_OWN_LINES.has(node.type.name)) {
        isText = false
      } else walk(node.content)
    })
  walk(content)
  return isText ? lines : null
}

/** What is words in one line, whatever it looked like elsewhere: a heading is a rule here. */
const LINES = new Set(['paragraph', 'heading', 'summary'])

function brokenUp(block: Node): Node[] {
  const parts: Node[][] = [[]]
  block.forEach((node) => {
    if (node.type.name === 'hardBreak') parts.push([])
    else parts.at(-1)?.push(node)
  })
  const line = typeOf(block.type.schema, 'paragraph')
  return parts
    .map((part) => withoutBullet(line.create(null, part)))
    .filter(({ children }) => children.some(({ isText, text }) => !isText || text?.trim() !== ''))
}

const HAS_OWN_LINES = new Set(['criterion', 'question', 'table', 'horizontalRule'])

function withoutBullet(line: Node): Node {
  const bullet = BULLET.exec(line.textContent)?.[0].length ?? 0
  return bullet === 0 ? line : line.copy(line.content.cut(bullet))
}

/** Gives lines as criteria: those in form belong together, from Given to Given. */
export function criteriaOf(schema: Schema, lines: readonly Node[]): Node[] {
  const groups: Node[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    const isInForm = last?.at(-1)?.type.name === 'clause'
    const start = CLAUSE.exec(line.textContent)
    const word = start ? readClauseWord(start[1]?.toLowerCase()) : null
    if (!start || !word || (!isInForm && word !== 'given' && word !== 'when')) {
      groups.push([line])
      continue
    }
    const clause = typeOf(schema, 'clause').create({ word }, line.content.cut(start[0].length))
    if (last && isInForm && word !== 'given') last.push(clause)
    else groups.push([clause])
  }
  return groups.map((group) => typeOf(schema, 'criterion').create(null, group))
}
