import { beforeEach, expect, test, vi } from 'vitest'
import type { InboxItem } from '#lib/domain/inbox/item.ts'

const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  })
})

/** The module as a new page has it. */
const page = () => {
  vi.resetModules()
  return import('#components/inbox/opened.ts')
}

const item = (newest: number, doneUpTo: number): InboxItem => ({
  id: 'a',
  key: 'FD-17',
  title: 'Check my data again on every update',
  notices: [
    { seq: newest, at: 0, by: 'ana', what: { kind: 'mentioned' }, why: 'mentioned' },
    { seq: 3, at: 0, by: 'ana', what: { kind: 'trashed' }, why: 'watching' },
  ],
  doneUpTo,
  stance: 'none',
})

test('[IN5] what was opened stands out no more, though it is not done, until something else is new', async () => {
  const { openedOf, noteOpened, isUnopened } = await page()
  const opened = openedOf('kim', 'w')
  expect(isUnopened(opened.get(), item(5, 0))).toBe(true)
  noteOpened('kim', 'w', item(5, 0))
  expect(isUnopened(opened.get(), item(5, 0))).toBe(false)
  expect(isUnopened(opened.get(), item(6, 0))).toBe(true)
  // Done, and marked as new by hand.
  expect(isUnopened(opened.get(), item(5, 5))).toBe(false)
  expect(isUnopened(opened.get(), item(5, 4))).toBe(true)
  expect(isUnopened(openedOf('bo', 'w').get(), item(5, 0))).toBe(true)
  const later = await page()
  expect(later.isUnopened(later.openedOf('kim', 'w').get(), item(5, 0))).toBe(false)
})

test('a foreign hand in what is kept is not believed', async () => {
  kept.set('sluice:opened:kim:w', '[["a",["x",0]],["b"],7]')
  const { openedOf, isUnopened } = await page()
  expect(isUnopened(openedOf('kim', 'w').get(), item(5, 0))).toBe(true)
})
