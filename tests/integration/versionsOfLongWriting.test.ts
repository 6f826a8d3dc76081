import { expect, test } from 'vitest'
import { until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'

// Nobody is ever quiet for so long: what keeps itself here is kept while it is written.
const bench = useSyncBench({ keeping: { stretch: 200, quiet: 3_600_000 } })

test('[VE2] a version is kept while somebody writes on and on, again and again', async () => {
  const page = bench.browser('ana').open('story:s1')
  await page.synced()
  const { workspaces } = bench.server.faults.storage
  let kept: { readonly seq: number }[] = []
  const writing = setInterval(() => page.text.insert(page.text.length, 'on '), 20)
  await until(() => {
    void workspaces.versions('w1', 's1').then((versions) => (kept = [...versions]))
    return kept.length >= 2
  }, 'two versions')
  clearInterval(writing)
  const sizes = await Promise.all(
    kept.map(async ({ seq }) => (await workspaces.versionBytes('w1', 's1', seq))?.length ?? 0),
  )
  // Newest first.
  expect(sizes.toSorted((a, b) => b - a)).toEqual(sizes)
})
