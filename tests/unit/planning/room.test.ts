import { describe, expect, it } from 'vitest'
import { placeInWhole, toEnd } from '#components/cards/ordering.ts'
import { sizeChoices } from '#components/planning/planned.ts'
import {
  asksFor,
  distance,
  inThreeDays,
  roundOf,
  tomorrowAtFive,
  votedAhead,
} from '#components/planning/rounds.ts'
import { sizedIn } from '#components/planning/sized.ts'
import { spreadSentence } from '#components/planning/votesInWords.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import type { Team } from '#lib/domain/team.ts'

const HOUR = 3_600_000
const team = (scale: Team['scale']) => ({ scale }) as Team
const open = (voted: readonly string[], deadline: number | null) =>
  ({ phase: 'open', round: 1, voted, deadline }) as const
const shown = { phase: 'revealed', round: 1, votes: {} } as const

describe('the keys of sizes', () => {
  it('a digit votes itself, so that nobody votes 8 by pressing 5; the others have their place', () => {
    const keys = (scale: Team['scale']) =>
      sizeChoices(team(scale)).map(({ value, key }) => [value, key])
    expect(keys('points')).toEqual([
      ['1', '1'],
      ['2', '2'],
      ['3', '3'],
      ['5', '5'],
      ['8', '8'],
      ['13', '6'],
      ['21', '7'],
      ['?', '0'],
    ])
    expect(keys('shirts')).toEqual([
      ['XS', '1'],
      ['S', '2'],
      ['M', '3'],
      ['L', '4'],
      ['XL', '5'],
      ['XXL', '6'],
      ['?', '0'],
    ])
  })

  it.each(['points', 'shirts'] as const)('no key of %s votes two things', (scale) => {
    const keys = sizeChoices(team(scale)).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('[PL2] who should talk', () => {
  const member = (name: string) => ({ name }) as MemberInfo
  const members = new Map([
    ['ana', member('Ana')],
    ['kim', member('Kim')],
  ])
  const said = (votes: Record<string, string>) =>
    spreadSentence(
      Object.fromEntries(
        Object.entries(votes).map(([id, value]) => [id, { value, confidence: null, comment: '' }]),
      ),
      team('points'),
      members,
    )

  it.each([
    [{ ana: '3', kim: '8' }, 'Ana (3) and Kim (8) should talk.'],
    [{ ana: '3', kim: '5' }, ''],
    [{ ana: '5', kim: '?' }, 'Everybody who could tell says 5.'],
    [{ ana: '1', gone: '21' }, 'Ana (1) and Someone who has left (21) should talk.'],
    [{}, ''],
  ])('%o: %s', (votes, sentence) => {
    expect(said(votes as Record<string, string>)).toBe(sentence)
  })
})

describe('[PL4] rounds that are open until a day', () => {
  const me = { me: 'ana', mayTakePart: true }

  it('ask whoever has not voted, until their day', () => {
    expect(asksFor(me, { vote: open([], 10) }, 5)).toBe(true)
    expect(asksFor(me, { vote: open(['ana'], 10) }, 5)).toBe(false)
    expect(asksFor(me, { vote: open([], 10) }, 10)).toBe(false)
    expect(asksFor(me, { vote: open([], null) }, 5)).toBe(false)
    expect(asksFor({ ...me, mayTakePart: false }, { vote: open([], 10) }, 5)).toBe(false)
    expect(roundOf({ vote: shown })).toBeNull()
  })

  it('are shown while they are open, and until their story has its outcome', () => {
    const outcome = { kind: 'sized' } as never
    const agenda = [
      { id: 'waits', vote: null, outcome: null },
      { id: 'live', vote: open([], null), outcome: null },
      { id: 'open', vote: open([], 10), outcome: null },
      { id: 'shown', vote: shown, outcome: null },
      { id: 'sized', vote: shown, outcome },
    ]
    expect(votedAhead(agenda).map(({ id }) => id)).toEqual(['open', 'shown'])
  })

  it('can be given a day by the clock of whoever asks', () => {
    const now = new Date(2026, 10, 30, 9, 30).getTime()
    expect(new Date(tomorrowAtFive(now))).toEqual(new Date(2026, 11, 1, 17, 0))
    expect(new Date(inThreeDays(now))).toEqual(new Date(2026, 11, 3, 9, 30))
  })

  it.each([
    [10_000, { count: 1, unit: 'minute' }],
    [-10_000, { count: 1, unit: 'minute' }],
    [25 * 60_000, { count: 25, unit: 'minute' }],
    [HOUR, { count: 1, unit: 'hour' }],
    [47 * HOUR, { count: 47, unit: 'hour' }],
    [72 * HOUR, { count: 3, unit: 'day' }],
  ])('are %i ms away: %o', (left, far) => {
    expect(distance(1_000_000 + left, 1_000_000)).toEqual(far)
  })
})

describe('what a session has sized', () => {
  const sized = (size: string) => ({ outcome: { kind: 'sized', size } }) as never
  const skipped = { outcome: { kind: 'skipped', size: null } } as never

  it('is counted, and summed where sizes are points', () => {
    const agenda = [sized('3'), sized('13'), skipped]
    expect(sizedIn({ agenda }, team('points'))).toEqual({ count: 2, points: 16 })
    expect(sizedIn({ agenda: [sized('XL')] }, team('shirts'))).toEqual({ count: 1, points: 0 })
  })
})

describe('an order that shows a part of the backlog', () => {
  const stories = (...ids: string[]) => ids.map((id) => ({ id }))
  const whole = stories('done', 'a', 'done too', 'b', 'c')
  const part = stories('a', 'b', 'c')

  it('puts above the first that is shown, and below whatever the backlog has there', () => {
    expect(placeInWhole(whole, part, null, new Set(['c']))).toEqual({ after: 'done' })
    expect(placeInWhole(whole, part, 'a', new Set(['c']))).toEqual({ after: 'a' })
    expect(placeInWhole(whole, stories('c'), null, new Set(['c']))).toBeUndefined()
  })

  it('puts several at an end one behind the other', () => {
    const places = (end: 'top' | 'bottom') =>
      toEnd(whole, stories('b', 'c'), end).map((command) => 'place' in command && command.place)
    expect(places('top')).toEqual([{ after: null }, { after: 'b' }])
    expect(places('bottom')).toEqual([{ after: 'done too' }, { after: 'b' }])
  })
})
