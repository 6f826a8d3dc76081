import { describe, expect, test } from 'vitest'
import { queryOf } from '#components/history/historyQuery.ts'
import { ago, dayHeading } from '#components/history/when.ts'
import { ALL_HISTORY } from '#components/shell/historyAddress.ts'
import { formatPlace, parsePlace, type Route } from '#components/shell/routes.ts'

const parse = (address: string) =>
  parsePlace(new URL(address, 'https://sluice.example') as { pathname: string; search: string })
    ?.route

describe('[UX18] the addresses of history and trash', () => {
  test.each<Route>([
    { page: 'trash' },
    { page: 'history', filter: ALL_HISTORY },
    { page: 'history', filter: { ...ALL_HISTORY, kind: 'moves', story: 'ABC-42' } },
    {
      page: 'history',
      filter: { ...ALL_HISTORY, by: 'u 1', since: '2026-03-01', until: '2026-03-31' },
    },
  ])('can be read back: %o', (route) => {
    expect(parse(formatPlace({ workspace: 'w1', route }))).toEqual(route)
  })

  test('leave out what they do not know', () => {
    expect(parse('/w/w1/history?kind=secrets&since=yesterday&colour=red')).toEqual({
      page: 'history',
      filter: ALL_HISTORY,
    })
    expect(parse('/w/w1/trash/more')).toEqual({ page: 'unknown' })
  })
})

test('days are those of the reader, the last one whole', () => {
  const query = new URLSearchParams(
    queryOf({ ...ALL_HISTORY, kind: 'trash', since: '2026-03-29', until: '2026-03-29' }),
  )
  const [since, until] = [query.get('since'), query.get('until')].map((at) => new Date(at!))
  expect([since!.getHours(), since!.getDate()]).toEqual([0, 29])
  expect([until!.getHours(), until!.getDate()]).toEqual([0, 30])
  expect(query.get('type')).toBe('trash')
  expect(queryOf(ALL_HISTORY)).toBe('')
})

test('times are told as people tell them', () => {
  const now = new Date(2026, 2, 31, 12).getTime()
  const before = (hours: number) => now - hours * 3_600_000
  expect([0, 0.1, 5, 30, 80].map((hours) => ago(before(hours), now))).toEqual([
    'just now',
    '6 min ago',
    '5 h ago',
    '1 day ago',
    '3 days ago',
  ])
  expect(ago(before(24 * 30), now)).toBe('1 Mar 2026')
  expect([0, 13, 40].map((hours) => dayHeading(before(hours), now))).toEqual([
    'Today',
    'Yesterday',
    'Sunday, 29 Mar 2026',
  ])
})
