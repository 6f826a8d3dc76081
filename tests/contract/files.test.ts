import { beforeEach, expect, test } from 'vitest'
import type { OpenedStorage } from '#server/storage/open.ts'
import { describeEachStorage } from '#tests/support/storage.ts'
import { addWorkspace, aFile, AT, capture, commitOf } from '#tests/support/storage-rows.ts'

const [A, B, C] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)]

describeEachStorage('files', (bench) => {
  let storage: OpenedStorage
  beforeEach(async () => {
    storage = await bench.open()
    await addWorkspace(storage, 'w1')
    await addWorkspace(storage, 'w2')
  })

  test('[FI2] a file is stored once, and what was stored first stays', async () => {
    expect(await storage.files.add(aFile())).toBe(true)
    expect(await storage.files.add(aFile({ name: 'Another.png', digest: A }))).toBe(false)
    expect(await storage.files.find('w1', 's1', aFile().id)).toEqual(aFile())
    expect(await storage.files.ofStory('w1', 's1')).toEqual([aFile()])
  })

  test('[FI4] a file is found in its own story and workspace only', async () => {
    await storage.files.add(aFile())
    expect(await storage.files.find('w1', 's2', aFile().id)).toBeNull()
    expect(await storage.files.find('w2', 's1', aFile().id)).toBeNull()
    expect(await storage.files.called('w2', aFile().id)).toEqual([])
  })

  test('[FI8] files of one id are given the oldest first', async () => {
    await storage.files.add(aFile({ story: 's3', at: AT + 2 }))
    await storage.files.add(aFile({ story: 's2', at: AT + 1 }))
    const found = await storage.files.called('w1', aFile().id)
    expect(found.map(({ story }) => story)).toEqual(['s2', 's3'])
  })

  test('[FI7] files can be marked, unmarked and removed', async () => {
    const ids = ['file000000000001', 'file000000000002', 'file000000000003']
    for (const id of ids) await storage.files.add(aFile({ id }))
    const since = async () =>
      (await storage.files.ofStory('w1', 's1')).map(({ unusedSince }) => unusedSince)
    await storage.files.markUnused('w1', 's1', ids.slice(0, 2), AT)
    expect(await since()).toEqual([AT, AT, null])
    await storage.files.markUnused('w1', 's1', ids.slice(0, 1), null)
    expect(await since()).toEqual([null, AT, null])
    await storage.files.remove('w1', 's1', ids.slice(1, 2))
    await storage.files.remove('w1', 's1', [])
    expect(await since()).toEqual([null, null])
  })

  test('[FI7] the blobs that no file has are found by age; the bytes of each count once', async () => {
    for (const [digest, at] of [
      [A, AT],
      [B, AT + 10],
      [C, AT],
    ] as const) {
      await storage.files.addBlob({ workspace: 'w1', digest, size: 100, at })
    }
    await storage.files.add(aFile({ digest: C, size: 100 }))
    await storage.files.add(aFile({ id: 'file000000000002', digest: C, size: 100 }))
    const unused = async (before: number) =>
      (await storage.files.unusedBlobs(before, 10)).map(({ digest }) => digest)
    expect(await unused(AT + 10)).toEqual([A])
    expect(await unused(AT + 11)).toEqual([A, B])
    // Asked for again.
    await storage.files.addBlob({ workspace: 'w1', digest: A, size: 100, at: AT + 20 })
    expect(await unused(AT + 11)).toEqual([B])
    await storage.files.removeBlob('w1', B)
    expect(await unused(AT + 30)).toEqual([A])
    expect(await storage.files.totals('w1')).toEqual({ files: 2, bytes: 200 })
    expect(await storage.files.totals('w2')).toEqual({ files: 0, bytes: 0 })
    expect(await storage.files.totals(null)).toEqual({ files: 2, bytes: 200 })
  })

  test('stories with files are given in pages', async () => {
    const places = [
      ['w1', 's1'],
      ['w1', 's2'],
      ['w2', 's1'],
    ] as const
    for (const [workspace, story] of places) {
      await storage.files.add(aFile({ workspace, story }))
      await storage.files.add(aFile({ workspace, story, id: 'file000000000002' }))
    }
    const first = await storage.files.stories(null, 2)
    const rest = await storage.files.stories(first.at(-1) ?? null, 2)
    expect([first.length, rest.length]).toEqual([2, 1])
    expect([...first, ...rest].map(({ workspace, story }) => [workspace, story])).toEqual(places)
  })

  test('[ST7] what is purged takes its files with it, and no others', async () => {
    await storage.workspaces.commit(capture(0))
    await storage.files.add(aFile())
    await storage.files.add(aFile({ story: 's2' }))
    const purged = { story: 's1', type: 'StoryPurged', key: null, title: 'Story 1' } as const
    await storage.workspaces.commit(commitOf(1, [purged], []))
    expect(await storage.files.ofStory('w1', 's1')).toEqual([])
    expect(await storage.files.ofStory('w1', 's2')).toHaveLength(1)
  })
})
