import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readFacts } from '#lib/doc/facts.ts'
import { NO_FACTS } from '#lib/domain/facts.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import { DESCRIBE_MS, Descriptions } from '#server/sync/descriptions.ts'
import type { Prose } from '#server/sync/prose.ts'
import { criteria, criterion, documentOf } from '#tests/support/storyContent.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A document with a criterion, whose card does not know of it yet. */
function scene() {
  const prose = {
    name: 'story:s1',
    story: 's1',
    dirty: false,
    document: documentOf(criteria(criterion('Names the row'))),
  }
  const recorded: string[] = []
  const done: string[] = []
  const card = { facts: NO_FACTS }
  const workspace = {
    story: () => card,
    async describe(story: string) {
      if (workspace.down) throw new Error('the storage is down')
      recorded.push(story)
      card.facts = readFacts(prose.document)
    },
    down: false,
  }
  const descriptions = new Descriptions(
    workspace as unknown as OpenWorkspace,
    pino({ level: 'silent' }),
    (name) => done.push(name),
  )
  const changed = () => descriptions.changed(prose as unknown as Prose)
  const isDue = () => descriptions.isDue(prose as unknown as Prose)
  return { prose, workspace, descriptions, changed, isDue, recorded, done }
}

test('[RD5] a change is read a second later, once for all that came meanwhile, and lets go of the document then', async () => {
  const { changed, isDue, recorded, done } = scene()
  changed()
  await vi.advanceTimersByTimeAsync(DESCRIBE_MS - 1)
  changed()
  expect([recorded, isDue()]).toEqual([[], true])
  await vi.advanceTimersByTimeAsync(1)
  expect([recorded, done, isDue()]).toEqual([['s1'], ['story:s1'], false])
  await vi.advanceTimersByTimeAsync(10 * DESCRIBE_MS)
  expect(recorded).toEqual(['s1'])
})

test('[RD5] somebody who never stops typing is read all the same', async () => {
  const { changed, recorded } = scene()
  for (let typed = 0; typed < 20; typed += 1) {
    changed()
    await vi.advanceTimersByTimeAsync(DESCRIBE_MS / 10)
  }
  expect(recorded).toEqual(['s1'])
})

test('[I1] nothing is told of an edit before storage has it', async () => {
  const { prose, changed, isDue, recorded } = scene()
  prose.dirty = true
  changed()
  await vi.advanceTimersByTimeAsync(5 * DESCRIBE_MS)
  expect([recorded, isDue()]).toEqual([[], true])
  prose.dirty = false
  await vi.advanceTimersByTimeAsync(DESCRIBE_MS)
  expect(recorded).toEqual(['s1'])
})

test('what storage did not take is tried again; what says nothing new is no event', async () => {
  const { workspace, changed, isDue, recorded } = scene()
  workspace.down = true
  changed()
  await vi.advanceTimersByTimeAsync(3 * DESCRIBE_MS)
  expect([recorded, isDue()]).toEqual([[], true])
  workspace.down = false
  await vi.advanceTimersByTimeAsync(DESCRIBE_MS)
  expect(recorded).toEqual(['s1'])
})

test('at the end all that is due is read at once', async () => {
  const { descriptions, changed, isDue, recorded } = scene()
  changed()
  await descriptions.flush()
  expect([recorded, isDue()]).toEqual([['s1'], false])
  await vi.advanceTimersByTimeAsync(5 * DESCRIBE_MS)
  expect(recorded).toEqual(['s1'])
})
