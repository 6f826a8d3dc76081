import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { storyText } from '#lib/doc/read.ts'
import { writeNewDocument } from '#lib/doc/write.ts'
import { type Opened, until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import { decideAs, openWorkspace } from '#tests/support/syncTeams.ts'
import {
  criteria,
  criterion,
  paragraph,
  story as documentOf,
  value,
} from '#tests/support/storyContent.ts'

const bench = useSyncBench()
const merge = { type: 'dismissStory', story: 's2', reason: 'Same', duplicateOf: 's1', merge: true }
const MERGED = 'Own words\nFrom ST-2: Story s2\nTheir words\nTheir rule'

/** Two stories with text that nobody has open. */
beforeEach(async () => {
  await bench.server.capture('s2')
  await write('s1', value(paragraph('Own words')))
  await write('s2', value(paragraph('Their words')), criteria(criterion('Their rule')))
})

async function write(story: string, ...content: Parameters<typeof documentOf>): Promise<void> {
  const browser = bench.browser('bo', `writes-${story}`)
  const page = browser.open(`story:${story}`)
  await page.synced()
  Y.applyUpdate(page.doc, writeNewDocument(documentOf(...content)).update)
  await page.synced()
  browser.leave()
}

function opened(person: string): Opened {
  return bench.browser(person).open('story:s1')
}

async function stored(story: string): Promise<Y.Doc> {
  const kept = await bench.server.faults.storage.documents.load('w1', `story:${story}`)
  const doc = new Y.Doc()
  if (kept?.snapshot) Y.applyUpdate(doc, kept.snapshot)
  for (const { update } of kept?.log ?? []) Y.applyUpdate(doc, update)
  return doc
}

describe('merging a duplicate', () => {
  test('brings its text to everyone who has the story open, and into storage, in the name of who merged', async () => {
    const [ana, bo] = [opened('ana'), opened('bo')]
    await ana.synced()
    await bo.synced()
    await decideAs(bench.server, 'ana', { type: 'upvoteStory', story: 's2' }, merge)
    await until(() => storyText(ana.doc) === MERGED && storyText(bo.doc) === MERGED)
    expect(storyText(await stored('s1'))).toBe(MERGED)
    expect(storyText(await stored('s2'))).toBe('Their words\nTheir rule')
    const workspace = await openWorkspace(bench.server)
    expect(workspace.story('s1')?.votes).toEqual(['ana'])
    await cardCounts(1)
    const log = (await bench.server.faults.storage.documents.load('w1', 'story:s1'))?.log
    expect(log?.at(-1)?.by).toBe('ana')
    // Everyone goes on writing around it.
    Y.applyUpdate(bo.doc, writeNewDocument(documentOf(paragraph('More'))).update)
    await bo.synced()
    await until(() => storyText(ana.doc).includes('More'))
  })

  test('is done when nobody has the story open, too', async () => {
    await decideAs(bench.server, 'ana', merge)
    await cardCounts(1)
    expect(storyText(await stored('s1'))).toBe(MERGED)
  })

  test('happens once, whatever happens in between', async () => {
    await decideAs(bench.server, 'ana', merge)
    await cardCounts(1)
    await bench.restart()
    const ana = opened('ana')
    await ana.synced()
    // The same duplicate, merged once more.
    await decideAs(bench.server, 'ana', { type: 'reopenStory', story: 's2' }, merge)
    await bench.restart()
    const bo = opened('bo')
    await bo.synced()
    await until(() => storyText(bo.doc) === MERGED)
    Y.applyUpdate(bo.doc, writeNewDocument(documentOf(criteria(criterion('Last')))).update)
    await cardCounts(2)
    expect(storyText(await stored('s1')).match(/Their words/g)).toHaveLength(1)
  })

  test('that a crash kept from the text is done when the story is opened next', async () => {
    // The decision is stored, the text is not.
    bench.server.faults.gate = () => new Promise(() => {})
    await decideAs(bench.server, 'ana', merge)
    expect(storyText(await stored('s1'))).toBe('Own words')
    await bench.crash()
    const bo = opened('bo')
    await until(() => storyText(bo.doc) === MERGED)
    await cardCounts(1)
    expect(storyText(await stored('s1'))).toBe(MERGED)
  })

  test('once more brings what was written since', async () => {
    await decideAs(bench.server, 'ana', merge)
    await cardCounts(1)
    await decideAs(bench.server, 'ana', { type: 'reopenStory', story: 's2' })
    await write('s2', paragraph('A second part'))
    await decideAs(bench.server, 'ana', merge)
    const ana = opened('ana')
    await until(() => storyText(ana.doc).includes('A second part'))
  })

  test('whose text was put off by a crash comes before the duplicate is removed for good', async () => {
    bench.server.faults.gate = () => new Promise(() => {})
    await decideAs(bench.server, 'ana', merge)
    await bench.crash()
    await decideAs(
      bench.server,
      'ana',
      { type: 'trashStory', story: 's2' },
      { type: 'purgeTrash', only: 's2' },
    )
    const bo = opened('bo')
    await until(() => storyText(bo.doc) === MERGED)
  })

  test('two that were merged into each other at different times do not wait for each other', async () => {
    await decideAs(bench.server, 'ana', merge)
    await cardCounts(1)
    await decideAs(
      bench.server,
      'ana',
      { type: 'reopenStory', story: 's2' },
      { type: 'dismissStory', story: 's1', reason: 'Same', duplicateOf: 's2', merge: true },
    )
    await bench.restart()
    const browser = bench.browser('bo')
    const pages = ['story:s1', 'story:s2'].map((name) => browser.open(name))
    for (const page of pages) await page.synced()
    await until(() => pages.every(({ doc }) => storyText(doc).includes('Own words')))
  })
})

/** Waits until the card of `s1` counts so many criteria. */
async function cardCounts(count: number): Promise<void> {
  const workspace = await openWorkspace(bench.server)
  await until(() => workspace.story('s1')?.facts?.criteria === count, `${count} criteria`)
}
