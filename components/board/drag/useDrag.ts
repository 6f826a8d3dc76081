import { type RefObject, useEffect, useRef } from 'react'
import type { Place } from '#lib/domain/rank.ts'
import { type Stage, STAGES } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import { type DropPlace, dropPlaceAt, scrollSpeed } from './dropPlace.ts'
import { liftPreview, type Preview } from './preview.ts'

// What the board marks in its DOM: [data-column=<stage>] around a column or its folded rail, [data-list] its
// scroller, [data-card=<story id>] a card, [data-handle] what a finger lifts it by.

const START_PX = 4
const SWIPE_PX = 8
const LONG_PRESS_MS = 300

export interface DragEvents {
  readonly storyOf: (id: string) => Story | undefined
  readonly storiesIn: (stage: Stage) => readonly Story[]
  /** True while a pointer is down on a card: nothing may move under it (UX14). */
  readonly onPress: (pressed: boolean) => void
  readonly onLift: (story: Story) => void
  /** `place` undefined: the bottom of a folded column. `box` is where the lifted card was let go. */
  readonly onDrop: (story: Story, stage: Stage, place: Place | undefined, box: DOMRect) => void
  /** Escape, or let go outside of every column. */
  readonly onCancel: (story: Story) => void
  /** Whether a drop in that column would be accepted: only then a line is shown. */
  readonly accepts: (story: Story, stage: Stage) => boolean
}

interface Press {
  readonly pointer: number
  readonly card: HTMLElement
  readonly story: Story
  readonly x: number
  readonly y: number
  readonly touch: boolean
  timer?: ReturnType<typeof setTimeout>
}

interface Lift {
  readonly preview: Preview
  readonly from: DOMRect
  x: number
  y: number
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

  function onPointerDown(event: PointerEvent): void {
    if (press || !event.isPrimary || event.button !== 0 || !(event.target instanceof Element))
      return
    const card = event.target.closest<HTMLElement>('[data-card]')
    const story = card && events.current.storyOf(card.dataset.card ?? '')
    if (!card || !story) return
    const touch = event.pointerType === 'touch'
    const handle = event.target.closest('[data-handle]') !== null
    press = { pointer: event.pointerId, card, story, x: event.clientX, y: event.clientY, touch }
    events.current.onPress(true)
    listen(true)
    const control = !handle && event.target.closest('button, a, input, textarea, [role="menu"]')
    if (touch && handle) press.timer = setTimeout(lift, LONG_PRESS_MS)
    else if (touch || control) press.timer = -1 as never // Pressed, never lifted: a finger scrolls, a button is clicked.
  }

  function onPointerMove(event: PointerEvent): void {
    if (!press || event.pointerId !== press.pointer) return
    const far = Math.hypot(event.clientX - press.x, event.clientY - press.y)
    if (lifted) {
      lifted.x = event.clientX
      lifted.y = event.clientY
    } else if (press.touch && far > SWIPE_PX) {
      end()
    } else if (!press.touch && press.timer === undefined && far > START_PX) {
      lift()
      onPointerMove(event)
    }
  }

  function lift(): void {
    if (!press) return
    lifted = {
      preview: liftPreview(press.card, press.x, press.y),
      from: press.card.getBoundingClientRect(),
      x: press.x,
      y: press.y,
      frame: requestAnimationFrame(tick),
      over: null,
    }
    board.setPointerCapture(press.pointer)
    document.documentElement.dataset.dragging = ''
    events.current.onLift(press.story)
  }

  function tick(): void {
    if (!press || !lifted) return
    const { x, y } = lifted
    const column = columnAt(x)
    const list = column?.querySelector<HTMLElement>('[data-list]') ?? null
    const box = board.getBoundingClientRect()
    board.scrollLeft += scrollSpeed(x, box.left, box.right)
    const area = list?.getBoundingClientRect() ?? null
    if (list && area) list.scrollTop += scrollSpeed(y, area.top, area.bottom)
    const stage = STAGES.find((name) => name === column?.dataset.column)
    let line: DropPlace | null = null
    if (stage && list && area && events.current.accepts(press.story, stage)) {
      const stories = events.current.storiesIn(stage)
      line = dropPlaceAt(y, boxesIn(list), stories, press.story.id, area.top)
    }
    lifted.over = stage ? { stage, place: line?.place } : null
    lifted.preview.mark(line, area)
    lifted.preview.follow(x, y)
    lifted.frame = requestAnimationFrame(tick)
  }

  function columnAt(x: number): HTMLElement | null {
    const columns = [...board.querySelectorAll<HTMLElement>('[data-column]')]
    const under = (element: HTMLElement) => {
      const { left, right } = element.getBoundingClientRect()
      return left <= x && x <= right
    }
    return columns.find(under) ?? null
  }

  function onPointerUp(event: PointerEvent): void {
    if (!press || event.pointerId !== press.pointer) return
    if (!lifted) return end()
    lifted.x = event.clientX
    lifted.y = event.clientY
    cancelAnimationFrame(lifted.frame)
    tick()
    const { story } = press
    const { over, preview } = lifted
    if (!over) return cancel()
    const box = preview.box()
    const accepted = over.stage === story.stage || events.current.accepts(story, over.stage)
    swallowClick()
    end(accepted ? undefined : lifted.from)
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
    clearTimeout(press?.timer)
    lifted = null
    press = null
    listen(false)
    delete document.documentElement.dataset.dragging
    events.current.onPress(false)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!lifted || event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    cancel()
  }
  // Once a finger has lifted a card the browser must not start to scroll with it.
  const onTouchMove = (event: TouchEvent) => lifted && event.preventDefault()
  const onPointerCancel = (event: PointerEvent) => event.pointerId === press?.pointer && cancel()

  function listen(on: boolean): void {
    const change = on ? window.addEventListener : window.removeEventListener
    change('pointermove', onPointerMove as EventListener)
    change('pointerup', onPointerUp as EventListener)
    change('pointercancel', onPointerCancel as EventListener)
    change('blur', cancel)
    change('keydown', onKeyDown as EventListener, true)
  }

  const onContextMenu = (event: Event) => press?.touch && event.preventDefault()
  board.addEventListener('pointerdown', onPointerDown)
  board.addEventListener('contextmenu', onContextMenu)
  board.addEventListener('touchmove', onTouchMove, { passive: false })
  return () => {
    if (press) cancel()
    board.removeEventListener('pointerdown', onPointerDown)
    board.removeEventListener('contextmenu', onContextMenu)
    board.removeEventListener('touchmove', onTouchMove)
  }
}

/** Gives the boxes of the cards mounted in a list, top to bottom. */
function boxesIn(list: HTMLElement) {
  return [...list.querySelectorAll<HTMLElement>('[data-card]')]
    .map((card) => {
      const { top, bottom } = card.getBoundingClientRect()
      return { id: card.dataset.card ?? '', top, bottom }
    })
    .sort((a, b) => a.top - b.top)
}

/** The click that the browser makes of a drag's end must not open the card. */
function swallowClick(): void {
  const swallow = (event: Event) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, true))
}
