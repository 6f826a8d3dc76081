import { describe, expect, it } from 'vitest'
import {
  createSequencer,
  isSingleKey,
  matches,
  parseKeys,
  type Press,
} from '#components/actions/keys.ts'

const press = (key: string, rest: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  altGraph: false,
  ...rest,
})
const fits = (keys: string, pressed: Press) => matches(pressed, parseKeys(keys)[0]!)

describe('keys', () => {
  it('[UX6] letters match in either case, and only with the modifiers named', () => {
    expect(fits('C', press('c'))).toBe(true)
    expect(fits('C', press('C'))).toBe(true)
    expect(fits('C', press('C', { shiftKey: true }))).toBe(false)
    expect(fits('Shift+M', press('M', { shiftKey: true }))).toBe(true)
    expect(fits('C', press('c', { ctrlKey: true }))).toBe(false)
    expect(fits('$mod+K', press('k', { ctrlKey: true }))).toBe(true)
  })

  it('[UX6] arrows and named keys match with their modifiers', () => {
    expect(fits('Alt+Shift+ArrowUp', press('ArrowUp', { altKey: true, shiftKey: true }))).toBe(true)
    expect(fits('ArrowUp', press('ArrowUp', { shiftKey: true }))).toBe(false)
    expect(fits('Space', press(' '))).toBe(true)
    expect(fits('Escape', press('Escape'))).toBe(true)
  })

  it('[UX7] a layout without Latin letters is read by the place of the key', () => {
    expect(fits('C', press('с', { code: 'KeyC' }))).toBe(true)
    expect(fits('J', press('ο', { code: 'KeyJ' }))).toBe(true)
    expect(fits('$mod+K', press('л', { code: 'KeyK', ctrlKey: true }))).toBe(true)
    expect(fits('/', press('／', { code: 'Slash' }))).toBe(true)
  })

  it('[UX7] a Latin letter is never overruled by its place', () => {
    expect(fits('Q', press('a', { code: 'KeyQ' }))).toBe(false)
    expect(fits('A', press('a', { code: 'KeyQ' }))).toBe(true)
  })

  it('[UX7] symbols match whatever the layout needs to type them', () => {
    expect(fits('?', press('?', { shiftKey: true }))).toBe(true)
    expect(fits('/', press('/', { shiftKey: true, code: 'Digit7' }))).toBe(true)
    expect(fits('[', press('[', { altGraph: true, ctrlKey: true, altKey: true }))).toBe(true)
    expect(fits('[', press('['))).toBe(true)
    expect(fits('[', press('[', { ctrlKey: true }))).toBe(false)
  })

  it('[UX7] single keys are those of one character without Ctrl, Alt or Cmd', () => {
    expect(['C', 'G R', '?', 'Shift+M', 'Space'].map(isSingleKey)).toEqual(Array(5).fill(true))
    expect(
      ['$mod+K', 'Enter', 'Escape', 'ArrowDown', 'Alt+Shift+ArrowUp', 'F2'].map(isSingleKey),
    ).toEqual(Array(6).fill(false))
  })

  it('[UX6] a sequence is complete when its presses were the latest, and in time', () => {
    const keys = createSequencer()
    expect(keys.press(press('g'), 0).endsWith('G R')).toBe(0)
    expect(keys.press(press('r'), 400).endsWith('G R')).toBe(2)
    keys.press(press('g'), 10_000)
    expect(keys.press(press('r'), 11_500).endsWith('G R')).toBe(0)
  })

  it('[UX6] a page that was busy between two presses does not break their sequence', () => {
    const keys = createSequencer()
    keys.press(press('g'), 0)
    keys.takenIn(1_500)
    expect(keys.press(press('r'), 1_900).endsWith('G R')).toBe(2)
  })

  it('[UX6] a used press does not begin another sequence', () => {
    const keys = createSequencer()
    const first = keys.press(press('g'), 0)
    first.consume()
    expect(keys.press(press('r'), 100).endsWith('G R')).toBe(0)
  })
})
