import { Fragment, type Node, type Schema, type Slice } from '@tiptap/pm/model'
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import { findClauses } from '#lib/doc/clause.ts'
import type { Section } from '#lib/doc/sectionNames.ts'
import { isBlank, typeOf } from '../around.ts'
import { CLAUSE, criteriaOf } from '../pastedLines.ts'
import { placeFor, sectionsOf } from '../sections/insert.ts'

/** What people call the sections elsewhere. */
const CALLED: readonly (readonly [Section, RegExp])[] = [
  ['criteria', /^(acceptance criteria|criteria|acceptance|ac|acs|definition of done|done when)$/i],
  ['questions', /^(open questions?|questions?)$/i],
  ['customerValue', /^(customer value|user value|business value|value|why|user story|problem)$/i],
  ['design', /^(designs?|mock-?ups?|wireframes?)$/i],
]

/**
 * Gives the transaction of a paste that brings sections of a story: a heading that names one, with what is below it, or lines in
 * Given / When / Then form. They go to the story's own sections, the rest to the caret. Null when there are none, or the caret
 * is where no sections are. `me` asks the questions.
 */
export function pasteSections(
  state: EditorState,
  { content }: Slice,
  me: string,
): Transaction | null {
  const { $from, $to } = state.selection
  if ($from.depth !== 1 || $to.depth !== 1 || $from.parent.type.spec.code) return null
  const { sections, rest } = sectionsIn(content, state.schema, me)
  if (sections.length === 0) return null
  const { tr } = state
  if (rest.length > 0) {
    tr.replaceSelectionWith(rest[0] as Node)
    let at = tr.selection.to
    for (const node of rest.slice(1)) {
      const $at = tr.doc.resolve(at)
      at = $at.depth === 0 ? at : $at.after(1)
      tr.insert(at, node)
      at += node.nodeSize
    }
  } else tr.deleteSelection()
  let end: number | null = null
  for (const section of sections) end = putSection(tr, section)
  if (end !== null) tr.setSelection(Selection.near(tr.doc.resolve(end), -1))
  return tr
}

/** Adds what a section holds to the story's own, or puts it at its place. Gives where its end is. */
export function putSection(tr: Transaction, section: Node): number {
  const kind = section.type.name as Section
  const own = sectionsOf(tr.doc, kind).at(-1)
  if (!own) {
    const at = placeFor(tr.doc, kind) ?? 0
    tr.insert(at, section)
    return at + section.nodeSize - 1
  }
  const { lastChild } = own.node
  let end = own.pos + own.node.nodeSize - 1
  if (lastChild && isBlank(lastChild)) {
    tr.delete(end - lastChild.nodeSize, end)
    end -= lastChild.nodeSize
  }
  tr.insert(end, section.content)
  return end + section.content.size
}

/** Takes the sections out of blocks. */
export function sectionsIn(
  blocks: Fragment,
  schema: Schema,
  me: string,
): { readonly sections: readonly Node[]; readonly rest: readonly Node[] } {
  const sections: Node[] = []
  const rest: Node[] = []
  const all = [...blocks.content]
  for (let index = 0; index < all.length; index += 1) {
    const block = all[index] as Node
    if (block.type.spec.group === 'section') {
      sections.push(block)
      continue
    }
    const kind = sectionNamed(block)
    const run = kind ? runBelow(all, index + 1, kind) : []
    if (kind && run.length > 0) {
      sections.push(sectionOf(schema, kind, run, me))
      index += run.length
      continue
    }
    const clauses = clauseRun(all, index)
    if (clauses.length > 1) {
      sections.push(typeOf(schema, 'criteria').create(null, criteriaOf(schema, clauses)))
      index += clauses.length - 1
      continue
    }
    rest.push(block)
  }
  return { sections, rest }
}

/** A heading, or a line that is one for the eye: bold, or with a colon at its end. */
function sectionNamed(block: Node): Section | null {
  const text = block.textContent.trim()
  if (text.length > NAME_MAX || !isHeading(block)) return null
  const name = text.replace(/\s*[:：]$/, '').replace(/^\W+\s/, '')
  return CALLED.find(([, called]) => called.test(name))?.[0] ?? null
}

/** No section is called by more characters, signs around the name included. */
const NAME_MAX = 80

function isHeading(block: Node): boolean {
  if (block.type.name === 'heading') return true
  if (block.type.name !== 'paragraph') return false
  const isBold =
    block.childCount > 0 &&
    block.children.every(
      ({ marks, text = '' }) =>
        text.trim() === '' || marks.some(({ type }) => type.name === 'bold'),
    )
  return isBold || /[:：]\s*$/.test(block.textContent)
}

/** The blocks below a heading that belong to it. */
function runBelow(all: readonly Node[], from: number, kind: Section): readonly Node[] {
  const run: Node[] = []
  for (const block of all.slice(from)) {
    const isList = LISTS.has(block.type.name)
    if (block.type.spec.group === 'section' || isHeading(block)) break
    if (kind === 'criteria' && !isList && !CLAUSE.test(block.textContent)) break
    if (kind === 'questions' && !isList && !/\?\s*$/.test(block.textContent)) break
    run.push(block)
  }
  return run
}

const LISTS = new Set(['bulletList', 'orderedList', 'taskList'])

/** Lines from here on that begin with Given, When, Then or And; none unless something is given or done, and seen. */
function clauseRun(all: readonly Node[], from: number): readonly Node[] {
  const run: Node[] = []
  for (const block of all.slice(from)) {
    if (block.type.name !== 'paragraph' || !CLAUSE.test(block.textContent)) break
    run.push(block)
  }
  const words = run.map((line) => CLAUSE.exec(line.textContent)?.[1]?.toLowerCase())
  const isWhole = (words[0] === 'given' || words[0] === 'when') && words.includes('then')
  return isWhole ? run : []
}

function sectionOf(schema: Schema, kind: Section, run: readonly Node[], me: string): Node {
  const type = typeOf(schema, kind)
  switch (kind) {
    case 'customerValue':
    case 'design':
      return type.create(null, [...run])
    case 'criteria': {
      const lines = run.filter(({ type: { name } }) => !LISTS.has(name))
      const items = run.flatMap((list) => (LISTS.has(list.type.name) ? [...list.children] : []))
      return type.create(null, [
        ...items.map((item) => criterionOf(schema, item)),
        ...criteriaOf(schema, lines),
      ])
    }
    case 'questions':
      return type.create(
        null,
        run.flatMap((block) =>
          LISTS.has(block.type.name)
            ? block.children.map((item) => questionOf(schema, item, me))
            : [questionOf(schema, block, me)],
        ),
      )
    default:
      return kind satisfies never
  }
}

/** An item of a list as a criterion: its lines, in form where they are written so, and what is nested in it. */
function criterionOf(schema: Schema, item: Node): Node {
  const lines: Node[] = []
  const nested: Node[] = []
  item.forEach((child) => {
    if (LISTS.has(child.type.name))
      nested.push(...child.children.map((inner) => criterionOf(schema, inner)))
    else if (child.isTextblock) lines.push(...linesOf(child))
  })
  const paragraph = typeOf(schema, 'paragraph')
  const criterion = typeOf(schema, 'criterion')
  const [form, ...others] = criteriaOf(
    schema,
    lines.flatMap((line) => splitClauses(paragraph.create(null, line.content))),
  )
  const own = [...(form?.children ?? []), ...others.flatMap((other) => [...other.children])]
  const below = nested.length > 0 ? [typeOf(schema, 'criteria').create(null, nested)] : []
  return criterion.create(null, [...(own.length > 0 ? own : [paragraph.create()]), ...below])
}

function questionOf(schema: Schema, block: Node, me: string): Node {
  const line = block.isTextblock ? block : block.firstChild
  const words = line?.isTextblock ? line.content : Fragment.empty
  const sign = /\s{0,10}\(blocking\)\s*$/i.exec(line?.textContent ?? '')
  const kept = sign ? words.cut(0, sign.index) : words
  return typeOf(schema, 'question').create(
    { asker: me, blocking: sign !== null, open: block.attrs.checked !== true },
    typeOf(schema, 'paragraph').create(null, kept),
  )
}

/** A line at each break in it. */
function linesOf(block: Node): Node[] {
  const lines: Node[] = []
  let from = 0
  block.forEach((child, offset) => {
    if (child.type.name !== 'hardBreak') return
    lines.push(block.cut(from, offset))
    from = offset + child.nodeSize
  })
  lines.push(block.cut(from))
  return lines.filter(({ content }) => content.size > 0)
}

/** A whole sentence in Given / When / Then form is a line for each of its clauses. */
function splitClauses(line: Node): Node[] {
  const { clauses } = findClauses(line.textBetween(0, line.content.size, null, '\uFFFC'))
  if (clauses.length < 2 || clauses[0]?.from === undefined) return [line]
  const starts = clauses.map(({ from, word }) => from - word.length - 1)
  if ((starts[0] ?? 1) > 0) return [line]
  return clauses.map(({ to }, index) => line.cut(Math.max(0, starts[index] ?? 0), to))
}
