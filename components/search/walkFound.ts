import type { KeyboardEvent } from 'react'

/** Walks what was found, by arrows, J and K; up from the first is the field again. */
export function walkFound(event: KeyboardEvent<HTMLElement>, onUp: () => void): void {
  const step = stepOf(event)
  if (step === 0) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-found] a')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  if (at === -1) return
  event.preventDefault()
  if (at + step < 0) onUp()
  else links[Math.min(at + step, links.length - 1)]?.focus()
}

function stepOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): number {
  if (altKey || ctrlKey || metaKey) return 0
  if (key === 'ArrowDown' || key === 'j') return 1
  return key === 'ArrowUp' || key === 'k' ? -1 : 0
}
