import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { getRelativeSelection, type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Transaction as DocumentChange } from 'yjs'
import { pressedSelection } from './pressedSelection.ts'

/** The selection as the binding keeps it while Yjs changes the text: where it is in Yjs, and where it was in the editor. */
interface KeptSelection {
  readonly absAnchor?: number
  readonly absHead?: number
}

interface Binding {
  beforeTransactionSelection: KeptSelection | null
  readonly prosemirrorView: { readonly state: EditorState } | null
}

/**
 * Guards the binding of an editor for as long as it is open. And what others write, or where their carets go, never takes
 * back where this person has just pressed.
 */
export const OwnSelection = Extension.create({
  name: 'ownSelection',
  dispatchTransaction({ transaction, next }) {
    // A text that is given the focus by itself has its caret put at the very beginning, which nobody has pressed.
    const isFocus = transaction.getMeta('focus') !== undefined
    const isOfOthers = !transaction.selectionSet && !transaction.docChanged && !isFocus
    // While it is built or taken down an editor has no view: plugins that wait a moment may still tell it something then.
    const pressed = isOfOthers && !this.editor.isDestroyed && pressedSelection(this.editor.view)
    next(pressed ? transaction.setSelection(pressed) : transaction)
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      view(view) {
        guardSelection(view.state)
        return { destroy: keepPresses(view) }
      },
    }),
  ],
})

/** Lets the binding keep what the person has just pressed while it brings in what others wrote. Gives back how to stop. */
function keepPresses(view: EditorView): () => void {
  const { binding } = (ySyncPluginKey.getState(view.state) ?? {}) as {
    binding?: ProsemirrorBinding
  }
  if (!binding) return () => {}
  const { doc } = binding
  const keep = (change: DocumentChange) => {
    const pressed = change.origin === ySyncPluginKey ? null : pressedSelection(view)
    if (!pressed) return
    const state = { selection: pressed } as EditorState
    binding.beforeTransactionSelection = getRelativeSelection(binding, state)
  }
  doc.on('beforeTransaction', keep)
  return () => doc.off('beforeTransaction', keep)
}

/**
 * Keeps the binding from looking for the caret in a text that it was never in. Where one change brings several (marks that met
 * are tidied up in a second one, undo has a selection of long ago), its numbers are those of an older text: behind the end of a
 * shorter one the binding throws, and from then on what this editor writes takes back what the others wrote.
 */
export function guardSelection(state: EditorState): void {
  const { binding } = (ySyncPluginKey.getState(state) ?? {}) as { binding?: Binding | null }
  if (!binding) return
  let kept = binding.beforeTransactionSelection
  let of: Node | null = null
  Object.defineProperty(binding, 'beforeTransactionSelection', {
    configurable: true,
    get() {
      const doc = binding.prosemirrorView?.state.doc
      if (!kept || !doc || (doc === of && isIn(doc, kept))) return kept
      // Where it is in Yjs is true for ever; that alone is what is left.
      return { ...kept, absAnchor: undefined, absHead: undefined }
    },
    set(next: KeptSelection | null) {
      kept = next
      of = binding.prosemirrorView?.state.doc ?? null
    },
  })
}

function isIn({ content }: Node, { absAnchor = 0, absHead = 0 }: KeptSelection): boolean {
  return absAnchor <= content.size && absHead <= content.size
}
