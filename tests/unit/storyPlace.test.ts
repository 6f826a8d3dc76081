import { expect, test } from 'vitest'
import { placeBeside, placeInMargin } from '#components/story/editor/place.ts'

const screen = { left: 0, top: 0, right: 400, bottom: 600 }
const size = { width: 100, height: 30 }
const at = (left: number, top: number) => ({ left, top, right: left + 20, bottom: top + 20 })
const above = { side: 'above', align: 'centre', gap: 8 } as const

test('a bar stands centred above the words', () => {
  expect(placeBeside(at(200, 300), size, screen, above)).toEqual({ left: 160, top: 262 })
})

test('at the upper edge it stands below', () => {
  expect(placeBeside(at(200, 10), size, screen, above)).toEqual({ left: 160, top: 38 })
})

test('at the sides it stays on the screen', () => {
  expect(placeBeside(at(0, 300), size, screen, above).left).toBe(8)
  expect(placeBeside(at(380, 300), size, screen, above).left).toBe(292)
})

test('words taller than the screen leave it at the upper edge', () => {
  const tall = { left: 100, top: -50, right: 200, bottom: 700 }
  expect(placeBeside(tall, size, screen, above).top).toBe(8)
})

test('a card in the margin stands at the height of the words, and stays on the screen', () => {
  const column = { left: 50, top: -200, right: 250, bottom: 900 }
  const card = { width: 120, height: 200 }
  const inMargin = (top: number) => placeInMargin(at(100, top), card, screen, { column, gap: 10 })
  expect(inMargin(150)).toEqual({ left: 260, top: 150 })
  expect(inMargin(580)).toEqual({ left: 260, top: 392 })
  expect(inMargin(-90)).toEqual({ left: 260, top: 8 })
})
