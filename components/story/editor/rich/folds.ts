import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, Selection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { isBlockId } from '#lib/doc/ids.ts'
import { keepOpen, keptOpen } from './keptFolds.ts'

type Open = ReadonlySet<string>

const folds = new PluginKey<Open>('folds')

/**
 * Which folding sections this person has open: their own business, kept on this device and never in the document. One that
 * the caret comes into opens: nobody writes where they do not see. So does one that somebody else makes while one watches: what
 * is written in it next is not missed.
 */
export const Folds = Extension.create({
  name: 'folds',
  addProseMirrorPlugins: () => [
    new Plugin<Open>({
      key: folds,
      state: {
        init: keptOpen,
        apply(tr, open, { doc: before }, { doc, selection }) {
          const now = (tr.getMeta(folds) as Open | undefined) ?? open
          const known = isOthers(tr) ? new Set(sectionsIn(before)) : null
          const made = known ? sectionsIn(doc).filter((id) => !known.has(id)) : []
          const opened = [...bodiesAt(selection), ...made].filter((id) => !now.has(id))
          return opened.length === 0 ? now : new Set([...now, ...opened])
        },
      },
      view: () => ({
        update({ state }, before) {
          const open = folds.getState(state)
          if (open && open !== folds.getState(before)) keepOpen(open)
        },
      }),
      props: { decorations: draw },
    }),
  ],
})

/** Opens a folding section, or closes it; the caret goes to its summary then. */
export function toggleOpen(view: EditorView, pos: number): void {
  const { doc, selection, tr } = view.state
  const node = doc.nodeAt(pos)
  const id: unknown = node?.attrs.id
  if (!node || !isBlockId(id)) return
  const open = new Set(folds.getState(view.state))
  if (!open.delete(id)) open.add(id)
  else if (selection.from > pos && selection.to < pos + node.nodeSize)
    tr.setSelection(Selection.near(doc.resolve(pos + 1 + summarySize(node)), -1))
  view.dispatch(tr.setMeta(folds, open).setMeta('addToHistory', false))
}

/** True for a section whose folded part is seen here. */
export function isUnfolded(state: EditorState, { attrs }: Node): boolean {
  return folds.getState(state)?.has(String(attrs.id)) === true
}

/** True for a section that is drawn open. */
export function isOpen(decorations: readonly Decoration[]): boolean {
  return decorations.some(({ spec }) => (spec as { isOpen?: boolean }).isOpen === true)
}

function draw(state: EditorState): DecorationSet {
  const open = folds.getState(state) ?? new Set()
  const drawn: Decoration[] = []
  if (open.size > 0)
    state.doc.descendants((node, pos) => {
      if (node.type.name === 'details' && open.has(String(node.attrs.id)))
        drawn.push(
          Decoration.node(pos, pos + node.nodeSize, { class: 'is-open' }, { isOpen: true }),
        )
      return !node.isTextblock
    })
  return DecorationSet.create(state.doc, drawn)
}

/** True for what somebody else has just written; what was there when the text was opened is not. */
function isOthers(tr: Transaction): boolean {
  const change = tr.getMeta(ySyncPluginKey) as { isUndoRedoOperation?: boolean } | undefined
  return change?.isUndoRedoOperation === false
}

function sectionsIn(doc: Node): string[] {
  const ids: string[] = []
  doc.descendants(({ type, attrs, isTextblock }) => {
    const id: unknown = attrs.id
    if (type.name === 'details' && isBlockId(id)) ids.push(id)
    return !isTextblock
  })
  return ids
}

/** The sections whose folded part holds the caret. */
function bodiesAt({ $from }: Selection): string[] {
  const ids: string[] = []
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    const id: unknown = node.attrs.id
    const isInSummary = $from.index(depth) === 0 && summarySize(node) > 0
    if (node.type.name === 'details' && isBlockId(id) && !isInSummary) ids.push(id)
  }
  return ids
}

function summarySize({ firstChild }: Node): number {
  return firstChild?.type.name === 'summary' ? firstChild.nodeSize : 0
}
