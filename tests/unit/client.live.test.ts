import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Link } from '#lib/client/connection.ts'
import { LocalStore } from '#lib/client/localStore.ts'
import { Value } from '#lib/client/readable.ts'
import { Asking } from '#lib/client/sessions/asking.ts'
import { readShown } from '#lib/client/sessions/shown.ts'

const raise = { type: 'raiseHand', session: 'm' } as const
const conclude = {
  type: 'concludeStory',
  session: 'm',
  story: 's1',
  outcome: { kind: 'ready' },
} as const

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function opened(start: Link = 'online') {
  const link = new Value<Link>(start)
  const sent: string[] = []
  let isProseOnItsWay = true
  let ids = 0
  const door = new Asking({
    link,
    store: new LocalStore(null, 'sluice:ana:w1'),
    now: () => Date.now(),
    newId: () => `c${(ids += 1)}`,
    transmit: ({ id }) => sent.push(id),
    isProseOnItsWay: () => isProseOnItsWay,
  })
  return {
    door,
    link,
    sent,
    writes(is: boolean) {
      isProseOnItsWay = !is
      door.look()
    },
    connect() {
      link.set('online')
      door.look()
    },
    drop() {
      link.set('offline')
      door.disconnected()
    },
  }
}

describe('what is asked about a live session', () => {
  test('[I7] is not kept for later: without a connection it is refused at once, with a sentence', async () => {
    const { door, sent, connect } = opened('offline')
    const answer = await door.ask(raise)
    expect(answer).toMatchObject({ ok: false, code: 'noConnection' })
    connect()
    expect(sent).toEqual([])
  })

  test('[CM1] goes again under the same id when the connection broke before the answer', async () => {
    const { door, sent, drop, connect } = opened()
    const answer = door.ask(raise)
    drop()
    connect()
    expect(sent).toEqual(['c1', 'c1'])
    door.answered({ id: 'c1', ok: true, seq: 4 }, null)
    expect(await answer).toEqual({ ok: true })
  })

  test('is given up after ten seconds, and an answer that comes then changes nothing', async () => {
    const { door, sent, drop, connect } = opened()
    const answer = door.ask(raise)
    drop()
    await vi.advanceTimersByTimeAsync(10_500)
    expect(await answer).toMatchObject({ ok: false, code: 'noAnswer' })
    connect()
    expect(sent).toEqual(['c1'])
    expect(door.answered({ id: 'c1', ok: true, seq: 4 }, null)).toBe(false)
  })

  test('goes again a moment later when the server could not judge it', async () => {
    const { door, sent } = opened()
    const answer = door.ask(raise)
    door.answered({ id: 'c1', ok: false, code: 'unavailable', message: 'Later.', who: [] }, null)
    expect(sent).toEqual(['c1'])
    await vi.advanceTimersByTimeAsync(1_100)
    expect(sent).toEqual(['c1', 'c1'])
    door.answered({ id: 'c1', ok: false, code: 'wrongMoment', message: 'No.', who: [] }, null)
    expect(await answer).toMatchObject({ ok: false, code: 'wrongMoment', message: 'No.' })
  })

  test('[RD5] what became of a story goes after what was written in it, and waits five seconds for that at most', async () => {
    const { door, sent, writes } = opened()
    writes(true)
    void door.ask(conclude)
    void door.ask(raise)
    expect(sent).toEqual(['c2'])
    writes(false)
    expect(sent).toEqual(['c2', 'c1'])
    writes(true)
    void door.ask(conclude)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(sent).not.toContain('c3')
    await vi.advanceTimersByTimeAsync(1_500)
    expect(sent).toContain('c3')
  })

  test('[MT2] the fastest answer tells the time best', async () => {
    const { door } = opened()
    const ask = async (takes: number, ahead: number) => {
      void door.ask(raise)
      const id = `c${(count += 1)}`
      await vi.advanceTimersByTimeAsync(takes / 2)
      const time = Date.now() + ahead
      await vi.advanceTimersByTimeAsync(takes / 2)
      door.answered({ id, ok: true, seq: 1 }, time)
    }
    let count = 0
    expect(door.offset.get()).toBeNull()
    await ask(400, 60_000)
    expect(door.offset.get()).toBe(60_000)
    await ask(40, 60_010)
    expect(door.offset.get()).toBe(60_010)
    await ask(2_000, 59_000)
    expect(door.offset.get()).toBe(60_010)
  })
})

describe('what people show of themselves', () => {
  const user = { id: 'bo', name: 'Bo' }

  test('is taken where it has the shape', () => {
    const at = { story: 's1', block: 3, past: 0.5 }
    const reaction = { emoji: '👍', count: 2 }
    expect(readShown(7, { user, at, reaction })).toEqual({
      client: 7,
      person: 'bo',
      at,
      reaction,
    })
  })

  test.each([
    ['no person', {}, null],
    ['a place without a story', { user, at: { block: 1, past: 0 } }, { client: 7, person: 'bo' }],
    [
      'a place before the beginning',
      { user, at: { story: 's', block: -1, past: 0 } },
      { client: 7, person: 'bo' },
    ],
    [
      'a reaction that is a text',
      { user, reaction: { emoji: 'x'.repeat(40), count: 1 } },
      { client: 7, person: 'bo' },
    ],
  ])('%s is left out', (_, state, expected) => {
    expect(readShown(7, state)).toEqual(expected)
  })
})
