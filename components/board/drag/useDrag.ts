import { type RefObject, useEffect, useRef } from 'react'
import type { Place } from '#lib/domain/rank.ts'
import { type Stage, STAGES } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import { dropPlaceAt, scrollSpeed } from './dropPlace.ts'
import { liftPreview, type Preview } from './preview.ts'

// What the board marks in its DOM: [data-column=<stage>] a column or its folded rail, [data-list] its scroller,
// [data-card=<story id>] a card, [data-handle] what a finger lifts it by.
const START_PX = 4
const SWIPE_PX = 8
const LONG_PRESS_MS = 300

export interface DragEvents {
  readonly storyOf: (id: string) => Story | undefined
  readonly storiesIn: (stage: Stage) => readonly Story[]
  /** Why a drop in that column would be refused, in words, or null: only then a line is shown. */
  readonly whyNot: (story: Story, stage: Stage) => string | null
  /** True while a pointer is down on a card: nothing may move under it (UX14). */
  readonly onPress: (pressed: boolean) => void
  readonly onLift: (story: Story) => void
  /** `place` undefined: the bottom. `box` is where the lifted card was let go, in viewport pixels. */
  readonly onDrop: (story: Story, stage: Stage, place: Place | undefined, box: DOMRect) => void
  /** Escape, or let go outside of every column. */
  readonly onCancel: (story: Story) => void
}

interface Press {
  readonly id: number
  readonly card: HTMLElement
  readonly story: Story
  readonly x: number
  readonly y: number
  /** What makes it a drag: moving, holding still (a finger on the handle), or nothing (a button, a swipe). */
  readonly liftsBy: 'moving' | 'holding' | 'nothing'
}

interface Lift {
  readonly preview: Preview
  readonly from: DOMRect
  frame: number
  over: { stage: Stage; place: Place | undefined } | null
}

/**
 * Lets a pointer drag cards below `board`: a mouse or pen past 4 px, a finger on the handle after a long press.
 * Scrolls within 48 px of an edge. `events` may change with every render.
 */
export function useDrag(board: RefObject<HTMLElement | null>, events: DragEvents): void {
  const latest = useRef(events)
  useEffect(() => {
    latest.current = events
  })
  useEffect(() => (board.current ? attachDrag(board.current, latest) : undefined), [board])
}

function attachDrag(board: HTMLElement, events: { current: DragEvents }): () => void {
  let press: Press | null = null
  let lifted: Lift | null = null
  let at = { x: 0, y: 0 }
  let timer: ReturnType<typeof setTimeout> | undefined

  function onPointerDown(event: PointerEvent): void {
    if (press || !event.isPrimary || event.button !== 0) return
    const target = event.target as Element
    const card = target.closest<HTMLElement>('[data-card]')
    const story = card && events.current.storyOf(card.dataset.card ?? '')
    if (!card || !story) return
    at = { x: event.clientX, y: event.clientY }
    press = { id: event.pointerId, card, story, ...at, liftsBy: liftsBy(event.pointerType, target) }
    if (press.liftsBy === 'holding') timer = setTimeout(lift, LONG_PRESS_MS)
    events.current.onPress(true)
    listen('addEventListener')
  }

  function onPointerMove(event: PointerEvent): void {
    if (!press || event.pointerId !== press.id) return
    at = { x: event.clientX, y: event.clientY }
    if (lifted) return
    const far = Math.hypot(at.x - press.x, at.y - press.y)
    if (press.liftsBy === 'moving' && far > START_PX) lift()
    else if (press.liftsBy === 'holding' && far > SWIPE_PX) end()
  }

  function lift(): void {
    if (!press) return
    lifted = {
      preview: liftPreview(press.card, press.x, press.y),
      from: press.card.getBoundingClientRect(),
      frame: requestAnimationFrame(tick),
      over: null,
    }
    board.setPointerCapture(press.id)
    events.current.onLift(press.story)
  }

  /** Once a frame: scrolls, finds the place under the pointer, and shows it. */
  function tick(): void {
    if (!press || !lifted) return
    const { left, right } = board.getBoundingClientRect()
    board.scrollLeft += scrollSpeed(at.x, left, right)
    const column = columnAt(at.x)
    const list = column?.querySelector<HTMLElement>('[data-list]')
    const area = list?.getBoundingClientRect() ?? null
    if (list && area) list.scrollTop += scrollSpeed(at.y, area.top, area.bottom)
    const stage = STAGES.find((name) => name === column?.dataset.column)
    const refusal = stage ? events.current.whyNot(press.story, stage) : null
    const open = list && area && stage && refusal === null
    const stories = open ? events.current.storiesIn(stage) : []
    const drop = open
      ? dropPlaceAt(at.y, boxesIn(list, area), stories, press.story.id, area.top)
      : null
    lifted.over = stage ? { stage, place: drop?.place } : null
    lifted.preview.mark(drop, area)
    lifted.preview.explain(refusal)
    lifted.preview.follow(at.x, at.y)
    lifted.frame = requestAnimationFrame(tick)
  }

  function columnAt(x: number): HTMLElement | undefined {
    return [...board.querySelectorAll<HTMLElement>('[data-column]')].find((column) => {
      const { left, right } = column.getBoundingClientRect()
      return left <= x && x <= right
    })
  }

  function onPointerUp(event: PointerEvent): void {
    if (!press || event.pointerId !== press.id) return
    if (!lifted) return end()
    cancelAnimationFrame(lifted.frame)
    at = { x: event.clientX, y: event.clientY }
    tick()
    const { story } = press
    const { over, preview, from } = lifted
    if (!over) return cancel()
    const box = preview.box()
    swallowClick()
    end(events.current.whyNot(story, over.stage) === null ? undefined : from)
    events.current.onDrop(story, over.stage, over.place, box)
  }

  function cancel(): void {
    const story = lifted && press?.story
    if (lifted) swallowClick()
    end(lifted?.from)
    if (story) events.current.onCancel(story)
  }

  function end(backTo?: DOMRect): void {
    if (lifted) cancelAnimationFrame(lifted.frame)
    lifted?.preview.remove(backTo)
    clearTimeout(timer)
    lifted = null
    press = null
    listen('removeEventListener')
    events.current.onPress(false)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!lifted || event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    cancel()
  }

  function listen(change: 'addEventListener' | 'removeEventListener'): void {
    window[change]('pointermove', onPointerMove as EventListener)
    window[change]('pointerup', onPointerUp as EventListener)
    window[change]('pointercancel', cancel)
    window[change]('blur', cancel)
    window[change]('keydown', onKeyDown as EventListener, true)
  }

  // Once a finger has lifted a card, the browser must neither scroll with it nor open its own menu.
  const whenLifted = (event: Event) => lifted && event.preventDefault()
  const onContextMenu = (event: Event) => press?.liftsBy === 'holding' && event.preventDefault()
  board.addEventListener('pointerdown', onPointerDown)
  board.addEventListener('touchmove', whenLifted, { passive: false })
  board.addEventListener('contextmenu', onContextMenu)
  return () => {
    if (press) cancel()
    board.removeEventListener('pointerdown', onPointerDown)
    board.removeEventListener('touchmove', whenLifted)
    board.removeEventListener('contextmenu', onContextMenu)
  }
}

function liftsBy(pointerType: string, target: Element): Press['liftsBy'] {
  if (pointerType === 'touch') return target.closest('[data-handle]') ? 'holding' : 'nothing'
  return target.closest('button, a, input, textarea') ? 'nothing' : 'moving'
}

/** Gives the boxes of the cards on the screen, top to bottom; a focused card is mounted far away too. */
function boxesIn(list: HTMLElement, area: DOMRect) {
  return [...list.querySelectorAll<HTMLElement>('[data-card]')]
    .map((card) => ({ id: card.dataset.card ?? '', ...edges(card) }))
    .filter(({ top, bottom }) => bottom > area.top - 100 && top < area.bottom + 100)
    .sort((a, b) => a.top - b.top)
}

function edges(card: HTMLElement) {
  const { top, bottom } = card.getBoundingClientRect()
  return { top, bottom }
}

/** The click that the browser makes of a drag's end must not open the card. */
function swallowClick(): void {
  const swallow = (event: Event) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, true))
}
