import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { NewEvent } from '#lib/domain/event.ts'
import { must } from '#lib/domain/must.ts'
import { restoreBackup, writeBackup } from '#server/storage/backup.ts'
import type { OpenedStorage } from '#server/storage/open.ts'
import type { NewVersion } from '#server/storage/storage.ts'
import { MemoryBlobs } from '#tests/support/files.ts'
import { randomFrom } from '#tests/support/random.ts'
import { describeEachStorage } from '#tests/support/storage.ts'
import { addWorkspace, AT, capture, commitOf } from '#tests/support/storage-rows.ts'

const READINESS = { met: 1, of: 2, missing: ['value'], advice: [] } as const

/** A story that is written in by two people, and a version of it whenever somebody wants one. */
class Written {
  readonly doc = new Y.Doc()
  readonly #other = new Y.Doc()
  readonly #storage: OpenedStorage
  readonly said = new Map<number, string>()
  edited = 0
  #seq = 1

  constructor(storage: OpenedStorage) {
    this.#storage = storage
  }

  static async begin(storage: OpenedStorage): Promise<Written> {
    await addWorkspace(storage)
    await storage.workspaces.commit(capture(0, { story: 's1' }))
    const written = new Written(storage)
    written.doc.on('update', (update: Uint8Array) => (written.edited += update.byteLength))
    return written
  }

  get text(): Y.Text {
    return this.doc.getText('body')
  }

  get words(): string {
    return this.text.toString()
  }

  /** The other one writes into the same document. */
  write(index: number, words: string): void {
    Y.applyUpdate(this.#other, Y.encodeStateAsUpdate(this.doc))
    this.#other.getText('body').insert(index, words)
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#other))
  }

  /** Keeps a version; gives its position. */
  async keep(changes: Partial<NewVersion> & { fact?: NewEvent } = {}): Promise<number> {
    const { fact, ...version } = changes
    const seq = (this.#seq += 1)
    const name = version.name ?? null
    const kept: NewVersion = {
      seq,
      story: 's1',
      cause: 'VersionKept',
      by: 'u1',
      at: AT + seq,
      readiness: READINESS,
      name,
      bytes: Y.encodeStateAsUpdate(this.doc),
      writers: {
        owners: new Map([
          [this.doc.clientID, 'u1'],
          [this.#other.clientID, 'u2'],
        ]),
        last: null,
      },
      ...version,
    }
    await this.commit(seq, fact ?? { story: 's1', type: 'VersionKept', name }, [kept])
    this.said.set(seq, this.words)
    return seq
  }

  async name(version: number, to: string | null): Promise<void> {
    this.#seq += 1
    await this.commit(this.#seq, { story: 's1', type: 'VersionNamed', version, from: null, to }, [])
  }

  async commit(seq: number, fact: NewEvent, versions: NewVersion[]): Promise<void> {
    const { workspaces } = this.#storage
    const { stories } = must(await workspaces.load('w1'), 'workspace')
    await workspaces.commit(
      commitOf(
        seq - 1,
        [fact],
        stories.map(({ story }) => story),
        { versions },
      ),
    )
  }

  /** Opens every version that is listed; throws when one does not say what was said then. Gives how many there are. */
  async check(storage = this.#storage): Promise<number> {
    const versions = await storage.workspaces.versions('w1', 's1')
    for (const { seq } of versions) {
      const bytes = must(await storage.workspaces.versionBytes('w1', 's1', seq), `version ${seq}`)
      const doc = new Y.Doc()
      Y.applyUpdate(doc, bytes)
      if (doc.getText('body').toString() !== this.said.get(seq)) {
        throw new Error(`Version ${seq} does not say what was said then`)
      }
    }
    return versions.length
  }
}

describeEachStorage('versions', (bench) => {
  test('a version holds what the document said, with the readiness as it was judged', async () => {
    const storage = await bench.open()
    const story = await Written.begin(storage)
    story.text.insert(0, 'Hello')
    const seq = await story.keep({ name: 'First', cause: 'StoryMoved' })
    expect(await storage.workspaces.versions('w1', 's1')).toEqual([
      {
        seq,
        story: 's1',
        cause: 'StoryMoved',
        by: 'u1',
        at: AT + seq,
        readiness: READINESS,
        name: 'First',
        authors: ['u1'],
        sameAs: seq,
      },
    ])
    await story.check()
    expect(await storage.workspaces.versionBytes('w1', 's2', seq)).toBeNull()
    expect(await storage.workspaces.versionBytes('w2', 's1', seq)).toBeNull()
    expect(await storage.workspaces.versions('w2', 's1')).toEqual([])
  })

  test('[VE3] text that did not change between versions is kept once', async () => {
    const storage = await bench.open()
    const story = await Written.begin(storage)
    const { workspaces } = storage
    story.text.insert(0, 'one')
    const [first, second] = [await story.keep(), await story.keep()]
    expect(await workspaces.isKept('w1', 's1', Y.encodeStateAsUpdate(story.doc))).toBe(true)
    story.text.delete(0, 1)
    expect(await workspaces.isKept('w1', 's1', Y.encodeStateAsUpdate(story.doc))).toBe(false)
    const third = await story.keep()
    const versions = await workspaces.versions('w1', 's1')
    expect(versions.map(({ seq, sameAs, authors }) => [seq, sameAs, authors])).toEqual([
      [third, third, []],
      [second, first, []],
      [first, first, ['u1']],
    ])
    await story.check()
  })

  test('[VE3] 1,000 edits and 50 versions: each opens as it was, and together they take about the room of the edits', async () => {
    const storage = await bench.open()
    const story = await Written.begin(storage)
    const random = randomFrom(4711)
    // As long as a story that people really wrote before they began to keep versions.
    story.text.insert(0, 'A header comes first, in the order of the columns. '.repeat(400))
    const start = story.edited
    await story.keep()
    for (let edit = 1; edit <= 1_000; edit += 1) {
      const at = random.below(story.words.length)
      if (random.chance(0.35))
        story.text.delete(at, Math.min(1 + random.below(12), story.words.length - at))
      else if (random.chance(0.5))
        story.write(at, random.pick(['given', 'when', 'then ', 'x', ' ']))
      else story.text.insert(at, random.pick(['one two', 'three', 'y', ' ']))
      if (edit % 20 === 0) await story.keep()
    }
    expect(await story.check()).toBe(51)
    const kept = await bytesKept(storage)
    // An edit is in at most three of the differences, which say it shorter than it was sent.
    expect(kept).toBeLessThan(start + 1.5 * (story.edited - start))
  })

  test('[VE3] a long text with small edits is not kept again and again', async () => {
    const storage = await bench.open()
    const story = await Written.begin(storage)
    story.text.insert(0, 'lorem ipsum '.repeat(10_000))
    for (let version = 0; version < 80; version += 1) {
      story.text.insert((version * 1_997) % story.words.length, 'edited')
      await story.keep()
    }
    await story.check()
    expect(await bytesKept(storage)).toBeLessThan(120_000 * 1.1)
  })

  test('[VE4] those that go leave the others as they were, and their authors to the next one', async () => {
    const storage = await bench.open()
    const story = await Written.begin(storage)
    story.text.insert(0, 'Start. '.repeat(200))
    const random = randomFrom(815)
    const seqs: number[] = []
    for (let version = 0; version < 40; version += 1) {
      if (version % 3 === 0) story.write(random.below(100), 'Bo was here. ')
      else story.text.insert(random.below(100), 'Ana was here. ')
      seqs.push(await story.keep())
    }
    const { workspaces } = storage
    await workspaces.dropVersions('w1', 's1', seqs.slice(10, 12))
    const at12 = (await workspaces.versions('w1', 's1')).find(({ seq }) => seq === seqs[12])
    expect(new Set(at12?.authors)).toEqual(new Set(['u1', 'u2']))
    const staying = new Set([0, 9, 25, 26, 39].map((index) => must(seqs[index], 'position')))
    const going = seqs.filter((seq) => !staying.has(seq))
    await workspaces.dropVersions('w1', 's1', going)
    expect((await workspaces.versions('w1', 's1')).map(({ seq }) => seq)).toEqual(
      [...staying].toReversed(),
    )
    for (const seq of going) expect(await workspaces.versionBytes('w1', 's1', seq)).toBeNull()
    expect(await story.check()).toBe(5)
    // And it goes on from there.
    for (let more = 0; more < 20; more += 1) {
      story.write(0, 'Later. ')
      await story.keep()
    }
    expect(await story.check()).toBe(25)
    await workspaces.dropVersions('w1', 's1', [...story.said.keys()].slice(0, -1))
    expect(await story.check()).toBe(1)
    expect(await rowsKept(storage)).toBeLessThan(12)
  })

  test('[VE1] a name is changed, and taken away', async () => {
    const storage = await bench.open()
    const story = await Written.begin(storage)
    story.text.insert(0, 'Hello')
    const seq = await story.keep()
    const nameOf = async () => (await storage.workspaces.versions('w1', 's1'))[0]?.name
    await story.name(seq, 'Agreed')
    expect(await nameOf()).toBe('Agreed')
    await story.name(seq, null)
    expect(await nameOf()).toBeNull()
  })

  test('[VE4] only stories with more than one version that kept itself are thinned out', async () => {
    const storage = await bench.open()
    const story = await Written.begin(storage)
    await story.keep({ name: 'Named' })
    await story.keep()
    expect(await storage.workspaces.thinnable()).toEqual([])
    await story.keep()
    expect(await storage.workspaces.thinnable()).toEqual([{ workspace: 'w1', story: 's1' }])
  })

  test('[VE3] after edits were lost with a server, a version stands for itself', async () => {
    const storage = await bench.open()
    const story = await Written.begin(storage)
    story.text.insert(0, 'Stored. ')
    await story.keep()
    const stored = Y.encodeStateAsUpdate(story.doc)
    story.text.insert(0, 'Lost. ')
    await story.keep()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, stored)
    doc.getText('body').insert(0, 'After. ')
    const seq = await story.keep({ bytes: Y.encodeStateAsUpdate(doc) })
    story.said.set(seq, 'After. Stored. ')
    await story.check()
  })

  test('go into a backup, come out of it, and go on', async () => {
    const storage = await bench.open()
    const story = await Written.begin(storage)
    story.text.insert(0, 'Start. '.repeat(50))
    for (let version = 0; version < 12; version += 1) {
      story.write(version, 'More. ')
      await story.keep()
    }
    const { dataDir } = await bench.newHome()
    const blobs = new MemoryBlobs()
    const file = join(dataDir, 'versions.backup')
    await writeBackup(storage.archive, blobs, file, AT)
    const copy = await bench.open()
    await restoreBackup(copy.archive, blobs, file)
    expect(await story.check(copy)).toBe(12)
    const bytes = Y.encodeStateAsUpdate(story.doc)
    expect(await copy.workspaces.isKept('w1', 's1', bytes)).toBe(true)
  })

  test('a version of a commit that fails is not kept', async () => {
    const storage = await bench.open()
    const story = await Written.begin(storage)
    story.text.insert(0, 'Hello')
    const misplaced = story.commit(7, { story: 's1', type: 'VersionKept', name: null }, [])
    await expect(misplaced).rejects.toThrow()
    expect(await storage.workspaces.versions('w1', 's1')).toEqual([])
  })
})

/** Gives the bytes that all versions take. */
async function bytesKept(storage: OpenedStorage): Promise<number> {
  let bytes = 0
  await storage.archive.read(async ({ table, values }) => {
    if (table === 'versions' && values.bytes instanceof Uint8Array) bytes += values.bytes.byteLength
  })
  return bytes
}

async function rowsKept(storage: OpenedStorage): Promise<number> {
  let rows = 0
  await storage.archive.read(async ({ table }) => {
    if (table === 'versions') rows += 1
  })
  return rows
}
