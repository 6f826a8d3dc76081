import { expect, test } from 'vitest'
import { listPlace } from '#components/discussion/listPlace.ts'

const seen = { left: 0, top: 0, right: 400, bottom: 600 }
const size = { width: 256, height: 200 }
const field = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 60 })

test('a list stands under its field where there is room', () => {
  expect(listPlace(field(20, 100), size, seen)).toMatchObject({ left: 20, top: 164 })
})

test('it stands over the field where there is more room than below', () => {
  expect(listPlace(field(20, 500), size, seen)).toMatchObject({ left: 20, top: 296 })
})

test('it never leaves the screen sideways', () => {
  expect(listPlace(field(300, 100), size, seen).left).toBe(136)
  expect(listPlace(field(-50, 100), size, seen).left).toBe(8)
})

test('with room for it nowhere it is as high as the larger room', () => {
  const low = { ...seen, bottom: 260 }
  expect(listPlace(field(20, 120), size, low)).toEqual({ left: 20, top: 8, maxHeight: 108 })
  expect(listPlace(field(20, 40), size, low)).toEqual({ left: 20, top: 104, maxHeight: 148 })
})

test('on the part of the screen that a keyboard leaves it stands in that part', () => {
  const part = { left: 0, top: 150, right: 400, bottom: 450 }
  expect(listPlace(field(20, 380), size, part)).toMatchObject({ top: 176 })
})
