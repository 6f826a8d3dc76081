import type { Editor } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type { Doc } from 'yjs'
import type { Replace, Replaced } from '#components/discussion/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { anchorAt, AnchorPlaces } from '#lib/doc/anchorPlace.ts'
import type { Thread } from '#lib/domain/talk/thread.ts'
import { ownEditsOf } from '../undo.ts'
import { threadMarks } from './threadMarks.ts'

/**
 * Makes the replacement that a thread suggests, as an edit like any other. The text must still read as it did when it was
 * suggested. The caret is behind the new words then. `tell`: called whenever undo and redo of the text take it back and make it again.
 */
export function replaceText(
  editor: Editor,
  yjs: Doc,
  { id, suggestion }: Thread,
  tell: Parameters<Replace>[1],
): ReturnType<Replace> {
  const place = threadMarks.getState(editor.state)?.places.get(id)
  if (!suggestion) return no(textsOf('story')('suggest.gone'))
  if (!place) {
    return no(textsOf('story')('suggest.textGone'))
  }
  const { doc, tr } = editor.state
  const { from, to } = place
  if (doc.textBetween(from, to, '\n') !== suggestion.from) {
    return no(textsOf('story')('suggest.otherwise'))
  }
  const was: unknown = doc.slice(from, to).toJSON()
  const marks = doc.resolve(from + 1).marks()
  if (suggestion.to === '') tr.delete(from, to)
  else tr.replaceWith(from, to, editor.schema.text(suggestion.to, marks))
  tr.setSelection(TextSelection.create(tr.doc, from + suggestion.to.length)).scrollIntoView()
  const write = () => editor.view.dispatch(tr)
  const own = ownEditsOf(editor)
  if (own) own.step(write, tell)
  else write()
  const at =
    anchorAt(yjs, editor.schema, from, from + suggestion.to.length) ?? pointAt(editor, from)
  return { ok: true, replaced: { now: suggestion.to, was, at } }
}

/**
 * Puts the words back that a replacement took away, as an edit of its own: others may have written since. Gives why it cannot
 * be done, or null when it was: the text must still read as the replacement left it.
 */
export function putBackText(editor: Editor, yjs: Doc, { now, was, at }: Replaced): string | null {
  const { doc, tr, schema } = editor.state
  const place = 'kind' in at ? new AnchorPlaces(yjs, schema).of(at) : pointOf(editor, at)
  if (
    !place ||
    place.to > doc.content.size ||
    doc.textBetween(place.from, place.to, '\n') !== now
  ) {
    return textsOf('story')('suggest.notBack')
  }
  editor.view.dispatch(tr.replace(place.from, place.to, Slice.fromJSON(schema, was)))
  return null
}

function no(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message }
}

type Mapping = Parameters<typeof absolutePositionToRelativePosition>

interface Binding {
  readonly doc: Doc
  readonly type: Mapping[1]
  readonly mapping: Mapping[2]
}

/** Where nothing was put there are no characters to find it by. */
function pointAt(editor: Editor, pos: number) {
  const { type, mapping } = bindingOf(editor)
  return absolutePositionToRelativePosition(pos, type, mapping)
}

function pointOf(editor: Editor, point: ReturnType<typeof pointAt>) {
  const { doc, type, mapping } = bindingOf(editor)
  const pos = relativePositionToAbsolutePosition(doc, type, point, mapping)
  return pos === null ? null : { from: pos, to: pos }
}

function bindingOf(editor: Editor): Binding {
  const { binding } = ySyncPluginKey.getState(editor.state) as { binding: Binding }
  return binding
}
