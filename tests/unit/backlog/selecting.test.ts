import { describe, expect, it } from 'vitest'
import { shortDate, nextMonday, span } from '#components/cards/days.ts'
import { dateOf } from '#components/ui/dates.ts'
import { isOff, NO_FILTER, NO_THEME, passes } from '#components/backlog/filter.ts'
import {
  extended,
  kept,
  NOTHING_SELECTED,
  selectedIn,
  toggled,
} from '#components/cards/selection.ts'
import { formatPlace, parsePlace } from '#components/shell/routes.ts'
import { Flow } from '#tests/support/domain.ts'

const LIST = ['a', 'b', 'c', 'd', 'e']

describe('[UX6] selecting', () => {
  it('[UX6] X takes a story in and out', () => {
    const one = toggled(NOTHING_SELECTED, LIST, 'b')
    expect([...one.ids]).toEqual(['b'])
    const two = toggled(one, LIST, 'd')
    expect(selectedIn(two, LIST)).toEqual(['b', 'd'])
    expect(toggled(one, LIST, 'b')).toBe(NOTHING_SELECTED)
  })

  it('[UX6] Shift extends from where it began, both ways, and shrinks again', () => {
    const down = extended(extended(NOTHING_SELECTED, LIST, 'c', 'd'), LIST, 'd', 'e')
    expect(selectedIn(down, LIST)).toEqual(['c', 'd', 'e'])
    const back = extended(extended(extended(down, LIST, 'e', 'd'), LIST, 'd', 'c'), LIST, 'c', 'b')
    expect(selectedIn(back, LIST)).toEqual(['b', 'c'])
  })

  it('[UX6] the tray and the backlog are not selected together', () => {
    const tray = toggled(NOTHING_SELECTED, ['x', 'y'], 'x')
    expect(selectedIn(toggled(tray, LIST, 'a'), [...LIST, 'x'])).toEqual(['a'])
    expect(selectedIn(extended(tray, LIST, 'a', 'b'), [...LIST, 'x'])).toEqual(['a', 'b'])
  })

  it('[UX8] what is no longer shown is no longer selected', () => {
    const selection = extended(NOTHING_SELECTED, LIST, 'a', 'c')
    expect(kept(selection, new Set(LIST))).toBe(selection)
    expect(selectedIn(kept(selection, new Set(['b', 'c'])), LIST)).toEqual(['b', 'c'])
    expect(kept(selection, new Set())).toBe(NOTHING_SELECTED)
  })
})

describe('which stories are shown', () => {
  it('by theme, by who captured or watches them, by who is in them', () => {
    const flow = new Flow()
    flow.must({ type: 'createTheme', theme: 't', name: 'Reporting' })
    flow.put('a')
    flow.must({ type: 'setTheme', story: 'a', theme: 't' })
    const story = flow.story('a')
    const shows = (filter: object, me = 'ana', here: string[] = []) =>
      passes({ ...NO_FILTER, ...filter }, story, me, new Set(here))
    expect([shows({}), shows({ theme: 't' }), shows({ theme: NO_THEME })]).toEqual([
      true,
      true,
      false,
    ])
    expect([shows({ who: 'mine' }), shows({ who: 'mine' }, 'kim')]).toEqual([true, false])
    expect([shows({ who: 'here' }), shows({ who: 'here' }, 'ana', ['a'])]).toEqual([false, true])
    expect([isOff(NO_FILTER), isOff({ theme: 't', who: null })]).toEqual([true, false])
  })
})

describe('[UX18] the address of a backlog', () => {
  it('[UX18] holds the view, the filter and the peek, and reads back as the same', () => {
    const route = {
      page: 'backlog',
      team: 'web team',
      view: 'board',
      peek: 'ST-4',
      step: 'review',
      theme: 'none',
      who: 'mine',
      group: null,
      saved: 'v1',
    } as const
    const address = formatPlace({ workspace: 'w', route })
    expect(address).toBe(
      '/w/w/t/web%20team/backlog?view=board&step=review&theme=none&who=mine&saved=v1&s=ST-4',
    )
    expect(parsePlace(new URL(address, 'http://sluice.test'))?.route).toEqual(route)
    expect(formatPlace({ workspace: 'w', route: { page: 'backlog', team: 'web' } })).toBe(
      '/w/w/t/web/backlog',
    )
  })

  it('[UX18] what it does not know is left out', () => {
    const url = new URL('/w/w/t/web/backlog?view=pie&who=them', 'http://sluice.test')
    expect(parsePlace(url)?.route).toMatchObject({ view: 'list', who: null, theme: null })
    expect(parsePlace(new URL('/w/w/t/web', 'http://sluice.test'))?.route.page).toBe('unknown')
  })
})

describe('days as people write them', () => {
  it('with the year only where it is another, one month named once', () => {
    expect(shortDate('2026-12-12', '2026-11-25')).toBe('12 Dec')
    expect(shortDate('2027-01-08', '2026-11-25')).toBe('8 Jan 2027')
    expect(span({ startsOn: '2026-11-03', endsOn: '2026-11-16' }, '2026-11-25')).toBe('3–16 Nov')
    expect(span({ startsOn: '2026-11-24', endsOn: '2026-12-07' }, '2026-11-25')).toBe(
      '24 Nov–7 Dec',
    )
  })

  it('today is where the person is; Monday is the next one', () => {
    expect(dateOf(new Date(2026, 10, 5, 23, 59).getTime())).toBe('2026-11-05')
    expect(['2026-11-22', '2026-11-23', '2026-11-29'].map(nextMonday)).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-11-30',
    ])
  })
})
