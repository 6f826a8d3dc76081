import { afterEach, expect, test, vi } from 'vitest'
import { alongText, pageDirection } from '#components/language/direction.ts'
import { keyNames } from '#components/ui/keyNames.ts'

afterEach(() => vi.unstubAllGlobals())

const turned = () => vi.stubGlobal('document', { documentElement: { dir: 'rtl', lang: 'en' } })

test('[UX7] on a page that runs from right to left the arrows lead where the text does', () => {
  expect([pageDirection(), alongText('ArrowLeft'), alongText('h')]).toEqual([
    'ltr',
    'ArrowLeft',
    'h',
  ])
  turned()
  expect([pageDirection(), alongText('ArrowLeft'), alongText('ArrowRight')]).toEqual([
    'rtl',
    'ArrowRight',
    'ArrowLeft',
  ])
  expect(['ArrowUp', 'Home', 'h'].map(alongText)).toEqual(['ArrowUp', 'Home', 'h'])
})

test('[UX7] and are shown as they are pressed', () => {
  expect(keyNames('Alt+Shift+ArrowRight', false)).toEqual([['Alt', 'Shift', '→']])
  turned()
  expect(keyNames('Alt+Shift+ArrowRight', false)).toEqual([['Alt', 'Shift', '←']])
})
