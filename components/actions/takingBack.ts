import { textsOf } from '#components/language/loaded.ts'
import { showToast } from '#components/ui/toasts.ts'
import type { Undo } from './action.ts'
import { spoken } from './runAction.ts'
import { LATEST, redoStack, type Undoable, undoStack } from './undo.ts'

const text = textsOf('flow.undo')

/** Takes back the newest action that can be taken back. Says so when there is none. */
export function undoLast(): void {
  const entry = undoStack.pop()
  if (entry) takeBack(entry)
  else showToast({ title: text('nothing') })
}

/** Does again what was taken back last. Says so when there is nothing, or it cannot be done again. */
export function redoLast(): void {
  const entry = redoStack.pop()
  if (!entry?.undo) {
    showToast({ id: LATEST, title: text('nothingAgain') })
    return
  }
  const { said, undo } = entry
  const outcome = spoken(undo() ?? { ok: true })
  if (!outcome.ok) {
    redoStack.clear()
    showToast({
      id: LATEST,
      title: text('againFailed', { said, why: outcome.message }),
      tone: 'danger',
    })
    return
  }
  const again: Undoable = { said, undo: outcome.undo ?? null }
  undoStack.push(again)
  const run = () => {
    if (undoStack.take(again)) takeBack(again)
  }
  showToast({ id: LATEST, title: text('again', { said }), action: { label: text('go'), run } })
}

/** Takes one action back. */
export function takeBack(entry: Undoable): void {
  if (!entry.undo) {
    const title = text('cannot', { said: entry.said })
    showToast({ id: LATEST, title, detail: text('onceMore') })
    return
  }
  const outcome = spoken(entry.undo() ?? { ok: true })
  if (!outcome.ok) {
    const title = text('failed', { said: entry.said, why: outcome.message })
    showToast({ id: LATEST, title, tone: 'danger' })
    return
  }
  // Past what cannot be done again nothing older is.
  if (outcome.undo) redoStack.push({ said: entry.said, undo: outcome.undo })
  else redoStack.clear()
  showToast({ id: LATEST, title: entry.undone ?? text('undone', { said: entry.said }) })
}

/** It was taken back in another way (a text's own undo): nothing offers that any more, and its toast says so. */
export function wasTakenBack(undo: Undo): void {
  const entry = undoStack.forget(undo)
  if (entry) showToast({ id: LATEST, title: entry.undone ?? text('undone', { said: entry.said }) })
}
