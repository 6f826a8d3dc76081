import { useEffect, useState } from 'react'
import { deskOf } from '#components/discussion/index.ts'
import { useCan, useReadable } from '#components/session/hooks.ts'
import { type Region, QUOTE_MAX_CHARACTERS } from '#lib/domain/talk/thread.ts'
import { MIDDLE } from './region.ts'

/** True for whoever may begin a thread on a story. */
export function useMayComment(story: string): boolean {
  const ids = { thread: 'judged', comment: 'judged' }
  return useCan({ type: 'startThread', story, ...ids, text: 'judged', anchor: null }) === null
}

/**
 * Choosing a part of the picture that fills the screen, and what is said about it. `begins`: it was opened to comment on a
 * part of it. `block` is null for a picture that cannot be named.
 */
export function usePart(
  story: string,
  { block, words, begins }: { readonly block: string | null; words: string; begins: boolean },
) {
  const desk = deskOf(story)
  const atHand = useReadable(desk.atHand)
  const mayComment = useMayComment(story) && block !== null
  const [region, setRegion] = useState(() => (begins && mayComment ? MIDDLE : null))
  // What was begun here ends here: nothing in the text shows where it would go. Its words stay a draft.
  useEffect(
    () => () => {
      if (desk.atHand.get()?.kind === 'new') desk.atHand.set(null)
    },
    [desk],
  )
  const isNew = atHand?.kind === 'new'
  const write = (next: Region) => {
    if (block === null) return
    setRegion(next)
    const quote = words.slice(0, QUOTE_MAX_CHARACTERS)
    const anchor = { kind: 'image', block, region: next, quote } as const
    desk.atHand.set({ kind: 'new', anchor, suggests: false })
  }
  return {
    atHand,
    mayComment,
    /** The part that is being chosen, or null. Once it is sent it is a thread's. */
    region: atHand?.kind === 'thread' ? null : region,
    begin: () => {
      desk.atHand.set(null)
      setRegion(MIDDLE)
    },
    change: (next: Region) => (isNew ? write(next) : setRegion(next)),
    write,
    stop: () => {
      setRegion(null)
      desk.atHand.set(null)
    },
  }
}
