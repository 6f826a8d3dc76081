import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/** The selection as the binding keeps it while Yjs changes the text: where it is in Yjs, and where it was in the editor. */
interface KeptSelection {
  readonly absAnchor?: number
  readonly absHead?: number
}

interface Binding {
  beforeTransactionSelection: KeptSelection | null
  readonly prosemirrorView: { readonly state: EditorState } | null
}

/** Guards the binding of an editor for as long as it is open. */
export const OwnSelection = Extension.create({
  name: 'ownSelection',
  addProseMirrorPlugins: () => [
    new Plugin({
      view({ state }) {
        guardSelection(state)
        return {}
      },
    }),
  ],
})

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
