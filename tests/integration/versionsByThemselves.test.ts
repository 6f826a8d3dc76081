import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '#lib/domain/must.ts'
import type { Opened } from '#tests/support/sync.ts'
import { until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import { decideAs, openWorkspace, tryAs } from '#tests/support/syncTeams.ts'

const bench = useSyncBench({ keeping: { stretch: 400, quiet: 150 } })

const kept = () => bench.server.faults.storage.workspaces.versions('w1', 's1')

async function isKept(count: number): Promise<void> {
  let found = 0
  await until(() => {
    void kept().then((versions) => (found = versions.length))
    return found >= count
  }, `${count} versions`)
}

async function textOfNewest(): Promise<string> {
  const [version] = await kept()
  if (!version) return ''
  const { workspaces } = bench.server.faults.storage
  const doc = new Y.Doc()
  Y.applyUpdate(doc, must(await workspaces.versionBytes('w1', 's1', version.seq), 'bytes'))
  return doc.getText('body').toString()
}

function type(page: Opened, words: string): void {
  page.text.insert(page.text.length, words)
}

describe('[VE2] versions keep themselves', () => {
  test('[VE2] when nobody has written for a while, with who wrote, by whoever wrote last', async () => {
    let newest = ''
    const [ana, bo] = [bench.browser('ana').open('story:s1'), bench.browser('bo').open('story:s1')]
    await Promise.all([ana.synced(), bo.synced()])
    type(ana, 'From Ana. ')
    await until(() => bo.text.toString().includes('Ana'), 'Ana’s words')
    type(bo, 'From Bo.')
    // On a busy machine a while may have passed between the two.
    await until(() => {
      void textOfNewest().then((text) => (newest = text))
      return newest === 'From Ana. From Bo.'
    }, 'a version of both')
    const versions = await kept()
    expect(versions[0]).toMatchObject({ cause: 'VersionKept', by: 'bo', name: null })
    const authors = versions.flatMap((version) => version.authors ?? [])
    expect(new Set(authors)).toEqual(new Set(['ana', 'bo']))
  })

  test('[VE2] when the last one has left, and when the server stops', async () => {
    const browser = bench.browser('ana')
    const page = browser.open('story:s1')
    await page.synced()
    type(page, 'And gone')
    await until(() => page.saved, 'saved')
    browser.leave()
    await isKept(1)
    const again = bench.browser('ana').open('story:s1')
    await again.synced()
    type(again, '. And back')
    await until(() => again.saved, 'saved')
    await bench.server.sync.close()
    expect(await kept()).toHaveLength(2)
  })

  test('[VE2] not again when a version says the same already', async () => {
    const page = bench.browser('ana').open('story:s1')
    await page.synced()
    type(page, 'Once')
    await until(() => page.saved, 'saved')
    await decideAs(bench.server, 'ana', { type: 'keepVersion', story: 's1', name: 'Mine' })
    const workspace = await openWorkspace(bench.server)
    const before = workspace.state.seq
    await workspace.keepVersion('s1')
    expect(workspace.state.seq).toBe(before)
    expect((await kept()).map(({ name }) => name)).toEqual(['Mine'])
  })

  test('[VE2] again after storage was down, and never of what storage does not have', async () => {
    const page = bench.browser('ana').open('story:s1')
    await page.synced()
    bench.server.faults.down = true
    type(page, 'Kept later')
    await until(() => !page.saved, 'unsaved')
    bench.server.faults.down = false
    await until(() => page.saved, 'saved')
    type(page, '.')
    await isKept(1)
  })
})

describe('[VE1] versions by wish', () => {
  test('[VE1] are named and renamed; what is unknown is not there', async () => {
    const page = bench.browser('ana').open('story:s1')
    await page.synced()
    type(page, 'Agreed')
    await until(() => page.saved, 'saved')
    await decideAs(bench.server, 'ana', { type: 'keepVersion', story: 's1', name: null })
    const [version] = await kept()
    const seq = must(version, 'version').seq
    const name = (to: string) => ({
      type: 'nameVersion' as const,
      story: 's1',
      version: seq,
      name: to,
    })
    await decideAs(bench.server, 'ana', name('Agreed'))
    expect(await kept()).toMatchObject([{ seq, name: 'Agreed' }])
    expect(await tryAs(bench.server, 'ana', { ...name('No'), version: seq + 50 })).toMatchObject({
      ok: false,
      code: 'versionNotFound',
    })
  })
})
