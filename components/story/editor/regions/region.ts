import { textsOf } from '#components/language/loaded.ts'
import type { Region } from '#lib/domain/talk/thread.ts'

/** A place on a picture, each number from 0 to 1 of its width or height. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Where a part begins that is chosen by keys. */
export const MIDDLE: Region = { x: 0.35, y: 0.35, w: 0.3, h: 0.3 }
/** Narrower, or lower, no part is: it could not be seen. */
const LEAST = 0.02
/** How far an arrow key goes. */
const STEP = 0.02
/** A press that goes no further than this means the place, and a part around it, of this size. */
const PRESS = 0.015
const AROUND = 0.12

/** Gives the part between two places, in any order; outside the picture it ends at its edge. */
export function regionBetween(from: Point, to: Point): Region {
  const [a, b] = [inside(from), inside(to)]
  if (Math.abs(a.x - b.x) < PRESS && Math.abs(a.y - b.y) < PRESS) {
    return within({ x: a.x - AROUND / 2, y: a.y - AROUND / 2, w: AROUND, h: AROUND })
  }
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return within({ x, y, w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) })
}

/** Gives what an arrow key makes of a part: moved, or `sized` at its lower right corner. Null for every other key. */
export function regionByKey(region: Region, key: string, sized: boolean): Region | null {
  const dx = key === 'ArrowRight' ? STEP : key === 'ArrowLeft' ? -STEP : 0
  const dy = key === 'ArrowDown' ? STEP : key === 'ArrowUp' ? -STEP : 0
  if (dx === 0 && dy === 0) return null
  const { x, y, w, h } = region
  if (!sized) return within({ x: x + dx, y: y + dy, w, h })
  return within({ x, y, w: Math.min(w + dx, 1 - x), h: Math.min(h + dy, 1 - y) })
}

/** Gives where a part is, in words. */
export function regionInWords({ x, y, w, h }: Region): string {
  const per = (part: number) => `${Math.round(part * 100)} %`
  return textsOf('story')('files.region', { x: per(x), y: per(y), w: per(w), h: per(h) })
}

/** Gives where a part stands in the box of its picture, for its style. */
export function regionStyle({ x, y, w, h }: Region) {
  const per = (part: number) => `${part * 100}%`
  return { left: per(x), top: per(y), width: per(w), height: per(h) }
}

function inside({ x, y }: Point): Point {
  return { x: Math.min(Math.max(x, 0), 1), y: Math.min(Math.max(y, 0), 1) }
}

function within({ x, y, w, h }: Region): Region {
  const [width, height] = [Math.min(Math.max(w, LEAST), 1), Math.min(Math.max(h, LEAST), 1)]
  return {
    x: Math.min(Math.max(x, 0), 1 - width),
    y: Math.min(Math.max(y, 0), 1 - height),
    w: width,
    h: height,
  }
}
