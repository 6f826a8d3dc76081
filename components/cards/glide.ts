/** What tells a gliding card from other movement on it. */
const GLIDE = 'glide'
const TIMING = { id: GLIDE, duration: 160, easing: 'cubic-bezier(.2,.8,.2,1)' }

/** Lets a card glide from where it was, in pixels from where it is now, or grow where it is new. */
export function glide(card: HTMLElement, from: { readonly x: number; readonly y: number } | 'new') {
  const transform = from === 'new' ? 'scale(.97)' : `translate(${from.x}px, ${from.y}px)`
  card.animate([{ transform }, { transform: 'none' }], TIMING)
}

/** Stops the cards below `board` where they are: a pressed one must not glide on under the pointer (UX14). Gives what lets them go on. */
export function stopGlides(board: HTMLElement): () => void {
  const stopped = board.getAnimations({ subtree: true }).filter(({ id }) => id === GLIDE)
  for (const animation of stopped) {
    // A pause takes effect in the next frame, and where frames are long a card has glided far by then: set, the time holds at once.
    const { currentTime } = animation
    animation.pause()
    animation.currentTime = currentTime
  }
  return () => {
    for (const animation of stopped) if (animation.playState === 'paused') animation.play()
  }
}
