import { describe, expect, test } from 'vitest'
import type { Command } from '#lib/domain/command.ts'
import { Outbox } from '#lib/client/outbox.ts'
import { stored } from '#tests/support/clientLists.ts'

function outboxOf(...commands: Command[]): Outbox {
  const outbox = new Outbox()
  for (const [index, command] of commands.entries()) outbox.add(stored(command), index + 1)
  return outbox
}

const capture = (id: string, story: string): Command => ({
  id,
  type: 'captureStory',
  story,
  title: story,
})
const rename = (id: string, story: string): Command => ({
  id,
  type: 'renameStory',
  story,
  title: 'Other',
})
const ids = (outbox: Outbox, now = 0) => outbox.sendable(now).map((entry) => entry.stored.id)

describe('[CM1] the outbox', () => {
  test('sends what is independent at once, and what depends after the answer', () => {
    const outbox = outboxOf(capture('c1', 's1'), rename('c2', 's1'), capture('c3', 's2'), {
      id: 'c4',
      type: 'rankStory',
      story: 's3',
      place: { after: 's2' },
    })
    expect(ids(outbox)).toEqual(['c1', 'c3'])
    outbox.sent('c1')
    outbox.sent('c3')
    expect(ids(outbox)).toEqual([])
    outbox.accepted('c1', 1)
    expect(ids(outbox)).toEqual(['c2'])
    outbox.accepted('c3', 2)
    expect(ids(outbox)).toEqual(['c2', 'c4'])
  })

  test('[UX9] keeps the order of those that go to one place, also where one of them has to wait', () => {
    const top = (id: string, story: string): Command => ({
      id,
      type: 'rankStory',
      story,
      place: { after: null },
    })
    const outbox = outboxOf(
      rename('c1', 's1'),
      rename('c2', 's2'),
      top('c3', 's2'),
      top('c4', 's1'),
    )
    outbox.sent('c1')
    outbox.sent('c2')
    // Its own story is free, but it must not come before the other one.
    outbox.accepted('c1', 1)
    expect(ids(outbox)).toEqual([])
    outbox.accepted('c2', 2)
    expect(ids(outbox)).toEqual(['c3', 'c4'])
  })

  test('lets many go at once that need the same thing and do not change it', () => {
    const assign = (id: string, story: string): Command => ({
      id,
      type: 'assignToTeam',
      story,
      team: 'web',
      place: { after: 's9' },
    })
    const outbox = outboxOf(
      { id: 'c0', type: 'createTeam', team: 'web', name: 'Web' },
      assign('c1', 's1'),
      assign('c2', 's2'),
      { id: 'c3', type: 'archiveTeam', team: 'web' },
    )
    expect(ids(outbox)).toEqual(['c0'])
    outbox.sent('c0')
    outbox.accepted('c0', 1)
    expect(ids(outbox)).toEqual(['c1', 'c2'])
    outbox.sent('c1')
    outbox.sent('c2')
    outbox.accepted('c1', 2)
    expect(ids(outbox)).toEqual([])
    outbox.accepted('c2', 3)
    expect(ids(outbox)).toEqual(['c3'])
  })

  test('sends again, in order, what had no answer when the connection broke', () => {
    const outbox = outboxOf(capture('c1', 's1'), capture('c2', 's2'), capture('c3', 's3'))
    outbox.sent('c1')
    outbox.sent('c2')
    outbox.accepted('c1', 1)
    outbox.connectionLost()
    expect(ids(outbox)).toEqual(['c2', 'c3'])
  })

  test('waits before it repeats what the server could not judge, and lets nothing overtake it', () => {
    const outbox = outboxOf(capture('c1', 's1'), rename('c2', 's1'))
    outbox.sent('c1')
    const wait = outbox.unavailable('c1', 1_000, 0.5)
    expect(wait).toBeGreaterThan(0)
    expect(ids(outbox, 1_000)).toEqual([])
    expect(ids(outbox, 1_000 + wait)).toEqual(['c1'])
    expect(outbox.unavailable('c1', 1_000, 0.5)).toBeGreaterThan(wait)
  })

  test('keeps an accepted command until the list contains it', () => {
    const outbox = outboxOf(capture('c1', 's1'), capture('c2', 's2'))
    outbox.accepted('c1', 7)
    expect(outbox.unsettled).toBe(1)
    expect(outbox.containedIn(6)).toEqual([])
    expect(outbox.containedIn(7)).toEqual(['c1'])
  })

  test('lets "remove the samples" wait for everything before it, and everything after it wait', () => {
    const outbox = outboxOf(
      capture('c1', 's1'),
      { id: 'c2', type: 'removeSamples' },
      capture('c3', 's3'),
    )
    expect(ids(outbox)).toEqual(['c1'])
    outbox.accepted('c1', 1)
    expect(ids(outbox)).toEqual(['c2'])
    outbox.accepted('c2', 2)
    expect(ids(outbox)).toEqual(['c3'])
  })

  test('puts commands of other tabs at their place, and its own without a place last', () => {
    const outbox = new Outbox()
    outbox.add(stored(capture('mine', 's1')), null)
    outbox.add(stored(capture('second', 's2')), 12)
    outbox.add(stored(capture('first', 's3')), 11)
    outbox.add(stored(capture('first', 's3')), 11)
    expect(outbox.entries.map((entry) => entry.stored.id)).toEqual(['first', 'second', 'mine'])
    outbox.ordered('mine', 10)
    expect(outbox.entries[0]?.stored.id).toBe('mine')
  })

  test('limits how many are without an answer', () => {
    const outbox = outboxOf(
      ...Array.from({ length: 100 }, (_, index) => capture(`c${index}`, `s${index}`)),
    )
    expect(outbox.sendable(0)).toHaveLength(32)
  })
})
