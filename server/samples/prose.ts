import type { JSONContent } from '@tiptap/core'

/** The sections of a sample story's document, in the order people read them. */
export interface Prose {
  /** Paragraphs that say who needs it and why, behind the quoted sentence. */
  readonly value?: readonly string[]
  readonly criteria?: readonly { readonly text: string; readonly done?: boolean }[]
  readonly questions?: readonly string[]
  /** A header row and the rows below it. */
  readonly table?: { readonly title: string; readonly rows: readonly (readonly string[])[] }
}

/** Gives a story's document as the editor's JSON: the original sentence, then whichever sections there are. */
export function proseOf(
  sentence: string,
  { value, criteria, questions, table }: Prose,
): JSONContent {
  const quote = block('blockquote', paragraph(sentence))
  if (!value) return block('doc', quote, block('paragraph'))
  return block(
    'doc',
    heading('Customer value'),
    quote,
    ...value.map(paragraph),
    ...(criteria ? [heading('Acceptance criteria'), taskList(criteria)] : []),
    ...(table ? [heading(table.title), tableOf(table.rows)] : []),
    ...(questions ? [heading('Open questions'), bulletList(questions)] : []),
  )
}

function taskList(items: NonNullable<Prose['criteria']>): JSONContent {
  return block(
    'taskList',
    ...items.map(({ text, done = false }) => ({
      type: 'taskItem',
      attrs: { checked: done },
      content: [paragraph(text)],
    })),
  )
}

function bulletList(items: readonly string[]): JSONContent {
  return block('bulletList', ...items.map((item) => block('listItem', paragraph(item))))
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
