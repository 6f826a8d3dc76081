import { type RefObject, useLayoutEffect, useState } from 'react'
import { type Box, type ToastPlace, toastPlaceBeside, WIDE } from './toastPlace.ts'

/** What somebody works in as a whole: a thread with its buttons, a form. */
const WORK = '[data-thread], form, [role="group"]'

/** What stands open over the page is worked in, wherever the focus is. */
const OPEN = '[role="dialog"], [role="menu"], [role="listbox"]'

/**
 * Gives where toasts stand so that they cover nothing of what somebody works in: what has the focus, or was pressed last, and
 * what is open over the page. They move when that changes, and never away from the pointer or focus that has come to them.
 * `count`: how many there are.
 */
export function useToastPlace(viewport: RefObject<HTMLElement | null>, count: number): ToastPlace {
  const [place, setPlace] = useState<ToastPlace>(() => toastPlaceBeside([], roomOf(null)))
  useLayoutEffect(() => {
    if (count === 0) return
    let frame = 0
    const look = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const toasts = viewport.current
        if (toasts?.matches(':hover, :focus-within')) return
        setPlace(toastPlaceBeside(workBoxes(toasts), roomOf(toasts)))
      })
    }
    look()
    for (const event of EVENTS) addEventListener(event, look, true)
    return () => {
      cancelAnimationFrame(frame)
      for (const event of EVENTS) removeEventListener(event, look, true)
    }
  }, [viewport, count])
  return place
}

const EVENTS = ['focusin', 'pointerup', 'keyup', 'scroll', 'resize'] as const

interface Pressed {
  readonly element: Element
  /** Where it was: a thread that was resolved leaves its place to the next one. */
  readonly box: Box
}

let pressed: Pressed | null = null
if (typeof document !== 'undefined') {
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      const element = target instanceof Element ? target : null
      const work = element?.closest(WORK) ?? element?.closest('button, a, input, textarea')
      pressed = work ? { element: work, box: work.getBoundingClientRect() } : null
    },
    true,
  )
}

function workBoxes(toasts: HTMLElement | null): readonly Box[] {
  const open = [...document.querySelectorAll(OPEN)]
    .filter((element) => !toasts?.contains(element))
    .map((element) => element.getBoundingClientRect())
  const own = focusedBox() ?? pressedBox()
  return own ? [...open, own] : open
}

function focusedBox(): Box | null {
  const focused = document.activeElement
  // A page takes the focus, too, and is no piece of work.
  if (!focused || focused.matches('body, main, [tabindex="-1"]')) return null
  const whole = focused.closest(WORK)
  if (whole) return whole.getBoundingClientRect()
  // A text is as long as it is: what counts are the lines around the caret.
  if (focused.closest('[contenteditable="true"]')) return caretBox()
  return focused.getBoundingClientRect()
}

function pressedBox(): Box | null {
  if (!pressed) return null
  return pressed.element.isConnected ? pressed.element.getBoundingClientRect() : pressed.box
}

function caretBox(): Box | null {
  const selection = getSelection()
  if (!selection?.rangeCount) return null
  const { left, top, right, bottom } = selection.getRangeAt(0).getBoundingClientRect()
  if (top === 0 && bottom === 0) return null
  return { left, right: right + 1, top: top - 24, bottom: bottom + 48 }
}

function roomOf(toasts: HTMLElement | null) {
  const { innerWidth: width = WIDE, innerHeight: height = WIDE } = globalThis
  const size = { width: toasts?.offsetWidth ?? 0, height: toasts?.offsetHeight ?? 0 }
  return { width, height, toasts: size }
}
