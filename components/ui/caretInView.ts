/** Where the caret of somebody who is followed is kept: in this part of the height of what scrolls, from its top. */
const IN_VIEW = { from: 0.15, to: 0.75 }

/** Gives the caret of one of these clients as it is drawn in a text: the one that moves, else the one that was drawn last. */
export function caretIn(root: HTMLElement, clients: readonly number[]): Element | null {
  const carets = clients.flatMap((client) => [...root.querySelectorAll(`[data-caret="${client}"]`)])
  return carets.find((caret) => caret.classList.contains('is-moving')) ?? carets.at(-1) ?? null
}

/** Scrolls `root` so far that a caret is well in view; not at all where it is already. */
export function bringCaretIntoView(root: HTMLElement, caret: Element | null): void {
  if (!caret) return
  const { top, height } = root.getBoundingClientRect()
  const at = (caret.getBoundingClientRect().top - top) / Math.max(1, height)
  if (at >= IN_VIEW.from && at <= IN_VIEW.to) return
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  root.scrollBy({ top: (at - 0.4) * height, behavior: isCalm ? 'auto' : 'smooth' })
}
