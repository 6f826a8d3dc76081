import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import {
  defaultDeleteFilter,
  defaultProtectedNodes,
  ySyncPluginKey,
  yUndoPluginKey,
} from '@tiptap/y-tiptap'
import { type Doc, UndoManager } from 'yjs'
import { BODY } from '#lib/doc/schema.ts'

/**
 * Takes back what this editor wrote, and nothing that anyone else did (UX9). What is typed within half a second is one
 * step. The editor's binding asks to begin a new step whenever someone else's caret moves; in company undo would then
 * go letter by letter, so only undo, redo and whoever writes end a step.
 */
class OwnEdits extends UndoManager {
  #begunAt = 0

  constructor(...given: ConstructorParameters<typeof UndoManager>) {
    super(...given)
    this.on('stack-item-popped', ({ stackItem, type }) => {
      const tell = stackItem.meta.get(TOLD) as Told | undefined
      if (!tell) return
      const back = type === 'undo' ? this.redoStack : this.undoStack
      back.at(-1)?.meta.set(TOLD, tell)
      tell(type)
    })
    this.on('stack-item-added', () => {
      this.#begunAt = Date.now()
    })
  }

  override stopCapturing(): void {
    if (this.undoing || this.redoing) super.stopCapturing()
  }

  /** What is written next is a step of its own. */
  endStep(): void {
    super.stopCapturing()
  }

  /** What `write` writes is a step of its own. `tell` is called whenever it was taken back, or made again. */
  step(write: () => void, tell: Told): void {
    const before = this.undoStack.length
    this.endStep()
    write()
    if (this.undoStack.length > before) this.undoStack.at(-1)?.meta.set(TOLD, tell)
    this.endStep()
  }

  /** Between two words of somebody who writes without a pause: what is long enough is a step. */
  endLongStep(): void {
    if (Date.now() - this.#begunAt > STEP_MAX_MS) this.endStep()
  }
}

/** Where a step of the undo manager keeps whom it tells. */
const TOLD = 'told'

type Told = (was: 'undo' | 'redo') => void

/** Nobody wants to lose more than this by one press, ms of writing without a pause. */
const STEP_MAX_MS = 5_000

/** Makes what takes back a person's own edits of a document. */
export function ownEdits(doc: Doc): OwnEdits {
  return new OwnEdits(doc.getXmlFragment(BODY), {
    trackedOrigins: new Set([ySyncPluginKey]),
    // A paragraph that others have written into since stays when the one who made it takes that back.
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  })
}

/**
 * A new line by Enter, with what is written in it, is taken back by itself; so is what Backspace does at the start of a line, and a
 * long run of words.
 */
export const UndoSteps = Extension.create({
  name: 'undoSteps',
  // Behind the menus at the caret, which choose by Enter, and ahead of all who make lines by it.
  priority: 1_600,
  addKeyboardShortcuts: () => ({
    Enter: ({ editor }) => {
      ownEditsOf(editor)?.endStep()
      return false
    },
    Backspace: ({ editor }) => {
      const { empty, $from } = editor.state.selection
      if (empty && $from.parentOffset === 0) ownEditsOf(editor)?.endStep()
      return false
    },
  }),
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handleTextInput(_view, _from, _to, text) {
            if (/^\s/.test(text)) ownEditsOf(editor)?.endLongStep()
            return false
          },
        },
      }),
    ]
  },
})

/** Gives what takes back a person's own edits in an editor. */
export function ownEditsOf({ state }: Editor): OwnEdits | null {
  const { undoManager } = (yUndoPluginKey.getState(state) ?? {}) as { undoManager?: unknown }
  return undoManager instanceof OwnEdits ? undoManager : null
}
