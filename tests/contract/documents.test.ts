import { expect, test } from 'vitest'
import { must } from '#lib/domain/must.ts'
import type { Storage, StoredDocument } from '#server/storage/storage.ts'
import { describeEachStorage } from '#tests/support/storage.ts'
import { addWorkspace, textOf, update } from '#tests/support/storage-rows.ts'

describeEachStorage('the log of prose', (bench) => {
  async function openWithWorkspace(): Promise<Storage> {
    const storage = await bench.open()
    await addWorkspace(storage)
    return storage
  }

  test('[I1] a document never written is null, not empty', async () => {
    const { documents } = await openWithWorkspace()
    expect(await documents.load('w1', 'story:s1')).toBeNull()
  })

  test('[I1] gives updates back byte for byte, in order', async () => {
    const { documents } = await openWithWorkspace()
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    await documents.append([update(1), update(2, { update: bytes })])
    await documents.append([update(3)])
    const { snapshot, log } = must(await documents.load('w1', 'story:s1'), 'document')
    expect(snapshot).toBeNull()
    expect(log.map(({ position }) => position)).toEqual([1, 2, 3])
    expect(log[1]?.update).toEqual(bytes)
    expect(log[1]?.update.constructor).toBe(Uint8Array)
    expect(textOf(must(log[2], 'third').update)).toBe('update 3')
  })

  test('[I1] keeps the documents of one append, and of two workspaces, apart', async () => {
    const storage = await openWithWorkspace()
    await addWorkspace(storage, 'w2')
    await storage.documents.append([
      update(1),
      update(2, { name: 'story:s2' }),
      update(3, { workspace: 'w2' }),
      update(4),
    ])
    expect(logOf(await storage.documents.load('w1', 'story:s1'))).toEqual(['update 1', 'update 4'])
    expect(logOf(await storage.documents.load('w1', 'story:s2'))).toEqual(['update 2'])
    expect(logOf(await storage.documents.load('w2', 'story:s1'))).toEqual(['update 3'])
  })

  test('[I1] an append that fails for one document has no effect on any', async () => {
    const { documents } = await openWithWorkspace()
    const bad = update(2, { workspace: 'no such workspace' })
    await expect(documents.append([update(1, { newClients: [7] }), bad])).rejects.toThrow()
    expect(await documents.load('w1', 'story:s1')).toBeNull()
    await documents.append([update(3)])
    expect(logOf(await documents.load('w1', 'story:s1'))).toEqual(['update 3'])
  })

  test('[I1] takes thousands of updates in one append', async () => {
    const { documents } = await openWithWorkspace()
    const many = Array.from({ length: 3_500 }, (_, index) => update(index, { newClients: [index] }))
    await documents.append(many)
    const { log, owners } = must(await documents.load('w1', 'story:s1'), 'document')
    expect(log.map(({ update: bytes }) => textOf(bytes))).toEqual(
      many.map(({ update: bytes }) => textOf(bytes)),
    )
    expect(owners.size).toBe(3_500)
  })

  test('a Yjs client id belongs to whoever used it first in that document', async () => {
    const { documents } = await openWithWorkspace()
    const highest = 2 ** 32 - 1
    await documents.append([update(1, { by: 'ana', newClients: [1, highest] })])
    await documents.append([
      update(2, { by: 'bo', newClients: [1, 2] }),
      update(3, { by: 'bo', name: 'story:s2', newClients: [1] }),
    ])
    const first = must(await documents.load('w1', 'story:s1'), 'document')
    expect(first.owners).toEqual(
      new Map([
        [1, 'ana'],
        [highest, 'ana'],
        [2, 'bo'],
      ]),
    )
    expect(must(await documents.load('w1', 'story:s2'), 'document').owners).toEqual(
      new Map([[1, 'bo']]),
    )
  })

  test('[I1] compaction deletes exactly what it merged', async () => {
    const { documents } = await openWithWorkspace()
    await documents.append([update(1), update(2), update(3), update(4, { name: 'story:s2' })])
    await documents.compact('w1', 'story:s1', new TextEncoder().encode('1 and 2'), 2)
    const stored = must(await documents.load('w1', 'story:s1'), 'document')
    expect(textOf(must(stored.snapshot, 'snapshot'))).toBe('1 and 2')
    expect(stored.log.map(({ position }) => position)).toEqual([3])
    expect(logOf(await documents.load('w1', 'story:s2'))).toEqual(['update 4'])
  })

  test('[I1] positions go on behind a compaction of everything', async () => {
    const { documents } = await openWithWorkspace()
    await documents.append([update(1), update(2)])
    await documents.compact('w1', 'story:s1', new TextEncoder().encode('all'), 2)
    await documents.append([update(3)])
    expect(must(await documents.load('w1', 'story:s1'), 'document').log[0]?.position).toBe(3)
  })

  test('[I1] a compaction overtaken by one that merged more has no effect', async () => {
    const { documents } = await openWithWorkspace()
    await documents.append([update(1), update(2), update(3)])
    await documents.compact('w1', 'story:s1', new TextEncoder().encode('1 to 3'), 3)
    await documents.compact('w1', 'story:s1', new TextEncoder().encode('1 only'), 1)
    const stored = must(await documents.load('w1', 'story:s1'), 'document')
    expect(textOf(must(stored.snapshot, 'snapshot'))).toBe('1 to 3')
  })

  test('[I1] a compaction of more than the log holds is a bug, and has no effect', async () => {
    const { documents } = await openWithWorkspace()
    await documents.append([update(1)])
    await expect(documents.compact('w1', 'story:s1', new Uint8Array([1]), 2)).rejects.toThrow(
      'ends at 1',
    )
    expect(logOf(await documents.load('w1', 'story:s1'))).toEqual(['update 1'])
  })

  test('[ST7] a document is removed with everything in it, and others are not', async () => {
    const { documents } = await openWithWorkspace()
    await documents.append([
      update(1, { newClients: [7] }),
      update(2),
      update(3, { name: 'story:s2' }),
    ])
    await documents.compact('w1', 'story:s1', new Uint8Array([1]), 1)
    await documents.remove('w1', 'story:s1')
    await documents.remove('w1', 'story:none')
    expect(await documents.load('w1', 'story:s1')).toBeNull()
    expect(logOf(await documents.load('w1', 'story:s2'))).toEqual(['update 3'])
    await documents.append([update(4)])
    expect(await documents.load('w1', 'story:s1')).toMatchObject({
      snapshot: null,
      log: [{ position: 1 }],
      owners: new Map(),
    })
  })

  test('[I1] compactions racing appends lose nothing and repeat nothing', async () => {
    const { documents } = await openWithWorkspace()
    const writers = 8
    const each = 25
    const total = writers * each
    let appended = 0
    const write = async (writer: number) => {
      for (let index = 0; index < each; index += 1) {
        const number = writer * each + index
        await documents.append([
          update(number),
          update(number, { name: `story:other-${number % 3}` }),
        ])
        appended += 1
      }
    }
    const compactAll = async () => {
      while (appended < total) {
        const stored = await documents.load('w1', 'story:s1')
        const last = stored?.log.at(-1)
        if (!stored || !last) {
          await new Promise(setImmediate)
          continue
        }
        const merged = new TextEncoder().encode(contentOf(stored).join('\n'))
        await documents.compact('w1', 'story:s1', merged, last.position)
      }
    }
    await Promise.all([
      ...Array.from({ length: writers }, (_, writer) => write(writer)),
      compactAll(),
      compactAll(),
    ])
    const content = contentOf(await documents.load('w1', 'story:s1'))
    expect(content.length).toBe(total)
    expect(new Set(content).size).toBe(total)
  })
})

function logOf(stored: StoredDocument | null): string[] {
  return must(stored, 'document').log.map(({ update: bytes }) => textOf(bytes))
}

/** Reads a document whose snapshots are the merged updates, one a line. */
function contentOf(stored: StoredDocument | null): string[] {
  const { snapshot } = must(stored, 'document')
  return [...(snapshot ? textOf(snapshot).split('\n') : []), ...logOf(stored)]
}
