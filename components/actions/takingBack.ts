import { showToast } from '#components/ui/toasts.ts'
import type { Undo } from './action.ts'
import { LATEST, redoStack, type Undoable, undoStack } from './undo.ts'

/** Takes back the newest action that can be taken back. Says so when there is none. */
export function undoLast(): void {
  const entry = undoStack.pop()
  if (entry) takeBack(entry)
  else showToast({ title: 'Nothing to undo. Only what you did in this tab can be taken back.' })
}

/** Does again what was taken back last. Says so when there is nothing, or it cannot be done again. */
export function redoLast(): void {
  const entry = redoStack.pop()
  if (!entry?.undo) {
    showToast({ id: LATEST, title: 'Nothing to redo. Something else was done since.' })
    return
  }
  const { said, undo } = entry
  const outcome = undo() ?? { ok: true }
  if (!outcome.ok) {
    redoStack.clear()
    showToast({ id: LATEST, title: `Could not redo "${said}". ${outcome.message}`, tone: 'danger' })
    return
  }
  const again: Undoable = { said, undo: outcome.undo ?? null }
  undoStack.push(again)
  const run = () => {
    if (undoStack.take(again)) takeBack(again)
  }
  showToast({ id: LATEST, title: `Redone: ${said}`, action: { label: 'Undo', run } })
}

/** Takes one action back. */
export function takeBack(entry: Undoable): void {
  if (!entry.undo) {
    const title = `This cannot be taken back: ${entry.said}.`
    showToast({ id: LATEST, title, detail: 'Undo once more takes back what you did before it.' })
    return
  }
  const outcome = entry.undo() ?? { ok: true }
  if (!outcome.ok) {
    const title = `Could not undo "${entry.said}". ${outcome.message}`
    showToast({ id: LATEST, title, tone: 'danger' })
    return
  }
  // Past what cannot be done again nothing older is.
  if (outcome.undo) redoStack.push({ said: entry.said, undo: outcome.undo })
  else redoStack.clear()
  showToast({ id: LATEST, title: entry.undone ?? `Undone: ${entry.said}` })
}

/** It was taken back in another way (a text's own undo): nothing offers that any more, and its toast says so. */
export function wasTakenBack(undo: Undo): void {
  const entry = undoStack.forget(undo)
  if (entry) showToast({ id: LATEST, title: entry.undone ?? `Undone: ${entry.said}` })
}
