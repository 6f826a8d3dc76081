import { dropAt, type RowBox } from './reorderPlace.ts'

const START_PX = 4
const SWIPE_PX = 8
const LONG_PRESS_MS = 300
const EDGE_PX = 48
const MOST_PX_A_FRAME = 14

interface Lift {
  readonly id: string
  readonly pointer: number
  readonly row: HTMLElement
  /** Where the pointer was when it went down, and how far the list had been scrolled. */
  readonly y: number
  readonly scrolled: number
  readonly line: HTMLElement
  frame: number
  after: string | null
}

/**
 * Lets a pointer drag the rows of `list` (`[data-row=<id>]`) by their handles (`[data-handle]`): a mouse or pen past 4 px, a
 * finger after a long press. Plain DOM: nothing renders while a pointer moves. Escape cancels. Gives the stop.
 */
export function dragRows(
  list: HTMLElement,
  onDrop: (id: string, after: string | null) => void,
): () => void {
  let press: { pointer: number; row: HTMLElement; y: number; isTouch: boolean } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let lifted: Lift | null = null
  let y = 0

  function onPointerDown(event: PointerEvent): void {
    const handle = (event.target as Element).closest('[data-handle]')
    const row = handle?.closest<HTMLElement>('[data-row]')
    if (press || !row || !event.isPrimary || event.button !== 0) return
    y = event.clientY
    press = { pointer: event.pointerId, row, y, isTouch: event.pointerType === 'touch' }
    if (press.isTouch) timer = setTimeout(lift, LONG_PRESS_MS)
    listen('addEventListener')
  }

  function onPointerMove(event: PointerEvent): void {
    if (!press || event.pointerId !== press.pointer) return
    y = event.clientY
    if (lifted) return
    const far = Math.abs(y - press.y)
    if (!press.isTouch && far > START_PX) lift()
    else if (press.isTouch && far > SWIPE_PX) end()
  }

  function lift(): void {
    if (!press) return
    const { row, pointer } = press
    const line = document.createElement('div')
    line.className =
      'pointer-events-none fixed top-0 z-50 h-0.5 rounded-full bg-accent forced-color-adjust-none'
    // A place in pixels begins at the left in every language.
    line.style.left = '0'
    document.body.append(line)
    document.documentElement.style.cursor = 'grabbing'
    row.dataset.lifted = ''
    lifted = {
      id: row.dataset.row ?? '',
      pointer,
      row,
      y: press.y,
      scrolled: scrollerOf(list).scrollTop,
      line,
      frame: 0,
      after: null,
    }
    tick()
  }

  /** Once a frame: scrolls near an edge, moves the row, finds the place and shows it. */
  function tick(): void {
    if (!lifted) return
    const scroller = scrollerOf(list)
    scroller.scrollTop += speed(y, scroller.getBoundingClientRect())
    const { after, lineY } = dropAt(y, boxesIn(list), lifted.id)
    const { left, width } = list.getBoundingClientRect()
    lifted.after = after
    lifted.line.style.transform = `translate3d(${left}px, ${lineY - 1}px, 0)`
    lifted.line.style.width = `${width}px`
    lifted.row.style.transform = `translateY(${y - lifted.y + scroller.scrollTop - lifted.scrolled}px)`
    lifted.frame = requestAnimationFrame(tick)
  }

  function onPointerUp(event: PointerEvent): void {
    if (!press || event.pointerId !== press.pointer) return
    const drop = lifted && { id: lifted.id, after: lifted.after }
    end()
    if (drop) onDrop(drop.id, drop.after)
  }

  function end(): void {
    clearTimeout(timer)
    if (lifted) {
      cancelAnimationFrame(lifted.frame)
      lifted.line.remove()
      lifted.row.style.transform = ''
      delete lifted.row.dataset.lifted
      document.documentElement.style.cursor = ''
    }
    lifted = null
    press = null
    listen('removeEventListener')
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!lifted || event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    end()
  }

  function listen(change: 'addEventListener' | 'removeEventListener'): void {
    window[change]('pointermove', onPointerMove as EventListener)
    window[change]('pointerup', onPointerUp as EventListener)
    window[change]('pointercancel', end)
    window[change]('blur', end)
    window[change]('keydown', onKeyDown as EventListener, true)
  }

  // Once a finger has lifted a row, the browser must neither scroll with it nor open its own menu.
  const whenLifted = (event: Event) => lifted && event.preventDefault()
  const whenPressed = (event: Event) => press?.isTouch && event.preventDefault()
  list.addEventListener('pointerdown', onPointerDown)
  list.addEventListener('touchmove', whenLifted, { passive: false })
  list.addEventListener('contextmenu', whenPressed)
  return () => {
    end()
    list.removeEventListener('pointerdown', onPointerDown)
    list.removeEventListener('touchmove', whenLifted)
    list.removeEventListener('contextmenu', whenPressed)
  }
}

/** Rows without the movement of the lifted one, which is left out anyway. */
function boxesIn(list: HTMLElement): RowBox[] {
  return [...list.querySelectorAll<HTMLElement>('[data-row]')].map((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return { id: row.dataset.row ?? '', top, bottom }
  })
}

function scrollerOf(list: HTMLElement): Element {
  for (let element = list.parentElement; element; element = element.parentElement) {
    const isScroller = /auto|scroll/.test(getComputedStyle(element).overflowY)
    if (isScroller && element.scrollHeight > element.clientHeight) return element
  }
  return document.documentElement
}

function speed(y: number, { top, bottom }: DOMRect): number {
  const intoTop = top + EDGE_PX - y
  const intoBottom = y - (bottom - EDGE_PX)
  const into = Math.max(intoTop, intoBottom)
  if (into <= 0) return 0
  const pixels = Math.ceil(Math.min(1, into / EDGE_PX) ** 2 * MOST_PX_A_FRAME)
  return intoTop >= intoBottom ? -pixels : pixels
}
