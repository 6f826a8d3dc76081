import { describe, expect, it } from 'vitest'
import { clock } from '#components/live/clock.ts'
import { haveAll, newsBetween, timeNews } from '#components/live/news.ts'
import { nextOf } from '#components/live/sessionActions.ts'
import type { AgendaItem, Session } from '#lib/domain/sessions/session.ts'

const here = { as: 'participant', joinedAt: 0, isHere: true, at: 0 } as const
const item = (story: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  story,
  addedBy: 'ana',
  minutes: 10,
  spentMs: 0,
  asking: [],
  rounds: 0,
  vote: null,
  outcome: null,
  ...more,
})
const open = (...voted: string[]) => ({ phase: 'open', round: 1, voted, deadline: null }) as const
const outcome = {
  kind: 'ready',
  by: 'ana',
  at: 0,
  owner: null,
  due: null,
  note: null,
  size: null,
  into: [],
  missing: [],
} as const

const session: Session = {
  id: 'm',
  kind: 'meeting',
  name: 'Weekly',
  team: null,
  startsAt: null,
  createdBy: 'ana',
  createdAt: 0,
  facilitator: 'ana',
  phase: { name: 'running', story: 'a', since: 0, step: { name: 'discussing' } },
  agenda: [item('a'), item('b')],
  people: { ana: here, bo: here, vic: { ...here, as: 'observer' } },
  hands: [],
  speaker: null,
  decisions: [],
  topics: [],
}
const withA = (more: Partial<AgendaItem>): Session => ({
  ...session,
  agenda: [item('a', more), item('b')],
})

describe('what is told of a session', () => {
  it('a size that was accepted is told with its outcome', () => {
    const sized = { ...outcome, kind: 'sized', size: '5' } as const
    expect(newsBetween(session, withA({ outcome: sized }))).toEqual([
      { what: 'outcome', story: 'a', outcome: 'sized', size: '5' },
    ])
  })

  it.each<[string, Session, Session, object[]]>([
    ['nothing new', session, { ...session, hands: ['bo'] }, []],
    ['a vote opens', session, withA({ vote: open() }), [{ what: 'voteOpened', story: 'a' }]],
    ['one of two has voted', withA({ vote: open() }), withA({ vote: open('bo') }), []],
    [
      'the last one has voted, observers do not count',
      withA({ vote: open('bo') }),
      withA({ vote: open('bo', 'ana') }),
      [{ what: 'allVoted', story: 'a' }],
    ],
    [
      'the votes are turned over',
      withA({ vote: open('bo') }),
      withA({ vote: { phase: 'revealed', round: 1, votes: {} } }),
      [{ what: 'revealed', story: 'a' }],
    ],
    [
      'an outcome, and the story that follows it',
      session,
      {
        ...withA({ outcome }),
        phase: { name: 'running', story: 'b', since: 1, step: { name: 'discussing' } },
      },
      [
        { what: 'outcome', story: 'a', outcome: 'ready' },
        { what: 'takenUp', story: 'b' },
      ],
    ],
    ['more time', session, withA({ minutes: 15 }), [{ what: 'extended', story: 'a' }]],
    ['less time', session, withA({ minutes: 5 }), [{ what: 'shortened', story: 'a' }]],
    [
      'somebody else facilitates',
      session,
      { ...session, facilitator: 'bo' },
      [{ what: 'facilitator', person: 'bo' }],
    ],
    [
      'a pause',
      session,
      { ...session, phase: { name: 'paused', at: 1, story: 'a', step: { name: 'discussing' } } },
      [{ what: 'paused' }],
    ],
    ['the floor', session, { ...session, speaker: 'bo' }, [{ what: 'floor', person: 'bo' }]],
  ])('%s', (_, before, after, news) => {
    expect(newsBetween(before, after)).toEqual(news)
  })

  it('[MT4] the last minute of a box, and that it is over; not while the clock rests', () => {
    expect(timeNews(session, 8 * 60_000)).toBeNull()
    expect(timeNews(session, 9.5 * 60_000)).toEqual({ what: 'nearlyOver', story: 'a' })
    expect(timeNews(session, 11 * 60_000)).toEqual({ what: 'timeOver', story: 'a' })
    const paused = {
      ...session,
      phase: { name: 'paused', at: 1, story: 'a', step: { name: 'discussing' } },
    } as const
    expect(timeNews(paused, 11 * 60_000)).toBeNull()
  })

  it('who has gone is not waited for, and nobody is not everybody', () => {
    const gone = { ...session, people: { ana: here, bo: { ...here, isHere: false } } }
    expect(haveAll(gone, ['ana'])).toBe(true)
    expect(haveAll({ ...session, people: {} }, [])).toBe(false)
  })

  it('[MT2] the next story is the one after the current one, and then from the top', () => {
    expect(nextOf({ session })).toBe('b')
    const last = {
      ...session,
      phase: { name: 'running', story: 'b', since: 0, step: { name: 'discussing' } },
    } as const
    expect(nextOf({ session: last })).toBe('a')
    expect(nextOf({ session: { ...last, agenda: [item('a', { outcome }), item('b')] } })).toBeNull()
  })
})

describe('a length of time as a clock writes it', () => {
  it.each([
    [-5_000, '00:00'],
    [59_999, '00:59'],
    [372_000, '06:12'],
    [3_725_000, '1:02:05'],
  ])('%i ms is %s', (ms, said) => {
    expect(clock(ms)).toBe(said)
  })
})
