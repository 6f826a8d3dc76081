import { describe, expect, it } from 'vitest'
import { dropAt, reordered, stepBy } from '#components/ui/reorder/reorderPlace.ts'

const boxes = [
  { id: 'a', top: 0, bottom: 40 },
  { id: 'b', top: 40, bottom: 80 },
  { id: 'c', top: 80, bottom: 120 },
]
const ids = ['a', 'b', 'c']

describe('[UX20] a row that is dragged', () => {
  it.each([
    [-10, null, 40],
    [59, null, 40],
    [60, 'b', 80],
    [101, 'c', 120],
    [500, 'c', 120],
  ])('at %i goes behind %s, and the line stands at %i', (y, after, lineY) => {
    expect(dropAt(y, boxes, 'a')).toEqual({ after, lineY })
  })

  it('alone stays where it is', () => {
    expect(dropAt(7, boxes.slice(0, 1), 'a')).toEqual({ after: null, lineY: 7 })
  })
})

describe('[UX6] a row that is moved by keys', () => {
  it.each([
    ['ArrowUp', 'c', ['a', 'c', 'b']],
    ['ArrowUp', 'b', ['b', 'a', 'c']],
    ['ArrowDown', 'a', ['b', 'a', 'c']],
    ['Home', 'c', ['c', 'a', 'b']],
    ['End', 'a', ['b', 'c', 'a']],
  ])('%s on %s', (key, id, order) => {
    expect(reordered(ids, id, stepBy(key, ids, id)!.after)).toEqual(order)
  })

  it.each([
    ['ArrowUp', 'a'],
    ['Home', 'a'],
    ['ArrowDown', 'c'],
    ['End', 'c'],
    ['x', 'b'],
  ])('%s on %s changes nothing', (key, id) => {
    expect(stepBy(key, ids, id)).toBeNull()
  })
})
