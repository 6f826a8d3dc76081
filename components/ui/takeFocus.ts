/**
 * Gives an element the keyboard's focus as soon as it can have it, without scrolling, and calls `then`. A virtual list hides a
 * row until it has measured it, and what is hidden takes no focus. Gives the function that tries no more.
 */
export function takeFocus(
  element: () => HTMLElement | null | undefined,
  then: () => void,
): () => void {
  let frame = 0
  const attempt = () => {
    const target = element()
    target?.focus({ preventScroll: true })
    if (target && document.activeElement === target) then()
    else frame = requestAnimationFrame(attempt)
  }
  attempt()
  return () => cancelAnimationFrame(frame)
}
