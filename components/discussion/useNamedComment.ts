import { useEffect, useRef } from 'react'
import { keepInView } from '#components/ui/keepInView.ts'
import type { Thread } from '#lib/domain/talk/thread.ts'
import { commentHash, commentIn } from './address.ts'
import { deskOf } from './desk.ts'

/** How long what an address has led to stands out. */
const SHOWN_MS = 2_400

/**
 * Follows the address to a comment: brings it into view once it is there, and lets it stand out for a moment. `id`: the one that
 * is named now (`deskOf(story).named`).
 */
export function useNamedComment(
  story: string,
  threads: readonly Thread[],
  id: string | null,
): void {
  const kept = useRef<{ readonly id: string; readonly letGo: () => void } | null>(null)
  useEffect(
    () => () => {
      kept.current?.letGo()
      kept.current = null
    },
    [story],
  )
  useEffect(() => {
    const { named } = deskOf(story)
    const look = () => {
      const id = commentIn(location.hash)
      if (id !== null) named.set(id)
    }
    look()
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [story])
  useEffect(() => {
    const { named } = deskOf(story)
    // It is kept in view for longer than it stands out; named once more, it is led to once more.
    if (id === null && kept.current) kept.current = { ...kept.current, id: '' }
    if (id === null || !threads.some(({ comments }) => comments.some((one) => one.id === id)))
      return
    const timers: ReturnType<typeof setTimeout>[] = []
    const frame = requestAnimationFrame(() => {
      // The text above it may still be on its way, for longer than the comment stands out.
      if (kept.current?.id !== id) {
        kept.current?.letGo()
        const letGo = keepInView(() => document.getElementById(commentHash(id)), 'center')
        kept.current = { id, letGo }
      }
      timers.push(
        setTimeout(() => {
          if (named.get() === id) named.set(null)
          // The address has led there: coming back to the story does not lead there again.
          if (commentIn(location.hash) === id) {
            history.replaceState(null, '', location.pathname + location.search)
          }
        }, SHOWN_MS),
      )
    })
    return () => {
      cancelAnimationFrame(frame)
      timers.forEach(clearTimeout)
    }
  }, [story, threads, id])
}
