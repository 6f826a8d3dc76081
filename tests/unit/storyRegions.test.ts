import { describe, expect, it } from 'vitest'
import {
  MIDDLE,
  regionBetween,
  regionByKey,
  regionInWords,
} from '#components/story/editor/regions/region.ts'

describe('a part of a picture', () => {
  it('is what was dragged over, in any direction, and ends at the edge', () => {
    const part = { x: 0.2, y: 0.1, w: 0.3, h: 0.4 }
    expect(rounded(regionBetween({ x: 0.2, y: 0.1 }, { x: 0.5, y: 0.5 }))).toEqual(part)
    expect(rounded(regionBetween({ x: 0.5, y: 0.5 }, { x: 0.2, y: 0.1 }))).toEqual(part)
    expect(rounded(regionBetween({ x: 0.5, y: -2 }, { x: 7, y: 0.5 }))).toEqual({
      x: 0.5,
      y: 0,
      w: 0.5,
      h: 0.5,
    })
  })

  it('is around a place that was only pressed, and inside the picture at its corner', () => {
    expect(rounded(regionBetween({ x: 0.5, y: 0.5 }, { x: 0.505, y: 0.5 }))).toEqual({
      x: 0.44,
      y: 0.44,
      w: 0.12,
      h: 0.12,
    })
    expect(rounded(regionBetween({ x: 1, y: 0 }, { x: 1, y: 0 }))).toEqual({
      x: 0.88,
      y: 0,
      w: 0.12,
      h: 0.12,
    })
  })

  it('is moved and sized by arrows, and never leaves the picture or vanishes', () => {
    expect(rounded(regionByKey(MIDDLE, 'ArrowLeft', false)!)).toEqual({ ...MIDDLE, x: 0.33 })
    expect(rounded(regionByKey(MIDDLE, 'ArrowDown', true)!)).toEqual({ ...MIDDLE, h: 0.32 })
    expect(regionByKey(MIDDLE, 'Enter', false)).toBeNull()
    let part = MIDDLE
    for (let n = 0; n < 200; n += 1) part = regionByKey(part, 'ArrowRight', n % 2 === 0)!
    expect(part.x + part.w).toBeLessThanOrEqual(1)
    for (let n = 0; n < 200; n += 1) part = regionByKey(part, 'ArrowUp', true)!
    expect(part.h).toBeGreaterThan(0)
  })

  it('is told in words', () => {
    expect(regionInWords({ x: 0.25, y: 0, w: 0.5, h: 1 })).toBe(
      '25 % from the left, 0 % from the top, 50 % wide, 100 % high',
    )
  })
})

function rounded<T extends object>(region: T): T {
  return Object.fromEntries(
    Object.entries(region).map(([name, value]) => [name, Math.round(Number(value) * 1e6) / 1e6]),
  ) as T
}
