'use client'

import { type RefObject, useEffect } from 'react'
import { useStory } from '#components/session/hooks.ts'
import { bringCaretIntoView, caretIn } from '#components/ui/caretInView.ts'

/**
 * Goes along with the caret of somebody who writes in the story (UX17): only while it moves, because where they look says
 * the rest. `onMoved` is told of each of its movements.
 */
export function useCaretOf(
  person: string | null,
  story: string | null,
  scroller: RefObject<HTMLElement | null>,
  onMoved: () => void,
): void {
  const open = useStory(person === null ? null : story)
  const awareness = open.phase === 'ready' ? open.awareness : null
  useEffect(() => {
    if (person === null || !awareness) return
    const seen = new Map<number, string>()
    const cursorOf = (client: number) =>
      JSON.stringify(awareness.getStates().get(client)?.['cursor'] ?? null)
    const clients = () =>
      [...awareness.getStates()].flatMap(([client, state]) =>
        (state['user'] as { id?: unknown } | undefined)?.id === person ? [client] : [],
      )
    for (const client of clients()) seen.set(client, cursorOf(client))
    let frame = 0
    const look = () => {
      const moved = clients().filter((client) => {
        const [before, now] = [seen.get(client), cursorOf(client)]
        seen.set(client, now)
        return now !== before && now !== 'null'
      })
      if (moved.length === 0) return
      onMoved()
      cancelAnimationFrame(frame)
      // The caret is drawn with the words before it, a moment after it was told.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          const root = scroller.current
          if (root) bringCaretIntoView(root, caretIn(root, moved))
        })
      })
    }
    awareness.on('change', look)
    return () => {
      awareness.off('change', look)
      cancelAnimationFrame(frame)
    }
  }, [person, awareness, scroller, onMoved])
}
