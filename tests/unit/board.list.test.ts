import { describe, expect, it } from 'vitest'
import { columnsFor } from '#components/board/list/columns.ts'
import { headingAbove, isGroup, listRows, spotInList } from '#components/board/list/rows.ts'
import { type ListFacts, sorted } from '#components/board/list/sorting.ts'
import {
  LIST_COLUMNS,
  LIST_GROUPS,
  LIST_SORTS,
  type ListLook,
  parseLook,
  PLAIN_LIST,
  withColumn,
  withSort,
  writeLook,
} from '#components/shell/listLook.ts'
import { formatPlace, parsePlace } from '#components/shell/routes.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import type { Theme } from '#lib/domain/theme.ts'
import { Flow } from '#tests/support/domain.ts'

const DAY = 86_400_000
const NOW = 400 * DAY

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
const facts: ListFacts = {
  themes: new Map([theme('Zeal', 'a1'), theme('Awe', 'a2')].map((one) => [one.id, one])),
  personas: new Map(),
  members: new Map([
    ['ana', { name: 'Ana' }],
    ['kim', { name: 'kim' }],
  ]),
}

function story(id: string, fields: Partial<AreaStory> = {}): AreaStory {
  const flow = new Flow()
  flow.put(id)
  return { ...(flow.stories.get(id) as AreaStory), ...fields }
}

const names = (stories: readonly { readonly id: string }[]) => stories.map(({ id }) => id)

describe('[UX18] the look of a list', () => {
  it('is the same after a way through the address, whatever it is', () => {
    for (const group of LIST_GROUPS) {
      for (const sort of [null, ...LIST_SORTS.map((by) => ({ by, down: by.length % 2 === 0 }))]) {
        for (const columns of [PLAIN_LIST.columns, LIST_COLUMNS, [], ['votes'] as const]) {
          const look: ListLook = { group, sort, columns, compact: group === 'age' }
          const query = new URLSearchParams()
          writeLook(look, query)
          expect(parseLook(new URLSearchParams(`${query}`))).toEqual(look)
        }
      }
    }
  })

  it('leaves out of the address what is plain, and what belongs to no list', () => {
    const route = { page: 'refine', peek: 'ST-1', list: PLAIN_LIST } as const
    const href = formatPlace({ workspace: 'w', route })
    expect(href).toBe('/w/w/refine?view=list&s=ST-1')
    const [pathname = '', search] = href.split('?')
    expect(parsePlace({ pathname, search: `?${search}` })?.route).toEqual(route)
    expect(parseLook(new URLSearchParams('group=x&sort=-y&columns=votes.z&rows=tall'))).toEqual({
      ...PLAIN_LIST,
      columns: ['votes'],
    })
    expect(parsePlace({ pathname, search: '?group=theme' })?.route).toEqual({
      page: 'refine',
      peek: null,
      group: 'theme',
    })
  })

  it('is sorted by a press of a heading, the other way round by another, as the workspace has it by a third', () => {
    const once = withSort(PLAIN_LIST, 'votes')
    expect(once.sort).toEqual({ by: 'votes', down: true })
    const twice = withSort(once, 'votes')
    expect(twice.sort).toEqual({ by: 'votes', down: false })
    expect(withSort(twice, 'votes').sort).toBeNull()
    expect(withSort(once, 'title').sort).toEqual({ by: 'title', down: false })
  })

  it('keeps its columns in the order of the screen', () => {
    const without = withColumn(PLAIN_LIST, 'stage')
    expect(without.columns).not.toContain('stage')
    expect(withColumn(without, 'stage').columns).toEqual(PLAIN_LIST.columns)
  })
})

describe('sorting', () => {
  const stories = [
    story('b', { key: 'ST-10', title: 'Item 10', theme: 'Zeal', votes: ['ana'] }),
    story('a', { key: 'ST-9', title: 'item 9', theme: null, votes: [] }),
    story('c', { key: null, title: 'Änderung', theme: 'Awe', votes: ['ana'] }),
  ]
  const by = (sort: ListLook['sort']) => names(sorted(stories, sort, facts))

  it('knows numbers in keys and titles, and has what has no number yet behind', () => {
    expect(by({ by: 'key', down: false })).toEqual(['a', 'b', 'c'])
    expect(by({ by: 'title', down: false })).toEqual(['c', 'a', 'b'])
  })

  it('has what has nothing to be sorted by last, whichever way round', () => {
    expect(by({ by: 'theme', down: false })).toEqual(['c', 'b', 'a'])
    expect(by({ by: 'theme', down: true })).toEqual(['b', 'c', 'a'])
  })

  it('leaves what is alike in the order of the workspace', () => {
    expect(by({ by: 'votes', down: true })).toEqual(['b', 'c', 'a'])
    expect(by(null)).toEqual(['b', 'a', 'c'])
  })
})

describe('groups', () => {
  const stories = [
    story('old', { enteredStageAt: NOW - 91 * DAY, theme: 'Awe', capturedBy: 'kim' }),
    story('new', { enteredStageAt: NOW, theme: null, capturedBy: 'ana' }),
    story('month', { enteredStageAt: NOW - 7 * DAY, theme: 'Zeal', capturedBy: 'gone' }),
    story('done', { stage: 'wont-do', enteredStageAt: NOW - 30 * DAY, theme: 'Awe' }),
  ]
  const lines = (group: ListLook['group'], folded: readonly string[] = []) =>
    listRows(stories, { group }, facts, NOW, new Set(folded)).map((row) =>
      isGroup(row) ? `# ${row.name} ${row.count}` : row.id,
    )

  it('stand under headings that count them, in the order that people expect', () => {
    expect(lines('none')).toEqual(['old', 'new', 'month', 'done'])
    expect(lines('stage')).toEqual([
      '# Idea 3',
      'old',
      'new',
      'month',
      '# Refinement 0',
      '# Ready for assignment 0',
      "# Won't do 1",
      'done',
    ])
    expect(listRows([], { group: 'stage' }, facts, NOW, new Set())).toEqual([])
    expect(lines('theme')).toEqual([
      '# Zeal 1',
      'month',
      '# Awe 2',
      'old',
      'done',
      '# No theme 1',
      'new',
    ])
    expect(lines('by').filter((line) => line.startsWith('#'))).toEqual([
      '# Someone who left 1',
      '# Ana 2',
      '# kim 1',
    ])
    expect(lines('age').filter((line) => line.startsWith('#'))).toEqual([
      '# Over 90 days in its stage 1',
      '# 30 to 90 days in its stage 1',
      '# 7 to 29 days in its stage 1',
      '# Less than a week in its stage 1',
    ])
  })

  it('are counted while folded, without their stories', () => {
    expect(lines('stage', ['group/stage/idea'])).toEqual([
      '# Idea 3',
      '# Refinement 0',
      '# Ready for assignment 0',
      "# Won't do 1",
      'done',
    ])
  })

  it('are known by the heading above a story', () => {
    const rows = listRows(stories, { group: 'stage' }, facts, NOW, new Set())
    expect(headingAbove(rows, 'month')).toBe('group/stage/idea')
    expect(headingAbove(stories, 'month')).toBeNull()
  })
})

describe('[UX20] a place among the lines of a list by stages', () => {
  const stories = [story('a'), story('b'), story('c', { stage: 'refinement' })]
  const rows = listRows(stories, { group: 'stage' }, facts, NOW, new Set())

  it('is behind a story of its stage, or at the top of the stage whose heading it is behind', () => {
    expect(spotInList(rows, { after: 'b' })).toEqual({ stage: 'idea', place: { after: 'b' } })
    const top = { after: null }
    expect(spotInList(rows, { after: 'group/stage/refinement' })).toEqual({
      stage: 'refinement',
      place: top,
    })
    expect(spotInList(rows, { after: null })).toEqual({ stage: 'idea', place: top })
  })
})

describe('[UX21] columns', () => {
  it('are those there is room for, and never the one that the headings say already', () => {
    expect(columnsFor(LIST_COLUMNS, 'stage', 3_000)).toEqual(
      LIST_COLUMNS.filter((one) => one !== 'stage'),
    )
    const some = columnsFor(LIST_COLUMNS, 'none', 800)
    expect(some.length).toBeGreaterThan(2)
    expect(some).toContain('stage')
    expect(some).not.toContain('by')
    expect(columnsFor(LIST_COLUMNS, 'none', 320)).toEqual([])
  })

  it('[UX18] what is mostly empty goes before ages do, and a heading of a span of days takes no age away', () => {
    // Beside the sidebar at 1280.
    const { columns } = PLAIN_LIST
    const shown = columnsFor(columns, 'age', 1_040)
    expect(shown).toEqual(['stage', 'readiness', 'theme', 'votes', 'age', 'changed'])
    expect(columnsFor(columns, 'theme', 1_040)).not.toContain('theme')
  })
})
