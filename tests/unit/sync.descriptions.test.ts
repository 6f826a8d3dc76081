import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readFacts } from '#lib/doc/facts.ts'
import { textDigest } from '#lib/doc/textDigest.ts'
import { NO_FACTS } from '#lib/domain/facts.ts'
import type { Story } from '#lib/domain/story.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import { DESCRIBE_MS, Descriptions, TEXT_MS, WORDING_MS } from '#server/sync/descriptions.ts'
import type { Prose } from '#server/sync/prose.ts'
import {
  criteria,
  criterion,
  documentOf,
  paragraph,
  question,
  questions,
} from '#tests/support/storyContent.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A document with a criterion, whose card does not know of it yet. */
function scene() {
  const prose = {
    name: 'story:s1',
    story: 's1',
    dirty: false,
    readers: new Set(['somebody']),
    document: documentOf(criteria(criterion('Names the row'))),
  }
  const recorded: string[] = []
  const done: string[] = []
  const card: Pick<Story, 'facts' | 'written'> = { facts: NO_FACTS }
  const workspace = {
    story: () => card,
    async describe(story: string) {
      if (workspace.down) throw new Error('the storage is down')
      recorded.push(story)
      const text = textDigest(prose.document)
      Object.assign(card, { facts: readFacts(prose.document), written: { text, at: 0, by: 'ana' } })
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

test('[IN8] the words of a question that somebody types wait for a pause, that there is one does not', async () => {
  const { prose, changed, recorded } = scene()
  const asked = (words: string) => documentOf(questions(question(words, { id: 'q1' })))
  prose.document = asked('Which')
  changed()
  await vi.advanceTimersByTimeAsync(DESCRIBE_MS)
  expect(recorded).toEqual(['s1'])
  for (let typed = 0; typed < 20; typed += 1) {
    prose.document = asked(`Which columns${'s'.repeat(typed)}`)
    changed()
    await vi.advanceTimersByTimeAsync(DESCRIBE_MS / 2)
  }
  expect(recorded).toEqual(['s1'])
  await vi.advanceTimersByTimeAsync(WORDING_MS + DESCRIBE_MS)
  expect(recorded).toEqual(['s1', 's1'])
})

test('[OF1] that a text says something else is recorded once nobody has written for a minute', async () => {
  const { prose, changed, recorded } = scene()
  const says = (words: string) => documentOf(paragraph(words))
  prose.document = says('A')
  for (let typed = 0; typed < 20; typed += 1) {
    prose.document = says(`A text${'s'.repeat(typed)}`)
    changed()
    await vi.advanceTimersByTimeAsync(TEXT_MS / 2)
  }
  expect(recorded).toEqual([])
  await vi.advanceTimersByTimeAsync(TEXT_MS)
  expect(recorded).toEqual(['s1'])
  await vi.advanceTimersByTimeAsync(3 * TEXT_MS)
  expect(recorded).toEqual(['s1'])
})

test('[OF1] and at once when everybody has left', async () => {
  const { prose, changed, recorded } = scene()
  prose.document = documentOf(paragraph('A text'))
  changed()
  await vi.advanceTimersByTimeAsync(2 * DESCRIBE_MS)
  expect(recorded).toEqual([])
  prose.readers.clear()
  await vi.advanceTimersByTimeAsync(DESCRIBE_MS)
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
