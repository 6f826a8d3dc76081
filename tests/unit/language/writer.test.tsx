import compile from 'icu-minify/compile'
import { isValidElement, type ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { writerOf } from '#components/language/writer.ts'

const TEXTS = {
  plain: compile("Won't do"),
  part: { moved: compile('{stories} moved to {stage}') },
  count: compile('{count, plural, =0 {none} one {# story} other {# stories}}'),
  big: compile('{count, number} ideas'),
  rich: compile('Press <k>C</k> from anywhere'),
}

describe('what writes the texts of a page', () => {
  const t = writerOf(TEXTS, 'en-GB')

  it('fills values in, in a part, too', () => {
    expect(t('plain')).toBe("Won't do")
    expect(t('part.moved', { stories: '3 stories', stage: 'Idea' })).toBe('3 stories moved to Idea')
  })

  it.each([
    [0, 'none'],
    [1, '1 story'],
    [1204, '1,204 stories'],
  ])('%i is counted: %s', (count, said) => {
    expect(t('count', { count })).toBe(said)
  })

  it('numbers are written by the locale', () => {
    expect(t('big', { count: 1204 })).toBe('1,204 ideas')
    expect(writerOf(TEXTS, 'de-DE')('big', { count: 1204 })).toBe('1.204 ideas')
  })

  it('elements in a text have keys', () => {
    const key = (words: ReactNode) => <kbd>{words}</kbd>
    const parts = t.rich('rich', { k: key as never })
    expect(parts.filter((part) => isValidElement(part)).map((part) => part.key)).not.toContain(null)
    expect(parts[0]).toBe('Press ')
  })

  it('knows which texts there are', () => {
    expect(t.has('part.moved')).toBe(true)
    expect(t.has('part.nothing')).toBe(false)
    expect(t.has('nothing.at.all')).toBe(false)
  })
})
