import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { must } from '#lib/domain/must.ts'
import {
  actualSize,
  doubled,
  isWhole,
  moved,
  pinched,
  type Point,
  type Size,
  type Stage,
  STEP,
  type View,
  wheelFactor,
  whole,
  within,
  zoomed,
} from './view.ts'

/** Pixels that an arrow key moves. */
const MOVE = 80
/** Two taps this close in time, ms, and place, pixels, are one double tap; a tap is not a drag below this. */
const DOUBLE_MS = 350
const NEAR = 24
const STILL = 6

/** How a picture is zoomed and moved on an element, null until it is there: by wheel, fingers, double click, dragging, and `press` for keys. */
export function useZoom(element: HTMLElement | null, picture: Size | null) {
  const room = useSize(element)
  const stage: Stage | null = room && picture ? { room, picture } : null
  // Null is the whole picture, however large the screen becomes.
  const [own, setOwn] = useState<View | null>(null)
  const pointers = useRef(new Map<number, { first: Point; last: Point; isTap: boolean }>())
  const lastTap = useRef({ at: -Infinity, where: { x: 0, y: 0 } })
  const view = stage && (own ? within(own, stage) : whole(stage))

  const change = (next: (view: View, stage: Stage) => View) => {
    if (!stage) return
    setOwn((last) => {
      const changed = next(last ? within(last, stage) : whole(stage), stage)
      return isWhole(changed, stage) ? null : changed
    })
  }
  const place = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const pressed = must(element, 'a stage that is pressed')
    const { left, top, width, height } = pressed.getBoundingClientRect()
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 }
  }
  const onWheel = useEffectEvent((event: WheelEvent) => {
    // With Ctrl the browser would zoom the page.
    event.preventDefault()
    const at = place(event)
    change((last, on) => zoomed(last, wheelFactor(event), on, at))
  })
  useEffect(() => {
    // React listens passively, which cannot prevent anything.
    const turn = (event: WheelEvent) => onWheel(event)
    element?.addEventListener('wheel', turn, { passive: false })
    return () => element?.removeEventListener('wheel', turn)
  }, [element])

  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = place(event)
    const isTap = pointers.current.size === 0 && event.button === 0
    for (const other of pointers.current.values()) other.isTap = false
    pointers.current.set(event.pointerId, { first: at, last: at, isTap })
  }
  const onPointerMove = (event: PointerEvent) => {
    const pointer = pointers.current.get(event.pointerId)
    if (!pointer) return
    const [from, to] = [pointer.last, place(event)]
    pointer.last = to
    if (Math.hypot(to.x - pointer.first.x, to.y - pointer.first.y) > STILL) pointer.isTap = false
    const other = [...pointers.current.values()].find((one) => one !== pointer)?.last
    if (other) change((last, on) => pinched(last, [from, other], [to, other], on))
    else change((last, on) => moved(last, { x: to.x - from.x, y: to.y - from.y }, on))
  }
  const onPointerUp = (event: PointerEvent) => {
    const pointer = pointers.current.get(event.pointerId)
    pointers.current.delete(event.pointerId)
    if (!pointer?.isTap) return
    const { at, where } = lastTap.current
    const { last } = pointer
    const isDouble =
      event.timeStamp - at < DOUBLE_MS && Math.hypot(last.x - where.x, last.y - where.y) < NEAR
    lastTap.current = { at: isDouble ? -Infinity : event.timeStamp, where: last }
    if (isDouble) change((before, on) => doubled(before, on, last))
  }
  const onPointerCancel = ({ pointerId }: PointerEvent) => void pointers.current.delete(pointerId)

  /** Does what a key says. False: it is none of these, or there is nothing to move. */
  const press = (key: string): boolean => {
    switch (key) {
      case '+':
      case '=':
        change((last, on) => zoomed(last, STEP, on))
        return true
      case '-':
      case '_':
        change((last, on) => zoomed(last, 1 / STEP, on))
        return true
      case '0':
        setOwn(null)
        return true
      case '1':
        change((last, on) => actualSize(last, on))
        return true
      default: {
        const by = ARROWS[key]
        if (!by || own === null) return false
        change((last, on) => moved(last, by, on))
        return true
      }
    }
  }
  return {
    view,
    press,
    /** Shows all of the picture, or of another one. */
    reset: () => setOwn(null),
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
  }
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: MOVE, y: 0 },
  ArrowRight: { x: -MOVE, y: 0 },
  ArrowUp: { x: 0, y: MOVE },
  ArrowDown: { x: 0, y: -MOVE },
}

function useSize(element: HTMLElement | null): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useEffect(() => {
    if (!element) return
    const look = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [element])
  return size
}
