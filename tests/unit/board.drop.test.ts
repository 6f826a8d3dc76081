import { describe, expect, it } from 'vitest'
import { dropPlaceAt, isSamePlace, scrollSpeed } from '#components/cards/drag/dropPlace.ts'
import { column } from '#lib/domain/rank.ts'
import { Flow } from '#tests/support/domain.ts'

function ideas(count: number) {
  const flow = new Flow()
  for (let i = 0; i < count; i += 1) flow.put(`s${i}`)
  return column(flow.stories.values(), 'idea')
}

/** Cards of 60 px with 8 px between them; the first mounted one is `from`, at the top of the list (y = 100). */
function boxes(from: number, count: number) {
  return Array.from({ length: count }, (_, i) => ({
    id: `s${from + i}`,
    top: 100 + i * 68,
    bottom: 160 + i * 68,
  }))
}

describe('[UX20] where a drop goes', () => {
  const stories = ideas(20)

  it('[UX20] behind the last card whose middle is above the pointer; the line stands in the gap', () => {
    expect(dropPlaceAt(140, boxes(0, 5), stories, new Set(['other']), 100)).toEqual({
      place: { after: 's0' },
      lineY: 164,
    })
    expect(dropPlaceAt(120, boxes(0, 5), stories, new Set(['other']), 100)).toEqual({
      place: { after: null },
      lineY: 96,
    })
    expect(dropPlaceAt(900, boxes(0, 5), stories, new Set(['other']), 100)).toEqual({
      place: { after: 's4' },
      lineY: 436,
    })
  })

  it('[UX20] above the first mounted card of a scrolled list is behind the one that is not mounted', () => {
    expect(dropPlaceAt(101, boxes(7, 5), stories, new Set(['other']), 100).place).toEqual({
      after: 's6',
    })
    expect(dropPlaceAt(101, boxes(7, 5), stories, new Set(['s6']), 100).place).toEqual({
      after: 's5',
    })
    expect(dropPlaceAt(101, boxes(7, 5), stories, new Set(['s7']), 100).place).toEqual({
      after: 's6',
    })
  })

  it('[UX20] an empty list takes it at the top', () => {
    expect(dropPlaceAt(300, [], [], new Set(['other']), 100)).toEqual({
      place: { after: null },
      lineY: 104,
    })
  })

  it('[RK4] knows where the card stands already', () => {
    expect(isSamePlace(stories, 's3', { after: 's2' })).toBe(true)
    expect(isSamePlace(stories, 's3', { after: 's3' })).toBe(true)
    expect(isSamePlace(stories, 's0', { after: null })).toBe(true)
    expect(isSamePlace(stories, 's3', { after: 's4' })).toBe(false)
    expect(isSamePlace(stories, 'other', { after: null })).toBe(false)
  })

  it('[UX20] scrolls within 48 px of an edge, faster towards it, and not between', () => {
    expect(scrollSpeed(300, 100, 500)).toBe(0)
    expect(scrollSpeed(148, 100, 500)).toBe(0)
    expect(scrollSpeed(140, 100, 500)).toBeLessThan(0)
    expect(scrollSpeed(100, 100, 500)).toBe(-18)
    expect(scrollSpeed(0, 100, 500)).toBe(-18)
    expect(scrollSpeed(480, 100, 500)).toBeGreaterThan(0)
    expect(scrollSpeed(460, 100, 500)).toBeLessThan(scrollSpeed(499, 100, 500))
  })
})
