import { textsOf } from '#components/language/loaded.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import { showToast } from '#components/ui/toasts.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { type Action, availability, type Outcome } from './action.ts'
import { LATEST, redoStack, type Undoable, undoStack } from './undo.ts'

/**
 * Runs an action on a target; every key, button, menu and drop goes through here. An action that cannot run says why
 * in a toast and has no effect. Gives the outcome. `refusalShown`: whoever runs it says at its own field what was refused.
 */
export function runAction<Target>(
  action: Action<Target>,
  target: Target,
  { refusalShown = false }: { refusalShown?: boolean } = {},
): Outcome {
  const can = availability(action, target)
  if (can.kind !== 'available') {
    const message = can.kind === 'explained' ? can.reason : textsOf('flow.why')('notHere')
    if (!refusalShown) showToast({ title: message, tone: 'danger' })
    return { ok: false, message }
  }
  const outcome = spoken(action.run(target) ?? { ok: true })
  if (outcome.ok || !refusalShown) tell(outcome)
  return outcome
}

/**
 * Says what became of an action, and remembers how it is taken back. For what is known later than `run` returns: everything
 * else is told by `runAction`.
 */
export function tell(outcome: Outcome): void {
  const t = textsOf('flow.undo')
  if (!outcome.ok) {
    // The same refusal again, of a key held down, is the same toast.
    showToast({ id: outcome.message, title: outcome.message, tone: 'danger' })
    return
  }
  const { said, undo, undone, whyNoUndo, isFinal, detail, link, quiet = false } = outcome
  const more = link && { label: link.label, run: link.go }
  // What was taken back before it would not find things as it left them.
  if (undo || isFinal) redoStack.clear()
  if (!undo) {
    if (isFinal) undoStack.push({ said: said ?? t('last'), undo: null })
    if (said && !quiet) showToast({ title: said, more })
    return
  }
  const entry: Undoable = { said: said ?? t('last'), undo, ...(undone && { undone }) }
  undoStack.push(entry)
  if (!said || quiet) return
  if (whyNoUndo !== undefined) {
    showToast({ id: LATEST, title: said, detail: whyNoUndo, more })
    return
  }
  showToast({
    id: LATEST,
    title: said,
    detail,
    more,
    action: {
      label: t('go'),
      run: () => {
        if (undoStack.take(entry)) void withTakingBack(({ takeBack }) => takeBack(entry))
      },
    },
  })
}

/** Fetches undo and redo, before they are asked for. */
export const loadTakingBack = () => import('./takingBack.ts')

/** Undo and redo, whose code comes behind the board's first picture. */
export async function withTakingBack(
  run: (code: typeof import('./takingBack.ts')) => void,
): Promise<void> {
  const code = await loadTakingBack().catch(() => null)
  if (code) run(code)
  else showToast({ title: textsOf('flow.undo')('notLoaded'), tone: 'danger' })
}

/** A refusal of the domain is said in the language of the page. */
export function spoken(outcome: Outcome): Outcome {
  return !outcome.ok && 'code' in outcome
    ? { ...outcome, message: refusalIn(outcome as Refusal) }
    : outcome
}
