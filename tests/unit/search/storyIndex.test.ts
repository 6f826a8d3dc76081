import { describe, expect, it } from 'vitest'
import { type Found, isQuestion, StoryIndex, type StoryLine } from '#lib/search/storyIndex.ts'
import type { Piece } from '#lib/search/excerpt.ts'

function line(id: string, title: string, more: Partial<StoryLine> = {}): StoryLine {
  return {
    id,
    key: null,
    title,
    labels: [],
    reason: null,
    stage: 'idea',
    team: null,
    theme: null,
    ...more,
  }
}

function indexOf(...lines: readonly StoryLine[]): StoryIndex {
  const index = new StoryIndex()
  for (const one of lines) index.put(one)
  return index
}

const ids = ({ hits }: Found) => hits.map(({ id }) => id)
const hitsIn = (pieces: readonly Piece[]) =>
  pieces.filter(({ isHit }) => isHit).map(({ text }) => text)
const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')

describe('the search of stories', () => {
  it('finds by the beginnings of words, every one of them, titles first', () => {
    const index = indexOf(
      line('a', 'Export the backlog to CSV'),
      line('b', 'Import from Jira'),
      line('c', 'Nightly report'),
    )
    index.describe('c', { text: 'The export goes out at two.\nAs CSV.', comments: [] })
    expect(ids(index.find('exp', {}, 10))).toEqual(['a', 'c'])
    expect(ids(index.find('exp csv backl', {}, 10))).toEqual(['a'])
    expect(ids(index.find('export jira', {}, 10))).toEqual([])
  })

  it('forgives a slip of the finger, accents and case, in any script', () => {
    const index = indexOf(
      line('a', 'Quarterly budget for researchers'),
      line('b', 'Größe je Übersetzung'),
      line('c', 'Поиск по архиву'),
    )
    expect(ids(index.find('budgte', {}, 10))).toEqual(['a'])
    expect(ids(index.find('resaerchers', {}, 10))).toEqual(['a'])
    expect(ids(index.find('ubersetzung', {}, 10))).toEqual(['b'])
    expect(ids(index.find('АРХИВ', {}, 10))).toEqual(['c'])
  })

  it('finds a key whole, by its number, and while it is typed', () => {
    const index = indexOf(
      line('a', 'One', { key: 'ST-4' }),
      line('b', 'Two', { key: 'ST-42' }),
      line('c', '42 ways to say no', { key: 'ST-7' }),
    )
    expect(ids(index.find('st-42', {}, 10))).toEqual(['b'])
    expect(ids(index.find('ST-4', {}, 10))).toEqual(['a', 'b'])
    expect(ids(index.find('42', {}, 10))).toEqual(['b', 'c'])
    index.put(line('b', 'Two', { key: 'ST-43' }))
    expect(ids(index.find('ST-42', {}, 10))).toEqual([])
  })

  it('says where else it stands, in the line that says most', () => {
    const index = indexOf(line('a', 'Sign in'), line('b', 'Old idea', { reason: 'Too costly' }))
    const text = `Value\n${'filler '.repeat(60)}until the password is reset by mail ${'more '.repeat(60)}`
    index.describe('a', { text, comments: ['What of the passkeys?'] })
    const [inText] = index.find('password mail', {}, 10).hits
    expect(inText?.excerpt?.from).toBe('text')
    expect(hitsIn(inText?.excerpt?.pieces ?? [])).toEqual(['password', 'mail'])
    expect(textOf(inText?.excerpt?.pieces ?? [])).toMatch(/^… .*password is reset by mail.* …$/)
    const [inComment] = index.find('passkey', {}, 10).hits
    expect(inComment?.excerpt).toMatchObject({ from: 'comment' })
    const [inReason] = index.find('costly', {}, 10).hits
    expect(inReason).toMatchObject({ id: 'b', excerpt: { from: 'reason' } })
    const [inTitle] = index.find('sign', {}, 10).hits
    expect(hitsIn(inTitle?.title ?? [])).toEqual(['Sign'])
    expect(inTitle?.excerpt).toBeNull()
  })

  it('narrows to a place and a theme, and counts what is beyond the page', () => {
    const index = indexOf(
      line('a', 'Dark mode', { theme: 'look' }),
      line('b', 'Dark mode for the editor', { stage: null, team: 'web' }),
      line('c', 'Dark mode on paper', { stage: 'wont-do' }),
      line('d', 'Dark mode for apps', { stage: null, team: 'apps', theme: 'look' }),
    )
    const found = (filter: Parameters<StoryIndex['find']>[1]) =>
      ids(index.find('dark', filter, 10)).toSorted()
    expect(found({})).toEqual(['a', 'b', 'c', 'd'])
    expect(found({ place: 'area' })).toEqual(['a'])
    expect(found({ place: 'teams' })).toEqual(['b', 'd'])
    expect(found({ place: { team: 'web' } })).toEqual(['b'])
    expect(found({ place: 'wont-do' })).toEqual(['c'])
    expect(found({ theme: 'look' })).toEqual(['a', 'd'])
    expect(index.find('dark', {}, 2)).toMatchObject({ total: 4, hits: { length: 2 } })
  })

  it('[RO10] what left the lists is not found any more, nor by what was written in it', () => {
    const index = indexOf(line('a', 'Secret plan'))
    index.describe('a', { text: 'The merger', comments: [] })
    index.remove('a')
    index.describe('a', { text: 'The merger', comments: [] })
    expect(index.find('merger', {}, 10)).toEqual({ hits: [], total: 0 })
    expect(index.size).toBe(0)
    index.put(line('a', 'Back again'))
    expect(ids(index.find('merger', {}, 10))).toEqual([])
    expect(ids(index.find('back', {}, 10))).toEqual(['a'])
  })

  it('follows a title and a text that change', () => {
    const index = indexOf(line('a', 'Export'))
    index.describe('a', { text: 'as CSV', comments: [] })
    index.put(line('a', 'Import'))
    index.describe('a', { text: 'as JSON', comments: [] })
    expect(ids(index.find('export', {}, 10))).toEqual([])
    expect(ids(index.find('csv', {}, 10))).toEqual([])
    expect(ids(index.find('import json', {}, 10))).toEqual(['a'])
  })

  it('takes signs, nothing, and a very long question', () => {
    const index = indexOf(line('a', 'C++ and "quotes" (twice)'))
    expect(isQuestion(' ?! ')).toBe(false)
    expect(isQuestion('c++')).toBe(true)
    expect(ids(index.find('?!', {}, 10))).toEqual([])
    expect(ids(index.find('"quotes" (', {}, 10))).toEqual(['a'])
    expect(index.find('long '.repeat(2_000), {}, 10).total).toBe(0)
  })
})
