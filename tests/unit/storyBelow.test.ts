import { describe, expect, test } from 'vitest'
import { downBelow } from '#components/story/editor/below.ts'
import { callout, design, details, list, paragraph } from '#tests/support/storyContent.ts'
import { open, press, show } from '#tests/support/storyEditing.ts'

type Content = Parameters<typeof open>

/** A table of these rows, each of these cells. */
const table = (...rows: readonly (readonly string[])[]) => ({
  type: 'table',
  content: rows.map((cells) => ({
    type: 'tableRow',
    content: cells.map((words) => ({ type: 'tableCell', content: [paragraph(words)] })),
  })),
})

describe('the arrow down at the end of a story', () => {
  const down = (...content: Content) => show(press(open(...content), downBelow))
  const isLeft = (...content: Content) => press(open(...content), downBelow) === null

  test('makes a line below a callout, a section, a table: from any cell of its last row', () => {
    expect(down(callout('tip', paragraph('a|b')))).toEqual(['callout', '  ab', '|'])
    expect(down(details('More', paragraph('in|')))).toEqual(['details', '  More', '  in', '|'])
    const after = press(open(table(['a', 'b'], ['c|', 'd'])), downBelow)
    expect(after?.doc.childCount).toBe(2)
    expect(after?.selection.$from.parent).toBe(after?.doc.lastChild)
  })

  test('leads out of all that is around, and stays in the story’s section', () => {
    const points = list('bulletList', 'a|')
    expect(down(callout('tip', details('More', points))).at(-1)).toBe('|')
    expect(down(design(true, callout('tip', paragraph('a|'))))).toEqual(['design', '    a', '  |'])
  })

  test('in a summary goes below what is folded', () => {
    expect(down(details('More|', paragraph('in')))).toEqual(['details', '  More', '  in', '|'])
  })

  test('goes its own way where something follows, or nothing is around', () => {
    expect(isLeft(callout('tip', paragraph('a|')), paragraph('b'))).toBe(true)
    expect(isLeft(callout('tip', paragraph('a|'), paragraph('b')))).toBe(true)
    expect(isLeft(details('More', paragraph('a|'), paragraph('b')))).toBe(true)
    expect(isLeft(table(['a|'], ['b']))).toBe(true)
    expect(isLeft(callout('tip', paragraph('|a|')))).toBe(true)
    expect(isLeft(callout('tip', { ...paragraph('a|'), type: 'codeBlock' }))).toBe(true)
    expect(isLeft(paragraph('a|'))).toBe(true)
  })
})
