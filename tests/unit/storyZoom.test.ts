import { describe, expect, test } from 'vitest'
import {
  actualSize,
  doubled,
  isWhole,
  moved,
  pinched,
  type Point,
  type Stage,
  type View,
  wheelFactor,
  whole,
  zoomed,
} from '#components/story/editor/files/zoom/view.ts'

/** Four times as large as the room it is seen in. */
const LARGE: Stage = { room: { width: 500, height: 400 }, picture: { width: 2_000, height: 1_600 } }
const SMALL: Stage = { room: { width: 500, height: 400 }, picture: { width: 100, height: 80 } }

/** Gives what of the picture, in its own pixels from its middle, is seen at a place of the stage. */
const seenAt = ({ scale, x, y }: View, at: Point) => ({
  x: (at.x - x) / scale,
  y: (at.y - y) / scale,
})

describe('a picture that is zoomed', () => {
  test('is seen whole at first, and never larger than it is', () => {
    expect(whole(LARGE)).toEqual({ scale: 0.25, x: 0, y: 0 })
    expect(whole(SMALL)).toEqual({ scale: 1, x: 0, y: 0 })
  })

  test('keeps what is under the pointer there', () => {
    const at = { x: 100, y: -50 }
    const before = seenAt(whole(LARGE), at)
    const after = zoomed(whole(LARGE), 3, LARGE, at)
    expect(after.scale).toBe(0.75)
    expect(seenAt(after, at).x).toBeCloseTo(before.x)
    expect(seenAt(after, at).y).toBeCloseTo(before.y)
  })

  test('is never smaller than whole, nor larger than eight times its size', () => {
    expect(zoomed(whole(LARGE), 0.1, LARGE)).toEqual(whole(LARGE))
    expect(zoomed(whole(LARGE), 1_000, LARGE).scale).toBe(8)
  })

  test('shows its own size by a double click, and all of it by the next; a small one doubles', () => {
    const at = { x: 40, y: 0 }
    const once = doubled(whole(LARGE), LARGE, at)
    expect(once.scale).toBe(1)
    expect(seenAt(once, at).x).toBeCloseTo(seenAt(whole(LARGE), at).x)
    expect(doubled(once, LARGE, at)).toEqual(whole(LARGE))
    expect(doubled(whole(SMALL), SMALL, at).scale).toBe(2)
    expect(actualSize(zoomed(whole(LARGE), 20, LARGE), LARGE).scale).toBe(1)
  })

  test('is moved to its edges and no further; what fits stays in the middle', () => {
    const full = actualSize(whole(LARGE), LARGE)
    expect(moved(full, { x: 10_000, y: -10_000 }, LARGE)).toEqual({ scale: 1, x: 750, y: -600 })
    expect(moved(whole(LARGE), { x: 30, y: 30 }, LARGE)).toEqual(whole(LARGE))
    expect(isWhole(whole(LARGE), LARGE)).toBe(true)
    expect(isWhole(full, LARGE)).toBe(false)
  })

  test('goes along with two fingers: what was between them is between them', () => {
    const start = actualSize(whole(LARGE), LARGE)
    const before = [
      { x: -50, y: 0 },
      { x: 50, y: 0 },
    ] as const
    const after = [
      { x: -80, y: 20 },
      { x: 120, y: 20 },
    ] as const
    const end = pinched(start, before, after, LARGE)
    expect(end.scale).toBe(2)
    expect(seenAt(end, { x: 20, y: 20 })).toEqual(seenAt(start, { x: 0, y: 0 }))
    // Both at one place for a moment: no zoom, and no division by nothing.
    expect(pinched(start, [before[0], before[0]], before, LARGE).scale).toBe(1)
  })

  test('zooms with the wheel by the notch, and with fingers on a trackpad as they go', () => {
    const turn = (deltaY: number, ctrlKey = false, deltaMode = 0) =>
      wheelFactor({ deltaY, ctrlKey, deltaMode })
    expect(turn(-100)).toBeGreaterThan(1.1)
    expect(turn(-100) * turn(100)).toBeCloseTo(1)
    expect(turn(-3, false, 1)).toBeCloseTo(turn(-99))
    expect(turn(-10, true)).toBeGreaterThan(turn(-10))
    // A wheel with Ctrl is a wheel, and no turn is a leap.
    expect(turn(-100, true)).toBe(turn(-100))
    expect(turn(-100_000)).toBe(turn(-100))
  })
})
