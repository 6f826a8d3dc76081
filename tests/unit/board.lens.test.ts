import { describe, expect, it } from 'vitest'
import { passes } from '#components/board/filter.ts'
import { chosenIn, filterLines, withChoice } from '#components/board/filterLines.ts'
import { grouped, headingId, rowsOf, spotIn } from '#components/board/groups.ts'
import { lift, shownWith, stepHeld } from '#components/board/held.ts'
import { formatPlace, parsePlace } from '#components/shell/routes.ts'
import { NO_FACTS } from '#lib/domain/facts.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import type { Theme } from '#lib/domain/theme.ts'
import { Flow } from '#tests/support/domain.ts'

function storiesNamed(...ids: readonly string[]): AreaStory[] {
  const flow = new Flow()
  return ids.map((id) => {
    flow.put(id, 'idea')
    return flow.stories.get(id) as AreaStory
  })
}

const NOW = 1_000

const theme = (id: string, rank: string): Theme => ({
  id,
  name: id,
  colour: 1,
  intent: '',
  from: null,
  until: null,
  rank,
  sample: false,
  archivedAt: null,
})
const themes = new Map([theme('late', 'a2'), theme('early', 'a1')].map((one) => [one.id, one]))

describe('[UX18] a filter', () => {
  const [plain, full] = storiesNamed('plain', 'full') as [AreaStory, AreaStory]
  const story: AreaStory = {
    ...full,
    theme: 'early',
    persona: 'dev',
    labels: ['import', 'r'],
    facts: { ...NO_FACTS, blockingQuestions: 1 },
    readiness: { met: 5, of: 5, missing: [], advice: [] },
  }

  it('[UX18] asks for any of a facet and for all facets', () => {
    expect(passes(story, {}, NOW)).toBe(true)
    expect(passes(story, { theme: ['late', 'early'], label: ['r'] }, NOW)).toBe(true)
    expect(passes(story, { theme: ['late'] }, NOW)).toBe(false)
    expect(passes(story, { theme: ['early'], persona: ['somebody'] }, NOW)).toBe(false)
    expect(passes(story, { ready: 'yes', blocked: true }, NOW)).toBe(true)
    expect(passes(plain, { ready: 'yes' }, NOW)).toBe(false)
    expect(passes(plain, { blocked: true }, NOW)).toBe(false)
    expect(passes(plain, { theme: ['none'], persona: ['none'], by: ['ana'] }, NOW)).toBe(true)
  })

  it('[UX18] is written into the address with the grouping, and read back', () => {
    const route = {
      page: 'refine',
      peek: 'ST-1',
      filter: { theme: ['a', 'none'], label: ['R & D', 'a=b'], ready: 'no', blocked: true },
      group: 'theme',
    } as const
    const href = formatPlace({ workspace: 'w', route })
    expect(parsePlace(new URL(href, 'http://sluice.test'))?.route).toEqual(route)
    const odd = new URL('http://sluice.test/w/w/refine?ready=perhaps&theme=&blocked=1&group=x')
    expect(parsePlace(odd)?.route).toEqual({ page: 'refine', peek: null })
  })

  it('[UX18] is put together choice by choice, and what a link names that is gone can be taken away', () => {
    const choices = [
      { id: 'label:a:b', facet: 'Label', title: 'a:b' },
      { id: 'ready:no', facet: 'Readiness', title: 'Something is missing' },
    ]
    const filter = withChoice(withChoice({}, 'label:a:b'), 'ready:no')
    expect(filter).toEqual({ label: ['a:b'], ready: 'no' })
    expect(withChoice(withChoice(filter, 'label:a:b'), 'ready:no')).toEqual({})
    expect(filterLines(choices, filter, 'label b').map(({ chosen }) => chosen)).toEqual([true])
    expect(chosenIn([], { theme: ['gone'] })).toEqual([
      { id: 'theme:gone', facet: 'Theme', title: 'no longer here' },
    ])
  })
})

describe('[UX18] stories put together by theme', () => {
  const [a, b, c, d] = storiesNamed('a', 'b', 'c', 'd') as [
    AreaStory,
    AreaStory,
    AreaStory,
    AreaStory,
  ]
  const column = [
    { ...a, theme: 'late' },
    { ...b, theme: null },
    { ...c, theme: 'early' },
    { ...d, theme: 'late' },
  ]
  const lens = { grouping: 'theme', themes } as const
  const order = grouped(column, 'theme', themes)
  const settings = { themes }
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

  it('[UX18] stand in the order of the themes and keep their own inside', () => {
    expect(ids(order)).toEqual(['c', 'a', 'd', 'b'])
    expect(ids(rowsOf('idea', order, lens, null))).toEqual([
      headingId('idea', 'early'),
      'c',
      headingId('idea', 'late'),
      'a',
      'd',
      headingId('idea', null),
      'b',
    ])
    expect(grouped(column, null, themes)).toBe(column)
  })

  it('[UX18] a card put into another group gets its theme, at the place it has in the whole column', () => {
    const put = (after: string | null) =>
      spotIn(column, { after }, new Set(['b']), 'theme', settings)
    expect(put('a')).toEqual({ after: 'a', theme: 'late' })
    expect(put(headingId('idea', 'late'))).toEqual({ after: null, theme: 'late' })
    expect(put(headingId('idea', 'early'))).toEqual({ after: 'a', theme: 'early' })
    expect(put(null)).toEqual({ after: null, theme: 'early' })
    expect(spotIn(column, { after: 'a' }, new Set(['b']), null, settings)).toEqual({
      after: 'a',
      theme: undefined,
    })
  })

  it('[UX6] move mode lifts the first of a group in its own group, and carries it over', () => {
    const columns = [{ stage: 'idea', stories: order }] as const
    const held = lift(order[3]!, columns, true)
    expect(held.place).toEqual({ after: headingId('idea', null) })
    expect(ids(shownWith('idea', order, held))).toEqual(ids(order))
    const up = stepHeld(columns, held, 'up')
    expect(up.moved && ids(shownWith('idea', order, up.held))).toEqual(['c', 'a', 'b', 'd'])
    const rows = up.moved ? rowsOf('idea', shownWith('idea', order, up.held), lens, up.held) : []
    expect(ids(rows).slice(2)).toEqual([headingId('idea', 'late'), 'a', 'b', 'd'])
  })
})
