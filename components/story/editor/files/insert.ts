import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { textsOf } from '#components/language/loaded.ts'
import { showToast } from '#components/ui/toasts.ts'
import { newFileId } from '#lib/files/id.ts'
import { readFileName } from '#lib/files/names.ts'
import { sniffPicture, SNIFFED_BYTES } from '#lib/files/sniff.ts'
import { emptyLine, typeOf } from '../around.ts'
import type { FileParts } from './parts.ts'
import { addBeside } from './rows.ts'
import { uploadSentence } from './uploadSentence.ts'

/**
 * Puts files where the caret is: pictures as pictures, side by side where several come at once, and all else as attachments,
 * one below the other. Each is on this device's disk before the text shows it: a reload in between loses nothing (I5). What
 * cannot be sent is said, and not put.
 */
export async function insertFiles(
  view: EditorView,
  files: readonly File[],
  { story, uploads: open }: Pick<FileParts, 'story' | 'uploads'>,
): Promise<void> {
  const uploads = await open()
  if (!uploads) {
    showToast({
      tone: 'danger',
      title: textsOf('story')('files.cannotAdd'),
    })
    return
  }
  let last: string | null = null
  for (const file of files) {
    const name = readFileName(file.name)
    const problem = await uploads.refusal({ name, size: file.size })
    if (problem !== null) {
      showToast({ tone: 'danger', title: uploadSentence(problem) })
      continue
    }
    const id = newFileId()
    const size = await sizeOf(file)
    await uploads.send({ id, story, name, blob: file })
    if (view.isDestroyed) return
    const { schema } = view.state
    const block = size
      ? typeOf(schema, 'image').create({ file: id, name, ...size })
      : typeOf(schema, 'attachment').create({ file: id, name, size: file.size })
    const beside = last === null ? null : insertBehind(view.state, last, block)
    view.dispatch((beside ?? insertBlock(view.state, block)).scrollIntoView())
    last = id
  }
}

/** Gives the transaction that puts a block behind the one that shows a file, pictures beside it; null when that one is gone. */
function insertBehind(state: EditorState, file: string, block: Node): Transaction | null {
  let at: number | null = null
  state.doc.descendants((node, pos) => {
    if (node.attrs.file === file) at = pos
  })
  if (at === null) return null
  const tr = addBeside(state, at, block) ?? insertBelow(state, at, block)
  return tr.setSelection(state.selection.map(tr.doc, tr.mapping))
}

/** In a row that is full, behind the row. */
function insertBelow({ tr, doc }: EditorState, at: number, block: Node): Transaction {
  const $at = doc.resolve(at)
  const isInRow = $at.parent.type.name === 'imageRow'
  return tr.insert(isInRow ? $at.after() : at + ($at.nodeAfter?.nodeSize ?? 0), block)
}

/** Gives the transaction that puts a block at the selection: in place of an empty line, else behind what the caret is in. */
export function insertBlock({ tr, selection, schema }: EditorState, block: Node): Transaction {
  const { $from } = selection
  const isEmptyLine = $from.parent.isTextblock && $from.parent.content.size === 0
  const depth = depthFor(selection, block)
  const isHere = isEmptyLine && depth === $from.depth - 1
  let at = isHere ? $from.before() : behind(selection, depth)
  if (isHere) tr.replaceWith(at, $from.after(), block)
  else tr.insert(at, block)
  at += block.nodeSize
  // A line to go on writing in.
  const next = tr.doc.resolve(at).nodeAfter
  if (!next?.isTextblock) tr.insert(at, emptyLine(schema))
  return tr.setSelection(Selection.near(tr.doc.resolve(at + 1)))
}

/** Gives the depth of the innermost block around the caret that may hold this one. */
function depthFor({ $from }: Selection, block: Node): number {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const index = $from.indexAfter(depth)
    if ($from.node(depth).canReplaceWith(index, index, block.type)) return depth
  }
  return 0
}

function behind(selection: Selection, depth: number): number {
  const { $from } = selection
  if (selection instanceof NodeSelection && depth === $from.depth) return selection.to
  return depth === $from.depth ? $from.pos : $from.after(depth + 1)
}

/** Gives the size of a picture as it is drawn, in pixels; null for what is none, or cannot be drawn. */
async function sizeOf(file: Blob): Promise<{ naturalWidth: number; naturalHeight: number } | null> {
  const head = new Uint8Array(await file.slice(0, SNIFFED_BYTES).arrayBuffer())
  if (!sniffPicture(head)) return null
  const url = URL.createObjectURL(file)
  try {
    const picture = new Image()
    picture.src = url
    await picture.decode()
    return { naturalWidth: picture.naturalWidth, naturalHeight: picture.naturalHeight }
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(url)
  }
}
