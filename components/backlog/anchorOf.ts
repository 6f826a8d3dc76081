import { cardElement } from '#components/cards/cardElement.ts'

/**
 * Gives what a menu is shown at: the chip of a story that opens it, else the story; for several the bar of the selection. The
 * focused story stands in for one that is not on the screen.
 */
export function anchorOf(
  stories: readonly string[],
  opens: string,
  focus: string | null,
): Element | null {
  if (stories.length > 1) {
    const bar = document.querySelector('[data-selection-bar]')
    return bar?.querySelector(`[data-opens="${opens}"]`) ?? bar
  }
  const card = cardElement(stories[0] ?? '') ?? (focus === null ? null : cardElement(focus))
  return (
    card?.querySelector(`[data-opens="${opens}"]`) ??
    card?.querySelector('[data-opens="action"]') ??
    card
  )
}
