import { DOMParser as Reader, Slice } from '@tiptap/pm/model'
import { EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { storySchema } from '#lib/doc/extensions.ts'
import type { Content } from '#lib/schema/history.ts'
import { emptyLine, isBlank } from '../around.ts'
import { cleanHtml } from '../paste/cleanHtml.ts'
import { markdownToHtml } from '../paste/readMarkdown.ts'
import { pasteSections } from '../paste/sections.ts'

/**
 * Puts a template into the text, at the caret; what is there stays. Sections are added to the story's own, the rest stands
 * where the caret is, at the end when that is inside a block. One step to take back. `me` asks its questions.
 */
export function insertTemplate(view: EditorView, markdown: string, me: string): void {
  view.dispatch(templateInserted(view.state, readTemplate(view.state, markdown), me))
  view.focus()
}

/** Gives what a story holds that begins with a template. */
export function storyOf(markdown: string): readonly Content[] {
  const empty = EditorState.create({ schema: storySchema() })
  const { doc } = templateInserted(empty, readTemplate(empty, markdown), '')
  return (doc.toJSON() as { content?: Content[] }).content ?? []
}

function readTemplate({ schema }: EditorState, markdown: string): Slice {
  const page = new DOMParser().parseFromString(
    cleanHtml(markdownToHtml(markdown)).html,
    'text/html',
  )
  return new Slice(Reader.fromSchema(schema).parse(page.body).content, 0, 0)
}

/** The same for blocks that are read already. */
export function templateInserted(state: EditorState, blocks: Slice, me: string): Transaction {
  const { tr, schema } = state
  const { $to } = tr.selection
  const isBlankStory = tr.doc.childCount === 1 && isBlank(tr.doc.child(0))
  if (!isBlankStory && ($to.depth !== 1 || !$to.parent.isTextblock || $to.parent.type.spec.code)) {
    tr.insert(tr.doc.content.size, emptyLine(schema))
    tr.setSelection(Selection.atEnd(tr.doc))
  } else tr.setSelection(Selection.near($to, -1))
  // As it is with the caret there: nothing that was selected goes.
  const there = EditorState.create({ doc: tr.doc, selection: tr.selection })
  const change = pasteSections(there, blocks, me) ?? there.tr.replaceSelection(blocks)
  for (const step of change.steps) tr.step(step)
  return tr
    .setSelection(
      Selection.near(tr.doc.resolve(Math.min(change.selection.head, tr.doc.content.size)), -1),
    )
    .scrollIntoView()
}
