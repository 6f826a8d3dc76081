import { useEffect, useRef } from 'react'
import { useReadable } from '#components/session/hooks.ts'
import { keepInView } from '#components/ui/keepInView.ts'
import type { Thread } from '#lib/domain/talk/thread.ts'
import { commentHash, commentIn } from './address.ts'
import { deskOf } from './desk.ts'

/** How long what an address has led to stands out. */
const SHOWN_MS = 2_400

/** So long the text is waited for; then the comment is shown in the list, its quote with it. */
const TEXT_MS = 3_000

/**
 * Follows the address to a comment: brings it into view once it is there, and lets it stand out for a moment. One about words of
 * the text is shown beside them, so that both are seen. `id`: the one that is named now (`deskOf(story).named`).
 */
export function useNamedComment(
  story: string,
  threads: readonly Thread[],
  id: string | null,
): void {
  const kept = useRef<{ readonly id: string; readonly letGo: () => void } | null>(null)
  const desk = deskOf(story)
  const show = useReadable(desk.show)
  const orphans = useReadable(desk.orphans)
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
    const thread = threads.find(({ comments }) => comments.some((one) => one.id === id))
    if (id === null || !thread) return
    const timers: ReturnType<typeof setTimeout>[] = []
    const forget = () => {
      if (named.get() === id) named.set(null)
      // The address has led there: coming back to the story does not lead there again.
      if (commentIn(location.hash) === id) {
        history.replaceState(null, '', location.pathname + location.search)
      }
    }
    const lead = (find: () => Element | null) => {
      if (kept.current?.id !== id) {
        kept.current?.letGo()
        kept.current = { id, letGo: keepInView(find, 'center') }
      }
      timers.push(setTimeout(forget, SHOWN_MS))
    }
    const inList = () => lead(() => document.getElementById(commentHash(id)))
    const isInText = show !== null && orphans !== null && !orphans.has(thread.id)
    const frame = requestAnimationFrame(() => {
      // The text above it may still be on its way, for longer than the comment stands out.
      const { anchor } = thread
      if (anchor === null || anchor.kind === 'image' || kept.current?.id === id) inList()
      else if (!isInText) timers.push(setTimeout(inList, TEXT_MS))
      else {
        show(thread.id)
        const find = () => markOf(thread.id)
        if (find()) lead(find)
        else {
          deskOf(story).atHand.set(null)
          inList()
        }
      }
    })
    return () => {
      cancelAnimationFrame(frame)
      timers.forEach(clearTimeout)
    }
  }, [story, threads, id, show, orphans])
}

function markOf(thread: string): Element | null {
  return document.querySelector(`[data-thread-mark="${CSS.escape(thread)}"]`)
}
