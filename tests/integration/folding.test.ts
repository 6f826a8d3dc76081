import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { fill } from '#server/sync/load.ts'
import { LOG_MAX_ROWS, OPEN_LOG_MAX_ROWS } from '#server/sync/limits.ts'
import { until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'

const bench = useSyncBench()
const NAME = 'story:s1'

const stored = async () => (await bench.server.faults.storage.documents.load('w1', NAME))!

async function wordsOf(): Promise<string> {
  const doc = new Y.Doc()
  fill(doc, await stored())
  return doc.getXmlFragment('body').toString()
}

test('[I1] a log is folded in a pause of its writers, who still have the story open', async () => {
  const page = bench.browser('ana').open(NAME)
  await page.synced()
  for (let edit = 0; edit <= LOG_MAX_ROWS; edit += 1) page.text.insert(page.text.length, 'a')
  await until(() => page.saved, 'saved')
  let left = Number.POSITIVE_INFINITY
  await until(() => {
    void stored().then(({ log }) => (left = log.length))
    return left === 0
  }, 'the log is folded')
  page.text.insert(page.text.length, ' and on')
  await until(() => page.saved, 'saved')
  expect((await stored()).log).toHaveLength(1)
  expect(await wordsOf()).toContain(`${'a'.repeat(LOG_MAX_ROWS + 1)} and on`)
})

test('[I1] a log stays short while somebody writes without a pause and storage is always behind', async () => {
  const page = bench.browser('ana').open(NAME)
  await page.synced()
  bench.server.faults.gate = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    return true
  }
  const most = 3 * OPEN_LOG_MAX_ROWS
  let longest = 0
  for (let edit = 1; edit <= most; edit += 1) {
    page.text.insert(page.text.length, 'b')
    if (edit % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    if (edit % 250 === 0) longest = Math.max(longest, (await stored())?.log.length ?? 0)
  }
  await until(() => page.saved, 'saved')
  const { log } = await stored()
  expect(Math.max(longest, log.length)).toBeLessThan(2 * OPEN_LOG_MAX_ROWS)
  expect(await wordsOf()).toContain('b'.repeat(most))
})
