import { expect, it } from 'vitest'
import { whoCame } from '#components/story/whoCame.ts'

const people = (names: string) =>
  names
    .split(' ')
    .filter(Boolean)
    .map((name) => ({ id: name, name }))

it.each([
  ['', 'Bo', 'Bo is here'],
  ['Bo', 'Bo Cy', 'Cy is here'],
  ['', 'Bo Cy', 'Bo and Cy are here'],
  ['', 'Bo Cy Dee Eve', 'Bo and 3 others are here'],
  ['Bo Cy', 'Cy', 'Bo has left'],
  ['Bo Cy Dee', '', 'Bo and 2 others have left'],
  ['Bo', 'Cy', 'Cy is here. Bo has left'],
  ['Bo Cy', 'Cy Bo', ''],
])('[UX16] whoever comes into a story and leaves it is named: %s, then %s', (before, now, said) => {
  expect(whoCame(people(before), people(now))).toBe(said)
})
