import { describe, expect, it } from 'vitest'
import { createStillTyping, STILL_TYPING, type Typed } from '#components/actions/stillTyping.ts'

const press = (key: string, timeStamp: number, more: Partial<Typed> = {}): Typed => ({
  key,
  timeStamp,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

describe('[UX7] keys that go on from a field that has closed', () => {
  it('[UX7] are text, as long as they follow each other closely', () => {
    const typing = createStillTyping()
    typing.inField(press('Enter', 1_000))
    expect(typing.outside(press('c', 1_080))).toBe(true)
    expect(typing.outside(press('Backspace', 1_080 + STILL_TYPING - 1))).toBe(true)
    expect(typing.outside(press('j', 1_080 + 2 * STILL_TYPING))).toBe(false)
  })

  it.each([
    ['Escape', {}],
    ['Tab', {}],
    ['Enter', { ctrlKey: true }],
    ['Enter', { metaKey: true }],
  ])('[UX7] are keys of the page after %s %o', (leaving, held) => {
    const typing = createStillTyping()
    typing.inField(press('a', 1_000))
    typing.inField(press(leaving, 1_050, held))
    expect(typing.outside(press('j', 1_060))).toBe(false)
  })

  it('[UX7] are keys of the page after an Enter that has chosen something, as in the palette', () => {
    const typing = createStillTyping()
    typing.inField(press('a', 1_000), true)
    typing.inField(press('Enter', 1_050), true)
    expect(typing.outside(press('j', 1_060))).toBe(false)
    // Closed in another way, by a click, it was typed into until then.
    typing.inField(press('a', 2_000), true)
    expect(typing.outside(press('j', 2_060))).toBe(true)
  })

  it('[UX7] are keys of the page when nobody types like that', () => {
    const typing = createStillTyping()
    typing.inField(press('Enter', 1_000))
    expect(typing.outside(press('z', 1_010, { ctrlKey: true }))).toBe(false)
    expect(typing.outside(press('ArrowDown', 1_010))).toBe(false)
    expect(typing.outside(press('Escape', 1_010))).toBe(false)
    // Whoever has taken something back does not type on.
    expect(typing.outside(press('x', 1_020))).toBe(false)
    typing.inField(press('Enter', 2_000))
    expect(typing.outside(press('End', 2_010))).toBe(false)
    expect(typing.outside(press('Enter', 2_020))).toBe(false)
  })
})
