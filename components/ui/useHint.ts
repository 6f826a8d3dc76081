import { type FocusEvent, type PointerEvent, useEffect, useMemo, useState } from 'react'

/** What an element with a hint listens to. */
export interface HintEvents {
  readonly onPointerEnter: (event: PointerEvent) => void
  readonly onPointerLeave: () => void
  readonly onPointerDown: () => void
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: () => void
}

/** A hint waits this long under a resting pointer, ms. */
const OPEN_MS = 450
/** After one has been shown, the next follows at once for this long, ms. */
const WARM_MS = 350
/** The pointer may go from the element onto its hint within this time, ms (WCAG 1.4.13). */
const LEAVE_MS = 100

/** When hints stop to follow each other at once, by performance.now(). */
let warmUntil = 0

/**
 * When an element's hint shows: under a mouse that rests on it, or a focus that came by key. `anchor` is the element while
 * it does. A press hides it until the pointer comes again.
 */
export function useHint() {
  const [anchor, setAnchor] = useState<Element | null>(null)
  const hint = useMemo(() => hintOf(setAnchor), [])
  useEffect(() => hint.end, [hint])
  return { anchor, ...hint }
}

function hintOf(show: (anchor: Element | null) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown: Element | null = null

  function soon(anchor: Element | null, ms: number): void {
    clearTimeout(timer)
    if (ms === 0) now(anchor)
    else timer = setTimeout(() => now(anchor), ms)
  }
  function now(anchor: Element | null): void {
    clearTimeout(timer)
    if (shown && !anchor) warmUntil = performance.now() + WARM_MS
    shown = anchor
    show(anchor)
  }

  const close = () => now(null)
  const events: HintEvents = {
    onPointerEnter({ pointerType, currentTarget }) {
      if (pointerType !== 'mouse') return
      soon(currentTarget, shown || performance.now() < warmUntil ? 0 : OPEN_MS)
    },
    onPointerLeave: () => soon(null, shown ? LEAVE_MS : 0),
    onPointerDown: close,
    onFocus({ currentTarget }) {
      if (currentTarget.matches(':focus-visible')) now(currentTarget)
    },
    onBlur: close,
  }
  return {
    events,
    close,
    hovered: (is: boolean) => soon(is ? shown : null, is ? 0 : LEAVE_MS),
    end: () => clearTimeout(timer),
  }
}
