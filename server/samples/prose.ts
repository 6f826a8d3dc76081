import type { JSONContent } from '@tiptap/core'
import type { ClauseWord } from '#lib/doc/clause.ts'

/** The sections of a sample story's document, in the order people read them. */
export interface Prose {
  /** Paragraphs that say who needs it and why, behind the quoted sentence. */
  readonly value?: readonly string[]
  readonly criteria?: readonly Criterion[]
  readonly questions?: readonly Question[]
  /** A link to what it should look like, or the word that nothing needs to be drawn. */
  readonly design?: { readonly text: string; readonly href: string } | 'not needed'
  /** A header row and the rows below it. */
  readonly table?: { readonly title: string; readonly rows: readonly (readonly string[])[] }
}

/** A plain rule, or one in Given / When / Then form. */
export type Criterion = string | readonly (readonly [ClauseWord, string])[]

export interface Question {
  readonly text: string
  readonly blocking?: boolean
  readonly answer?: string
}

/** Gives a story's document as the editor's JSON: the original sentence, then whichever sections there are. */
export function proseOf(
  sentence: string,
  { value, criteria, questions, design, table }: Prose,
): JSONContent {
  const quote = block('blockquote', paragraph(sentence))
  // A sentence alone says what was wished for, not yet what it is worth.
  if (!value) return block('doc', quote, block('paragraph'))
  return block(
    'doc',
    block('customerValue', quote, ...value.map(paragraph)),
    ...(criteria ? [block('criteria', ...criteria.map(criterionOf))] : []),
    ...(questions ? [block('questions', ...questions.map(questionOf))] : []),
    ...(design ? [designOf(design)] : []),
    ...(table ? [heading(table.title), tableOf(table.rows)] : []),
  )
}

function criterionOf(criterion: Criterion): JSONContent {
  if (typeof criterion === 'string') return block('criterion', paragraph(criterion))
  return block(
    'criterion',
    ...criterion.map(([word, text]) => ({
      type: 'clause',
      attrs: { word },
      content: [{ type: 'text', text }],
    })),
  )
}

function questionOf({ text, blocking = false, answer }: Question): JSONContent {
  return {
    type: 'question',
    attrs: { blocking, open: answer === undefined },
    content: [paragraph(text), ...(answer ? [block('answer', paragraph(answer))] : [])],
  }
}

function designOf(design: NonNullable<Prose['design']>): JSONContent {
  if (design === 'not needed') return { type: 'design', attrs: { needed: false } }
  const { text, href } = design
  const link = { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }
  return block('design', block('paragraph', link))
}

function tableOf(rows: readonly (readonly string[])[]): JSONContent {
  return block(
    'table',
    ...rows.map((row, index) =>
      block(
        'tableRow',
        ...row.map((text) => block(index === 0 ? 'tableHeader' : 'tableCell', paragraph(text))),
      ),
    ),
  )
}

function heading(text: string): JSONContent {
  return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] }
}

function paragraph(text: string): JSONContent {
  return block('paragraph', { type: 'text', text })
}

function block(type: string, ...content: JSONContent[]): JSONContent {
  return content.length > 0 ? { type, content } : { type }
}
