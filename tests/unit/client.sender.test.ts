import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Command } from '#lib/domain/command.ts'
import { Outbox } from '#lib/client/outbox.ts'
import { Sender } from '#lib/client/sender.ts'
import { stored } from '#tests/support/clientLists.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function senderOf(
  isProseOnItsWay: () => boolean,
  locks: Pick<LockManager, 'request'> | null = null,
) {
  const outbox = new Outbox()
  const sent: string[] = []
  const sender = new Sender({
    outbox,
    locks,
    lockName: 'send',
    now: () => Date.now(),
    transmit: ({ id }: Command) => sent.push(id),
    isProseOnItsWay,
  })
  const add = (command: Command) => {
    outbox.add(stored(command), null)
    sender.look()
  }
  return { outbox, sender, sent, add }
}

const move = (id: string): Command => ({ id, type: 'startRefining', story: 's1' })

describe('[RD5] a command', () => {
  test('waits until what was typed into its story is on its way', () => {
    let isOnItsWay = false
    const { sender, sent, add } = senderOf(() => isOnItsWay)
    sender.connected()
    add(move('c1'))
    expect(sent).toEqual([])
    isOnItsWay = true
    sender.look()
    expect(sent).toEqual(['c1'])
  })

  test('does not wait for ever', () => {
    const { sender, sent, add } = senderOf(() => false)
    sender.connected()
    add(move('c1'))
    vi.advanceTimersByTime(4_000)
    expect(sent).toEqual([])
    vi.advanceTimersByTime(2_000)
    expect(sent).toEqual(['c1'])
  })

  test('of a story that is only being captured has nothing to wait for', () => {
    const { sender, sent, add } = senderOf(() => false)
    sender.connected()
    add({ id: 'c1', type: 'captureStory', story: 's1', title: 'New' })
    expect(sent).toEqual(['c1'])
  })
})

describe('[CM1] sending', () => {
  test('stops with the connection and starts over with the next one', () => {
    const { sender, sent, add } = senderOf(() => true)
    add(move('c1'))
    expect(sent).toEqual([])
    sender.connected()
    expect(sent).toEqual(['c1'])
    sender.disconnected()
    sender.connected()
    expect(sent).toEqual(['c1', 'c1'])
  })

  test('repeats by itself what the server could not judge', () => {
    const { outbox, sender, sent, add } = senderOf(() => true)
    sender.connected()
    add(move('c1'))
    outbox.unavailable('c1', Date.now(), 0.5)
    sender.look()
    expect(sent).toEqual(['c1'])
    vi.advanceTimersByTime(2_000)
    expect(sent).toEqual(['c1', 'c1'])
  })

  test('waits for the tab that has the turn, but not for one that hangs', () => {
    const never = { request: () => new Promise(() => {}) } as unknown as Pick<
      LockManager,
      'request'
    >
    const { sender, sent, add } = senderOf(() => true, never)
    sender.connected()
    add(move('c1'))
    expect(sent).toEqual([])
    vi.advanceTimersByTime(6_000)
    expect(sent).toEqual(['c1'])
  })
})
