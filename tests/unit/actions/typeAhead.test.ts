import { describe, expect, it } from 'vitest'
import { type AheadKey, createTypeAhead, PATIENCE } from '#components/actions/typeAhead.ts'

const press = (key: string, more: Partial<AheadKey> = {}): AheadKey => ({
  key,
  timeStamp: 1_010,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  getModifierState: () => false,
  ...more,
})

const typing = (...keys: readonly AheadKey[]) => {
  const ahead = createTypeAhead()
  ahead.expect(1_000)
  return { ahead, taken: keys.map((key) => ahead.take(key)) }
}

describe('[UX7] what is typed for a field before it is there', () => {
  it('[UX7] is kept, corrected, and given once', () => {
    const { ahead, taken } = typing(
      ...['b', 'r', '👍', 'Backspace', ' ', 'x', 'Enter'].map((key) => press(key)),
    )
    expect(taken).not.toContain(false)
    expect(ahead.give()).toEqual({ text: 'br x', entered: true })
    expect(ahead.give()).toBeNull()
    expect(ahead.take(press('y'))).toBe(false)
  })

  it('[UX7] takes letters written with AltGr, and lets go at a command', () => {
    const { ahead, taken } = typing(
      press('@', { ctrlKey: true, altKey: true, getModifierState: () => true }),
      press('z', { ctrlKey: true }),
      press('y'),
    )
    expect(taken).toEqual([true, false, false])
    expect(ahead.give()).toBeNull()
  })

  it.each(['Escape', 'Tab'])('[UX7] is dropped by %s, which is a key of the page', (key) => {
    const { ahead, taken } = typing(press('a'), press(key), press('b'))
    expect(taken).toEqual([true, false, false])
    expect(ahead.isExpecting()).toBe(false)
  })

  it('[UX7] leaves alone what moves, and what comes when no field has come', () => {
    const late = { timeStamp: 1_000 + PATIENCE }
    const { taken } = typing(press('ArrowDown'), press('j', late))
    expect(taken).toEqual([false, false])
  })

  it('[UX7] keeps lines for a text, and waits longer for it', () => {
    const ahead = createTypeAhead()
    ahead.expect(0, 'text')
    for (const key of ['a', 'Enter', 'b', 'c', 'Backspace', 'Enter', 'd'])
      expect(ahead.take(press(key, { timeStamp: 2 * PATIENCE }))).toBe(true)
    expect(ahead.give()).toEqual({ text: 'a\nb\nd', entered: false })
  })
})
