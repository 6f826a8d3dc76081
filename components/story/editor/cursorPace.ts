import type { Awareness } from 'y-protocols/awareness'

/** At most 20 caret positions a second leave this browser (UX16). */
const GAP_MS = 50

/** What the caret plugin uses of awareness. */
export type CaretAwareness = Pick<
  Awareness,
  'getLocalState' | 'getStates' | 'setLocalStateField' | 'on' | 'off'
>

/**
 * Gives awareness with its fields told at most every 50 ms, the last one always. Keystrokes are not held back by it:
 * they travel as edits. `stop` tells what is still waiting.
 */
export function pacedAwareness(awareness: Awareness): CaretAwareness & { stop(): void } {
  const waiting = new Map<string, unknown>()
  let timer: ReturnType<typeof setTimeout> | null = null
  const tell = () => {
    timer = null
    if (waiting.size === 0) return
    for (const [field, value] of waiting) awareness.setLocalStateField(field, value)
    waiting.clear()
    timer = setTimeout(tell, GAP_MS)
  }
  return {
    getLocalState: () => {
      const state = awareness.getLocalState()
      return state && { ...state, ...Object.fromEntries(waiting) }
    },
    getStates: () => awareness.getStates(),
    setLocalStateField(field, value) {
      waiting.set(field, value)
      if (timer === null) tell()
    },
    on: awareness.on.bind(awareness),
    off: awareness.off.bind(awareness),
    stop() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      for (const [field, value] of waiting) awareness.setLocalStateField(field, value)
      waiting.clear()
    },
  }
}
