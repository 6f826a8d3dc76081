import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { storyText } from '#lib/doc/read.ts'
import { writeNewDocument } from '#lib/doc/write.ts'
import { until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import { decideAs } from '#tests/support/syncTeams.ts'
import {
  criteria,
  criterion,
  named,
  paragraph,
  story as documentOf,
  value,
} from '#tests/support/storyContent.ts'

const bench = useSyncBench()
const session = 'm'

test('[MT8] a story that is split in a meeting gives its parts the criteria dealt to them, once, with nobody in them', async () => {
  const writer = bench.browser('bo', 'writes')
  const page = writer.open('story:s1')
  await page.synced()
  const content = documentOf(
    value(paragraph('Fewer calls')),
    criteria(named('c1', criterion('Names the row')), named('c2', criterion('Can be sorted'))),
  )
  Y.applyUpdate(page.doc, writeNewDocument(content).update)
  await page.synced()
  writer.leave()
  const into = [
    { story: 'part1', title: 'Naming', criteria: ['c1'] },
    { story: 'part2', title: 'Sorting', criteria: ['c2'] },
  ]
  await decideAs(
    bench.server,
    'ana',
    { type: 'scheduleSession', session, kind: 'meeting', name: 'Weekly' },
    { type: 'addToAgenda', session, story: 's1' },
    { type: 'startSession', session },
    { type: 'concludeStory', session, story: 's1', outcome: { kind: 'split', into } },
  )
  const text = async (story: string) => {
    const kept = await bench.server.faults.storage.documents.load('w1', `story:${story}`)
    const doc = new Y.Doc()
    if (kept?.snapshot) Y.applyUpdate(doc, kept.snapshot)
    for (const { update } of kept?.log ?? []) Y.applyUpdate(doc, update)
    return storyText(doc)
  }
  const reader = bench.browser('ana')
  const [first, second] = ['part1', 'part2'].map((part) => reader.open(`story:${part}`))
  await until(() => storyText(first!.doc) === 'Names the row', 'the first part')
  await until(() => storyText(second!.doc) === 'Can be sorted', 'the second part')
  await bench.restart()
  const again = bench.browser('ana', 'again').open('story:part1')
  await again.synced()
  expect(storyText(again.doc)).toBe('Names the row')
  expect(await text('part2')).toBe('Can be sorted')
})
