'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Room } from './room.ts'
import { useShown } from '#components/session/liveSession.ts'
import type { Spot } from '#lib/client/sessions/shown.ts'
import { useCaretOf } from './useCaretOf.ts'

const OWN_INPUT = ['keydown', 'wheel', 'pointerdown', 'touchstart'] as const
/** Where one looks is told this often at most, ms. */
const TELL_MS = 150
/** Whoever has moved their caret within this time writes, ms. */
const TYPING_MS = 1_500

/**
 * Tells the others which part of the story this person looks at, and goes along with one of them (UX17): with their caret
 * where they write. Any own input ends that, and so does their leaving.
 */
export function useFollow(
  { live, me, session }: Room,
  scroller: RefObject<HTMLElement | null>,
  story: string | null,
): { readonly followed: string | null; readonly toggle: (person: string) => void } {
  const others = useShown(live)
  const [followed, follow] = useState<string | null>(null)
  const isHere = followed !== null && session.people[followed]?.isHere === true

  useEffect(() => {
    const root = scroller.current
    if (!root || story === null) return
    let timer: ReturnType<typeof setTimeout> | null = null
    const tell = () => {
      timer = null
      const spot = spotIn(root, story)
      if (spot) live.show({ at: spot })
    }
    const onScroll = () => (timer ??= setTimeout(tell, TELL_MS))
    root.addEventListener('scroll', onScroll, { passive: true })
    onScroll()
    return () => {
      root.removeEventListener('scroll', onScroll)
      if (timer) clearTimeout(timer)
    }
  }, [live, scroller, story])

  useEffect(() => {
    if (followed !== null && !isHere) follow(null)
  }, [followed, isHere])

  useEffect(() => {
    if (followed === null) return
    const end = (event: Event) => {
      const isOfButton = event.target instanceof Element && event.target.closest('[data-follow]')
      if (!isOfButton) follow(null)
    }
    for (const kind of OWN_INPUT) window.addEventListener(kind, end, { capture: true })
    return () => {
      for (const kind of OWN_INPUT) window.removeEventListener(kind, end, { capture: true })
    }
  }, [followed])

  const typedAt = useRef(-TYPING_MS)
  const onMoved = useCallback(() => {
    typedAt.current = performance.now()
  }, [])
  useCaretOf(followed, story, scroller, onMoved)
  const at = others.find(({ person, at: spot }) => person === followed && spot)?.at ?? null
  const where = at && at.story === story ? `${at.block} ${at.past}` : ''
  useEffect(() => {
    const root = scroller.current
    // While they write, their caret says better where they are.
    if (performance.now() - typedAt.current < TYPING_MS) return
    if (root && at && where !== '') goTo(root, at)
    // Where it is says all: the object is another one with every change of anybody.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [scroller, where])

  const toggle = useCallback(
    (person: string) => {
      if (person !== me) follow((now) => (now === person ? null : person))
    },
    [me],
  )
  return { followed: isHere ? followed : null, toggle }
}

/** The blocks of the text that is shown, in their order. */
function blocksIn(root: HTMLElement): HTMLElement[] {
  const text = root.querySelector('[data-story-text] .ProseMirror, .ProseMirror')
  return [...(text?.children ?? [])].filter((block) => block instanceof HTMLElement)
}

function spotIn(root: HTMLElement, story: string): Spot | null {
  const { top } = root.getBoundingClientRect()
  const blocks = blocksIn(root)
  const block = blocks.findIndex((one) => one.getBoundingClientRect().bottom > top)
  const found = blocks[block]
  if (!found) return null
  const box = found.getBoundingClientRect()
  return { story, block, past: Math.min(1, Math.max(0, (top - box.top) / Math.max(1, box.height))) }
}

function goTo(root: HTMLElement, { block, past }: Spot): void {
  const found = blocksIn(root)[block]
  if (!found) return
  const box = found.getBoundingClientRect()
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const top = box.top - root.getBoundingClientRect().top + past * box.height
  // At the very top of the text what stands above it is seen, too.
  if (block === 0 && past === 0) root.scrollTo({ top: 0, behavior: isCalm ? 'auto' : 'smooth' })
  else root.scrollBy({ top, behavior: isCalm ? 'auto' : 'smooth' })
}
