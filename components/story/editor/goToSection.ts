import type { Section } from '#lib/doc/sectionNames.ts'
import { createStore } from './store.ts'

interface Wish {
  readonly storyId: string
  readonly section: Section
  readonly until: number
}

/** A story that does not open within this is not what was meant any more. */
const PATIENCE_MS = 15_000

const wish = createStore<Wish | null>(null)

/**
 * Shows a section of a story, with the caret where it goes on: at an open question that blocks before the others. One
 * that is not there is begun, where the story may be written. Works for a story that is open, and for one that is just
 * being opened.
 */
export function goToSection(storyId: string, section: Section): void {
  wish.set({ storyId, section, until: Date.now() + PATIENCE_MS })
}

/** Calls `go` with the section that is wished for in a story, now and later. Gives the function that stops. */
export function onWish(storyId: string, go: (section: Section) => void): () => void {
  const look = () => {
    const now = wish.get()
    if (now?.storyId !== storyId) return
    wish.set(null)
    if (Date.now() < now.until) go(now.section)
  }
  look()
  return wish.subscribe(look)
}
