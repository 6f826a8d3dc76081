import { Extension } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, Selection, type Transaction } from '@tiptap/pm/state'
import { isBlockId } from '#lib/doc/ids.ts'
import { isBlank, type Line, lineAt } from './around.ts'
import { pasteSections } from './paste/sections.ts'
import { pastedBlocks } from './pastedLines.ts'

/**
 * What is pasted into a list of criteria or questions becomes criteria or questions, and what comes from elsewhere never
 * brings its names along: links to them mean the story they were copied from. What was cut here keeps them.
 */
export const Pasting = Extension.create<{ me: string }>({
  name: 'pasting',
  addOptions: () => ({ me: '' }),
  addProseMirrorPlugins() {
    const { me } = this.options
    const cut = new Set<unknown>()
    const remember = (state: EditorState) => {
      cut.clear()
      state.selection.content().content.descendants(({ isInline, attrs }) => {
        if (!isInline && isBlockId(attrs.id)) cut.add(attrs.id)
      })
    }
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            cut: ({ state }) => (remember(state), false),
            dragstart: ({ state }) => (remember(state), false),
          },
          transformPasted: (slice) => withoutNames(slice, cut),
          handlePaste(view, _event, slice) {
            const tr = pasteBlocks(view.state, slice) ?? pasteSections(view.state, slice, me)
            if (!tr) return false
            view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
            return true
          },
        },
      }),
    ]
  },
})

/** Gives the transaction that pastes blocks into a list, or null when the paste is the text's own. */
export function pasteBlocks(state: EditorState, slice: Slice): Transaction | null {
  for (const kind of ['criterion', 'question'] as const) {
    const at = lineAt(state.selection, kind)
    const blocks = at && pastedBlocks(slice, state.schema, kind)
    if (blocks) return putIn(state.tr, at, Fragment.from(blocks))
  }
  return null
}

/**
 * In place of a blank block; else the first line goes on at the caret, the rest comes behind the block, and what stood behind the
 * caret behind the last line.
 */
function putIn(tr: Transaction, { block }: Line, blocks: Fragment): Transaction {
  let end: number
  if (isBlank(block.node) && block.node.childCount === 1) {
    tr.replaceWith(block.pos, block.end, blocks)
    end = block.pos + blocks.size
  } else {
    tr.deleteSelection()
    const first = blocks.firstChild
    const goesOn = first?.childCount === 1 && first.firstChild?.type.name === 'paragraph'
    const { $from } = tr.selection
    const tail = goesOn ? $from.parent.content.cut($from.parentOffset) : Fragment.empty
    if (goesOn) tr.replaceWith($from.pos, $from.end(), first.firstChild?.content ?? Fragment.empty)
    const rest = goesOn ? blocks.cut(first.nodeSize) : blocks
    const behind = tr.mapping.map(block.end)
    tr.insert(behind, rest)
    end = behind + rest.size
    const last = Selection.near(tr.doc.resolve(end), -1).to
    tr.insert(last, tail)
    end = last
  }
  return tr.setSelection(Selection.near(tr.doc.resolve(end), -1))
}

/** Gives a slice without the ids that are not in `kept`. */
export function withoutNames(
  { content, openStart, openEnd }: Slice,
  kept: ReadonlySet<unknown>,
): Slice {
  return new Slice(strip(content), openStart, openEnd)

  function strip(nodes: Fragment): Fragment {
    return Fragment.from(
      nodes.content.map((node) => {
        // What is in a line has no name of its own: a mention has somebody else's.
        if (node.isInline) return node
        const inner = node.copy(strip(node.content))
        if (node.attrs.id === undefined || kept.has(node.attrs.id)) return inner
        return node.type.create({ ...node.attrs, id: null }, inner.content, node.marks)
      }),
    )
  }
}
