import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap'
import { type Doc, UndoManager } from 'yjs'
import { BODY } from '#lib/doc/schema.ts'

/**
 * Takes back what this editor wrote, and nothing that anyone else did (UX9). What is typed within half a second is one
 * step. The editor's binding asks to begin a new step whenever someone else's caret moves; in company undo would then
 * go letter by letter, so only undo and redo themselves end a step.
 */
class OwnEdits extends UndoManager {
  override stopCapturing(): void {
    if (this.undoing || this.redoing) super.stopCapturing()
  }
}

export function ownEdits(doc: Doc): UndoManager {
  return new OwnEdits(doc.getXmlFragment(BODY), {
    trackedOrigins: new Set([ySyncPluginKey]),
    // A paragraph that others have written into since stays when the one who made it takes that back.
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  })
}
