import { type RefObject, useEffect, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { useStory } from '#components/session/hooks.ts'
import { bringCaretIntoView, caretIn } from '#components/ui/caretInView.ts'
import type { PersonHere } from './presentPeople.ts'

const OWN_INPUT = ['keydown', 'wheel', 'pointerdown', 'touchstart'] as const

export interface Following {
  /** Whose caret the page goes along with; null: nobody's. */
  readonly person: PersonHere | null
  readonly toggle: (person: PersonHere) => void
}

/**
 * Lets the page go along with somebody's caret (UX17). Any own input ends it, and so does their leaving; what the browser scrolls by
 * itself does not.
 */
export function useFollowing(
  page: RefObject<HTMLElement | null>,
  storyId: string,
  people: readonly PersonHere[],
): Following {
  const story = useStory(storyId)
  const [id, follow] = useState<string | null>(null)
  const person = people.find((one) => one.id === id) ?? null
  const isHere = person !== null
  const awareness = story.phase === 'ready' ? story.awareness : null

  useEffect(() => {
    if (id !== null && !isHere) follow(null)
  }, [id, isHere])

  useEffect(() => {
    const root = page.current
    if (!isHere || id === null || !root || !awareness) return
    const end = (event: Event) => {
      if (!isPressOfAvatar(event)) follow(null)
    }
    for (const kind of OWN_INPUT) window.addEventListener(kind, end, { capture: true })
    let frame = 0
    const look = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() =>
        bringCaretIntoView(root, caretIn(root, clientsOf(awareness, id))),
      )
    }
    // Carets are drawn anew with every change of the text, theirs and others'.
    const changes = new MutationObserver(look)
    changes.observe(root, { childList: true, subtree: true })
    look()
    return () => {
      for (const kind of OWN_INPUT) window.removeEventListener(kind, end, { capture: true })
      changes.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [page, awareness, id, isHere])

  return { person, toggle: ({ id: whom }) => follow((now) => (now === whom ? null : whom)) }
}

/** A press of the avatar that began it ends it by itself. The focus stays there: every other key is as good as elsewhere. */
function isPressOfAvatar(event: Event): boolean {
  if (event.type === 'wheel') return false
  if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return false
  return event.target instanceof Element && event.target.closest('[data-follow]') !== null
}

/** Somebody may have the story open in several tabs. */
function clientsOf(awareness: Awareness, user: string): number[] {
  return [...awareness.getStates()].flatMap(([client, state]) =>
    (state.user as { id?: unknown } | undefined)?.id === user ? [client] : [],
  )
}
