import { describe, expect, it } from 'vitest'
import { defineAction } from '#components/actions/action.ts'
import {
  entriesOfActions,
  findEntries,
  type PaletteEntry,
} from '#components/actions/paletteEntries.ts'
import type { Offer } from '#components/actions/registry.ts'

const story = (lead: string, title: string): PaletteEntry => ({
  id: lead,
  heading: 'Stories',
  lead,
  title,
  choose: () => {},
})
const STORIES = [
  story('ABC-4', 'Export the backlog'),
  story('ABC-42', 'Import from Jira'),
  story('ABC-7', 'Über-fast search'),
]
const found = (query: string) => findEntries(STORIES, query).map(({ lead }) => lead)

describe('the palette', () => {
  it('[UX5] finds stories by key, the exact one first', () => {
    expect(found('abc-4')).toEqual(['ABC-4', 'ABC-42'])
    expect(found('42')).toEqual(['ABC-42'])
  })

  it('[UX5] finds by words in any order, without regard to case and accents', () => {
    expect(found('backlog export')).toEqual(['ABC-4'])
    expect(found('uber')).toEqual(['ABC-7'])
    expect(found('jira nothing')).toEqual([])
  })

  it('[UX5] shows actions of what is in focus first, each id once, with its key or the reason against it', () => {
    const make = (id: string, when?: () => boolean | string) =>
      defineAction<unknown>({ id, group: 'General', keys: ['C'], when, run: () => {} })
    const offer = (about: string | null, ...actions: ReturnType<typeof make>[]): Offer => ({
      actions,
      target: {},
      about,
      layer: 'page',
    })
    const entries = entriesOfActions(
      [
        offer(
          'ABC-4',
          make('story.ready', () => 'Refine it first.'),
          make('open'),
        ),
        offer(
          null,
          make('open'),
          make('hidden', () => false),
          make('capture'),
        ),
      ],
      () => {},
    )
    expect(entries.map(({ id, heading }) => [heading, id])).toEqual([
      ['ABC-4', 'story.ready'],
      ['ABC-4', 'open'],
      ['General', 'capture'],
    ])
    expect(entries[0]).toMatchObject({ unavailable: 'Refine it first.', keys: 'C' })
  })
})
