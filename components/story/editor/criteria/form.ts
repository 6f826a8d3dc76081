import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import { clauseName, findClauses, readClauseWord } from '#lib/doc/clause.ts'
import { type Found, typeOf } from '../around.ts'

/** True for a criterion in Given / When / Then form. */
export function hasClauses(criterion: Node): boolean {
  return linesOf(criterion).some(({ type }) => type.name === 'clause')
}

/**
 * Writes a criterion in Given / When / Then form: a sentence that has these words already is taken apart, else the
 * rule stays above three empty clauses. The caret goes to the first clause that is empty.
 */
export function toClauses({ tr, schema }: EditorState, { node, pos, end }: Found): Transaction {
  const rule = linesOf(node).reduce((all, line) => all.append(line.content), Fragment.empty)
  const found = takeApart(schema, rule)
  const lines = found ?? [
    ...lineOf(schema, rule),
    ...['given', 'when', 'then'].map((word) => clause(schema, word)),
  ]
  tr.replaceWith(pos + 1, end - 1, [...lines, ...nestedIn(node)])
  return tr.setSelection(caretIn(tr, pos))
}

/** Writes a criterion as one sentence. Every word and its marks are kept. */
export function toSentence({ tr, schema }: EditorState, { node, pos, end }: Found): Transaction {
  const lines = linesOf(node).filter(({ content }) => content.size > 0)
  const [clauses, rules] = [true, false].map((isClause) =>
    lines.filter(({ type }) => (type.name === 'clause') === isClause),
  ) as [Node[], Node[]]
  let words = rules.reduce((all, line) => all.append(line.content), Fragment.empty)
  const hasRule = words.size > 0
  for (const [index, line] of clauses.entries()) {
    const joint = index > 0 ? ', ' : hasRule ? ': ' : ''
    const word = readClauseWord(line.attrs.word)
    const start = joint === '' ? clauseName(word) : `${joint}${word}`
    words = words.append(Fragment.from(schema.text(`${start} `))).append(line.content)
  }
  const line = typeOf(schema, 'paragraph').create(null, words)
  tr.replaceWith(pos + 1, end - 1, [line, ...nestedIn(node)])
  return tr.setSelection(Selection.near(tr.doc.resolve(pos + 2 + line.content.size), -1))
}

/** The lines of a criterion, without what is nested in it. */
function linesOf(criterion: Node): Node[] {
  return criterion.children.filter(({ isTextblock }) => isTextblock)
}

function nestedIn(criterion: Node): Node[] {
  return criterion.children.filter(({ isTextblock }) => !isTextblock)
}

function takeApart(schema: Schema, words: Fragment): Node[] | null {
  // Every leaf as one letter, so that places in the sentence are places in the words.
  const sentence = words.textBetween(0, words.size, null, '\uFFFC')
  const { ruleTo, clauses } = findClauses(sentence)
  if (clauses.length === 0) return null
  return [
    ...lineOf(schema, words.cut(0, ruleTo)),
    ...clauses.map(({ word, from, to }) => clause(schema, word, words.cut(from, to))),
  ]
}

function lineOf(schema: Schema, words: Fragment): Node[] {
  return words.size === 0 ? [] : [typeOf(schema, 'paragraph').create(null, words)]
}

function clause(schema: Schema, word: string, words = Fragment.empty): Node {
  return typeOf(schema, 'clause').create({ word }, words)
}

function caretIn(tr: Transaction, pos: number): Selection {
  let last = pos + 1
  let firstEmpty: number | null = null
  tr.doc.nodeAt(pos)?.forEach((line, offset) => {
    if (line.type.name !== 'clause') return
    last = pos + 1 + offset + line.nodeSize - 1
    if (line.content.size === 0) firstEmpty ??= last
  })
  return Selection.near(tr.doc.resolve(firstEmpty ?? last), -1)
}
