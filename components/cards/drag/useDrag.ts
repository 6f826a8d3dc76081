import { type RefObject, useEffect, useRef } from 'react'
import type { Place } from '#lib/domain/rank.ts'
import { stopGlides } from '../glide.ts'
import { dropPlaceAt, scrollSpeed } from './dropPlace.ts'
import { liftPreview, type Preview } from './preview.ts'

// What a screen marks in its DOM: [data-column=<name>] a column or its folded rail, [data-list] its scroller ([data-scroller]
// around it where that is another element), [data-card=<id>] a card or a heading between cards, [data-handle] what a finger
// lifts it by, [data-sideways] what scrolls sideways where that is not the whole screen.
const START_PX = 4
const SWIPE_PX = 8
const LONG_PRESS_MS = 300

/** What is dragged, and the columns it may be dropped on. */
export interface DragEvents<Story extends Identified, Column extends string> {
  /** Undefined: this card cannot be lifted. */
  readonly storyOf: (id: string) => Story | undefined
  readonly columnOf: (name: string | undefined) => Column | undefined
  readonly storiesIn: (column: Column) => readonly Identified[]
  /** The ids of all that a card takes with it, itself included; absent: it goes alone. */
  readonly taken?: (story: Story) => ReadonlySet<string>
  /** Why a drop in that column would be refused, in words, or null: only then a line is shown. */
  readonly whyNot: (story: Story, column: Column) => string | null
  /** True while a pointer is down on a card: nothing may move under it (UX14). */
  readonly onPress: (pressed: boolean) => void
  readonly onLift: (story: Story) => void
  /** `place` undefined: the bottom. `box` is where the lifted card was let go, in viewport pixels. */
  readonly onDrop: (story: Story, column: Column, place: Place | undefined, box: DOMRect) => void
  /** Escape, or let go outside of every column. */
  readonly onCancel: (story: Story) => void
}

interface Identified {
  readonly id: string
}

interface Press<Story> {
  readonly id: number
  readonly card: HTMLElement
  /** Undefined: it cannot be lifted. */
  readonly story: Story | undefined
  readonly x: number
  readonly y: number
  /** What makes it a drag: moving, holding still (a finger on the handle), or nothing (a button, a swipe). */
  readonly liftsBy: LiftsBy
}

type LiftsBy = 'moving' | 'holding' | 'nothing'

interface Lift<Story, Column> {
  readonly story: Story
  readonly preview: Preview
  readonly moving: ReadonlySet<string>
  readonly from: DOMRect
  frame: number
  over: { column: Column; place: Place | undefined } | null
}

/**
 * Lets a pointer drag cards below `board`: a mouse or pen past 4 px, a finger on the handle after a long press.
 * Scrolls within 48 px of an edge. `events` may change with every render.
 */
export function useDrag<Story extends Identified, Column extends string>(
  board: RefObject<HTMLElement | null>,
  events: DragEvents<Story, Column>,
): void {
  const latest = useRef(events)
  useEffect(() => {
    latest.current = events
  })
  useEffect(() => (board.current ? attachDrag(board.current, latest) : undefined), [board])
}

function attachDrag<Story extends Identified, Column extends string>(
  board: HTMLElement,
  events: { current: DragEvents<Story, Column> },
): () => void {
  let press: Press<Story> | null = null
  let lifted: Lift<Story, Column> | null = null
  let at = { x: 0, y: 0 }
  let timer: ReturnType<typeof setTimeout> | undefined
  let letGlide = () => {}

  function onPointerDown(event: PointerEvent): void {
    if (press || !event.isPrimary || event.button !== 0) return
    const target = event.target as Element
    const card = target.closest<HTMLElement>('[data-card]')
    if (!card) return
    at = { x: event.clientX, y: event.clientY }
    // One that is gone already and still shown, as while thousands of changes arrive, holds still as well.
    const story = events.current.storyOf(card.dataset.card ?? '')
    press = { id: event.pointerId, card, story, ...at, liftsBy: liftsBy(event.pointerType, target) }
    if (press.liftsBy === 'holding') timer = setTimeout(lift, LONG_PRESS_MS)
    letGlide = stopGlides(board)
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
    if (!press?.story) return
    letGlide()
    const { story } = press
    const moving = events.current.taken?.(story) ?? new Set([story.id])
    lifted = {
      story,
      preview: liftPreview(press.card, press.x, press.y, moving.size),
      moving,
      from: press.card.getBoundingClientRect(),
      frame: requestAnimationFrame(tick),
      over: null,
    }
    board.setPointerCapture(press.id)
    events.current.onLift(story)
  }

  /** Once a frame: scrolls, finds the place under the pointer, and shows it. */
  function tick(): void {
    if (!press || !lifted) return
    const sideways = board.querySelector<HTMLElement>('[data-sideways]') ?? board
    const { left, right } = sideways.getBoundingClientRect()
    sideways.scrollLeft += scrollSpeed(at.x, left, right)
    const element = columnAt(at)
    const list = element?.querySelector<HTMLElement>('[data-list]')
    const area = list?.getBoundingClientRect() ?? null
    const scroller = list?.closest<HTMLElement>('[data-scroller]') ?? list
    if (scroller) {
      const { top, bottom } = scroller.getBoundingClientRect()
      scroller.scrollTop += scrollSpeed(at.y, top, bottom)
    }
    const column = events.current.columnOf(element?.dataset.column)
    const refusal = column ? events.current.whyNot(lifted.story, column) : null
    const open = list && area && column && refusal === null
    const stories = open ? events.current.storiesIn(column) : []
    const drop = open
      ? dropPlaceAt(at.y, boxesIn(list, area), stories, lifted.moving, area.top)
      : null
    lifted.over = column ? { column, place: drop?.place } : null
    lifted.preview.mark(drop, area)
    lifted.preview.explain(refusal)
    lifted.preview.follow(at.x, at.y)
    lifted.frame = requestAnimationFrame(tick)
  }

  /** The column under the pointer, or the nearest above or below it. */
  function columnAt({ x, y }: { x: number; y: number }): HTMLElement | undefined {
    let nearest: { column: HTMLElement; away: number } | undefined
    for (const column of board.querySelectorAll<HTMLElement>('[data-column]')) {
      const { left, right, top, bottom } = column.getBoundingClientRect()
      if (x < left || x > right) continue
      const away = Math.max(top - y, y - bottom, 0)
      if (nearest === undefined || away < nearest.away) nearest = { column, away }
    }
    return nearest?.column
  }

  function onPointerUp(event: PointerEvent): void {
    if (!press || event.pointerId !== press.id) return
    if (!lifted) return end()
    cancelAnimationFrame(lifted.frame)
    at = { x: event.clientX, y: event.clientY }
    tick()
    const { story, over, preview, from } = lifted
    if (!over) return cancel()
    const box = preview.box()
    swallowClick()
    end(events.current.whyNot(story, over.column) === null ? undefined : from)
    events.current.onDrop(story, over.column, over.place, box)
  }

  function cancel(): void {
    const story = lifted?.story
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
    letGlide()
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

function liftsBy(pointerType: string, target: Element): LiftsBy {
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
