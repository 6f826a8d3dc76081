import { type RefObject, useEffect, useMemo } from 'react'
import { useInbox, useReadable, useWorkspaceClient } from '#components/session/hooks.ts'
import type { Thread } from '#lib/domain/talk/thread.ts'
import { firstSeen, freshIn, seenOf, withSeen } from './seen.ts'

/** So long something must be on the screen to have been seen, ms. */
const LOOK_MS = 1_200

const NONE: ReadonlySet<string> = new Set()

/** Gives the threads of a story with comments that this person has not seen yet. */
export function useFresh(story: string): ReadonlySet<string> {
  const client = useWorkspaceClient()
  const me = client.me.id
  const view = useReadable(useMemo(() => client.talk(story), [client, story]))
  const inbox = useInbox()
  const marks = seenOf(me, story)
  const seen = useReadable(marks)
  const threads = view.phase === 'ready' ? view.threads : null
  const told = inbox.phase === 'ready' ? inbox.byStory.get(story) : undefined
  const isKnown = threads !== null && inbox.phase === 'ready'
  useEffect(() => {
    if (isKnown && marks.get() === null) marks.set(firstSeen(threads, { me, told }))
  }, [isKnown, marks, threads, me, told])
  return useMemo(
    () => (threads && seen ? freshIn(threads, seen, { me, told }) : NONE),
    [threads, seen, me, told],
  )
}

/** Takes a thread for seen once its end was on the screen for a moment, in a page that somebody looks at. */
export function useSeenOnScreen(
  story: string,
  thread: Thread,
  isFresh: boolean,
  end: RefObject<HTMLElement | null>,
): void {
  const me = useWorkspaceClient().me.id
  useEffect(() => {
    const { current } = end
    if (!isFresh || !current) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isThere = false
    const look = () => {
      clearTimeout(timer)
      if (!isThere || document.visibilityState !== 'visible') return
      timer = setTimeout(() => {
        const marks = seenOf(me, story)
        const seen = marks.get()
        if (seen) marks.set(withSeen(seen, thread))
      }, LOOK_MS)
    }
    const observer = new IntersectionObserver(([entry]) => {
      isThere = entry?.isIntersecting ?? false
      look()
    })
    observer.observe(current)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      document.removeEventListener('visibilitychange', look)
    }
  }, [story, thread, isFresh, end, me])
}
