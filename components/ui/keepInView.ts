/** What is still on its way by then comes too late to be followed, ms. */
const PATIENCE = 8_000

const OWN_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Brings what `find` gives into view and keeps it there while what stands above it still arrives, until somebody moves on
 * themselves. `block`: as for `scrollIntoView`. Gives the function that lets go.
 */
export function keepInView(find: () => Element | null, block: ScrollLogicalPosition): () => void {
  const show = () => find()?.scrollIntoView({ block })
  const observer = new ResizeObserver(show)
  const stop = () => {
    observer.disconnect()
    clearTimeout(timer)
    for (const move of OWN_MOVES) window.removeEventListener(move, stop, true)
  }
  const timer = setTimeout(stop, PATIENCE)
  for (const move of OWN_MOVES) window.addEventListener(move, stop, true)
  show()
  // What comes in above makes one of them taller.
  for (let around = find()?.parentElement; around; around = around.parentElement) {
    observer.observe(around)
  }
  return stop
}
