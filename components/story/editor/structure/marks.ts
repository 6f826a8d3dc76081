import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Selection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

/** What is seen of a block on this screen only, by the block's id. */
export interface BlockMarks {
  /** Answered questions that are unfolded. */
  readonly unfolded: ReadonlySet<string>
  /** The block that a link has led to. */
  readonly shown: string | null
  /** Where the block is that is being dragged. */
  readonly lifted: number | null
}

const NONE: BlockMarks = { unfolded: new Set(), shown: null, lifted: null }

export const blockMarks = new PluginKey<BlockMarks>('blockMarks')

/** Draws the marks, and which block the caret is in: it never folds. */
export const Marks = Extension.create({
  name: 'blockMarks',
  addProseMirrorPlugins: () => [
    new Plugin<BlockMarks>({
      key: blockMarks,
      state: {
        init: () => NONE,
        apply: (tr, marks) => ({
          ...marks,
          ...(tr.getMeta(blockMarks) as Partial<BlockMarks> | undefined),
        }),
      },
      props: { decorations: draw },
    }),
  ],
})

/** Changes what is seen of blocks here; nobody else sees it, and it cannot be taken back. */
export function mark(view: EditorView, change: Partial<BlockMarks>): void {
  view.dispatch(view.state.tr.setMeta(blockMarks, change).setMeta('addToHistory', false))
}

/** Folds an answered question, or unfolds it. */
export function toggleFold(view: EditorView, id: string): void {
  const unfolded = new Set(blockMarks.getState(view.state)?.unfolded)
  if (!unfolded.delete(id)) unfolded.add(id)
  mark(view, { unfolded })
}

function draw(state: EditorState): DecorationSet {
  const { doc, selection } = state
  const marks = blockMarks.getState(state) ?? NONE
  const decorations: Decoration[] = caretBlocks(selection)
  if (marks.unfolded.size > 0 || marks.shown !== null || marks.lifted !== null) {
    doc.descendants((node, pos) => {
      const names = namesOf(node, pos, marks)
      if (names !== '')
        decorations.push(Decoration.node(pos, pos + node.nodeSize, { class: names }))
      return !node.isTextblock
    })
  }
  return DecorationSet.create(doc, decorations)
}

function caretBlocks({ $from }: Selection): Decoration[] {
  const found: Decoration[] = []
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { name } = $from.node(depth).type
    if (name !== 'criterion' && name !== 'question') continue
    found.push(Decoration.node($from.before(depth), $from.after(depth), { class: 'has-caret' }))
    if (name === 'criterion') break
  }
  return found
}

function namesOf(
  { attrs, isBlock }: Node,
  pos: number,
  { unfolded, shown, lifted }: BlockMarks,
): string {
  if (pos === lifted) return 'is-lifted'
  const id: unknown = attrs.id
  if (typeof id !== 'string' || !isBlock) return ''
  return [unfolded.has(id) ? 'is-unfolded' : '', id === shown ? 'is-shown' : '']
    .filter(Boolean)
    .join(' ')
}
