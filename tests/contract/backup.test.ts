import { createHash, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  BadBackup,
  BackupNotWritten,
  NotEmpty,
  restoreBackup,
  writeBackup,
} from '#server/storage/backup.ts'
import type { OpenedStorage } from '#server/storage/open.ts'
import { newEntry } from '#lib/domain/inbox/entry.ts'
import type { NewEvent } from '#lib/domain/event.ts'
import { DEFAULT_POLICY } from '#lib/domain/policy.ts'
import { MemoryBlobs } from '#tests/support/files.ts'
import { describeEachStorage, onPostgres, useBench } from '#tests/support/storage.ts'
import {
  addWorkspace,
  aFile,
  AT,
  capture,
  commitOf,
  someone,
  stateSaying,
  update,
} from '#tests/support/storage-rows.ts'

const blobs = new MemoryBlobs()

describeEachStorage('a backup', (bench) => {
  async function written(fill: (storage: OpenedStorage) => Promise<void> = fillInstance) {
    const storage = await bench.open()
    await fill(storage)
    const { dataDir } = await bench.newHome()
    const file = join(dataDir, 'sluice.backup')
    const rows = await writeBackup(storage.archive, blobs, file, AT)
    return { storage, file, rows }
  }

  test('restores everything but sessions', async () => {
    const { storage, file, rows } = await written()
    const copy = await bench.open()
    expect(await restoreBackup(copy.archive, blobs, file)).toBe(rows)
    await expectSameContents(copy, storage)
  })

  test('[FI9] holds the bytes of files, and puts them back whole', async () => {
    const bytes = randomBytes(1_300_000)
    const digest = createHash('sha256').update(bytes).digest('hex')
    const from = new MemoryBlobs()
    from.held.set(`w1/${digest}`, bytes)
    const storage = await bench.open()
    await fillInstance(storage)
    await storage.files.addBlob({ workspace: 'w1', digest, size: bytes.length, at: AT })
    await storage.files.add(aFile({ digest, size: bytes.length }))
    const { dataDir } = await bench.newHome()
    const file = join(dataDir, 'sluice.backup')
    const rows = await writeBackup(storage.archive, from, file, AT)
    const [copy, into] = [await bench.open(), new MemoryBlobs()]
    expect(await restoreBackup(copy.archive, into, file)).toBe(rows)
    expect(Buffer.from(into.held.get(`w1/${digest}`) ?? []).equals(bytes)).toBe(true)
    expect(await copy.files.ofStory('w1', 's1')).toEqual(await storage.files.ofStory('w1', 's1'))
    expect(await copy.files.findBlob('w1', digest)).toMatchObject({ size: bytes.length })
  })

  test('[FI9] bytes that are not what their name says are not restored, and nothing else is', async () => {
    const digest = 'ab'.repeat(32)
    const from = new MemoryBlobs()
    from.held.set(`w1/${digest}`, Uint8Array.of(1, 2, 3))
    const storage = await bench.open()
    await fillInstance(storage)
    await storage.files.addBlob({ workspace: 'w1', digest, size: 3, at: AT })
    const { dataDir } = await bench.newHome()
    const file = join(dataDir, 'sluice.backup')
    await writeBackup(storage.archive, from, file, AT)
    const [copy, into] = [await bench.open(), new MemoryBlobs()]
    await expect(restoreBackup(copy.archive, into, file)).rejects.toThrow('The backup is damaged')
    expect([await copy.people.countUsers(), into.held.size]).toEqual([0, 0])
  })

  test('an instance that was restored goes on where the other stopped', async () => {
    const { file } = await written()
    const copy = await bench.open()
    await restoreBackup(copy.archive, blobs, file)
    await copy.workspaces.commit(capture(2))
    await copy.documents.append([update(4, { by: 'u2', newClients: [7, 8] })])
    const document = await copy.documents.load('w1', 'story:s1')
    expect(document?.log.map(({ position }) => position)).toEqual([3, 4])
    // What was written before the backup stays its author's.
    expect(document?.owners).toEqual(
      new Map([
        [7, 'u1'],
        [8, 'u2'],
      ]),
    )
  })

  test('is not restored over anything', async () => {
    const { file } = await written()
    const inUse = await bench.open()
    await inUse.people.createUser(someone('u9'))
    await expect(restoreBackup(inUse.archive, blobs, file)).rejects.toThrow(NotEmpty)
    expect(await inUse.people.countUsers()).toBe(1)
    expect(await inUse.workspaces.find('w1')).toBeNull()
  })

  test('that is damaged, cut short, changed or something else is refused before anything is written', async () => {
    const { file } = await written()
    const whole = await readFile(file)
    const text = gunzipSync(whole).toString()
    const bad: [string, Uint8Array | string][] = [
      ['is cut short', whole.subarray(0, whole.length - 20)],
      ['is cut short', gzipSync(text.slice(0, text.lastIndexOf('{"rows"')))],
      ['is cut short', gzipSync(text.slice(0, text.length / 2))],
      ['was changed or damaged', gzipSync(text.replace('Person u1', 'Person u7'))],
      ['was changed or damaged', gzipSync(text.split('\n').toSpliced(3, 1).join('\n'))],
      ['there is no table "passwords"', gzipSync(text.replace('["users"', '["passwords"'))],
      [
        'users has no column "admin"',
        gzipSync(text.replace('"email_key"', '"admin":1,"email_key"')),
      ],
      ['"colour" of users must be number', gzipSync(text.replace('"colour":3', '"colour":"red"'))],
      ['newer version of Sluice', gzipSync(text.replace('"format":1', '"format":2'))],
      ['is not a backup of Sluice', gzipSync('Dear diary\nToday\n')],
      ['is not a backup of Sluice', 'Dear diary'],
      ['is cut short', ''],
    ]
    const copy = await bench.open()
    for (const [sentence, content] of bad) {
      await writeFile(file, content)
      const problem = await restoreBackup(copy.archive, blobs, file).catch(
        (error: unknown) => error,
      )
      expect(problem, sentence).toBeInstanceOf(BadBackup)
      expect(String(problem)).toContain(sentence)
      expect(String(problem)).toContain('Nothing was restored.')
    }
    await expect(restoreBackup(copy.archive, blobs, `${file}.no`)).rejects.toThrow(
      'There is no file',
    )
    expect(await copy.people.countUsers()).toBe(0)
    expect(await copy.workspaces.find('w1')).toBeNull()
  })

  test('never replaces a file, and leaves none behind when it cannot be written', async () => {
    const { storage, file } = await written()
    const before = await readFile(file)
    await expect(writeBackup(storage.archive, blobs, file, AT)).rejects.toThrow('exists already')
    expect(await readFile(file)).toEqual(before)
    const nowhere = join(file, 'inside a file')
    await expect(writeBackup(storage.archive, blobs, nowhere, AT)).rejects.toThrow(BackupNotWritten)
    if (process.platform === 'linux') {
      await expect(writeBackup(storage.archive, blobs, '/proc/self/backup', AT)).rejects.toThrow(
        BackupNotWritten,
      )
    }
  })

  test('shows one moment, while people go on writing', async () => {
    const storage = await bench.open()
    await addWorkspace(storage)
    await storage.people.createUser(someone('u1'))
    for (let seq = 0; seq < 150; seq += 1) await storage.workspaces.commit(capture(seq))
    const { dataDir } = await bench.newHome()
    const file = join(dataDir, 'sluice.backup')
    let seq = 150
    let running = true
    const writing = (async () => {
      for (; running; seq += 1) await storage.workspaces.commit(capture(seq))
    })()
    await writeBackup(storage.archive, blobs, file, AT)
    running = false
    await writing
    const copy = await bench.open()
    await restoreBackup(copy.archive, blobs, file)
    const contents = await copy.workspaces.load('w1')
    expect(contents?.stories).toHaveLength(contents?.seq ?? 0)
    expect(contents?.nextNumber).toBe((contents?.seq ?? 0) + 1)
    expect(await copy.workspaces.events('w1', 0, 100_000)).toHaveLength(contents?.seq ?? 0)
    expect(seq).toBeGreaterThan(150)
  })
})

describe.skipIf(!onPostgres)('a backup moves between the databases', () => {
  const engines = { sqlite: useBench('sqlite'), postgres: useBench('postgres') }

  test.each([
    ['sqlite', 'postgres'],
    ['postgres', 'sqlite'],
  ] as const)('from %s to %s', async (from, to) => {
    const storage = await engines[from].open()
    await fillInstance(storage)
    const { dataDir } = await engines[from].newHome()
    const file = join(dataDir, 'sluice.backup')
    await writeBackup(storage.archive, blobs, file, AT)
    const copy = await engines[to].open()
    await restoreBackup(copy.archive, blobs, file)
    await expectSameContents(copy, storage)
  })
})

/** Something in every table. */
async function fillInstance(storage: OpenedStorage): Promise<void> {
  const { people, workspaces, documents } = storage
  await addWorkspace(storage, 'w1')
  await addWorkspace(storage, 'w2')
  await people.createUser(someone('u1'))
  await people.createUser(someone('u2', { name: 'Zoë\u2028\0 "Quote" 🦆' }))
  await people.addMember({ workspace: 'w1', user: 'u1', roles: ['owner'], joinedAt: AT })
  await people.addMember({ workspace: 'w1', user: 'u2', roles: ['member', 'viewer'], joinedAt: AT })
  await people.createSession({ idHash: 'h', user: 'u1', createdAt: AT, expiresAt: AT, device: 'x' })
  await people.createToken({ id: 't1', tokenHash: 'th', user: 'u1', name: 'CI', createdAt: AT })
  await people.createInvitation({
    id: 'i1',
    tokenHash: 'ih',
    workspace: 'w1',
    roles: ['contributor'],
    createdBy: 'u1',
    createdAt: AT,
    expiresAt: AT + 1,
    usesLeft: 4,
    revokedAt: null,
  })
  await workspaces.commit(capture(0, { title: 'One\u2028two 🦆' }))
  const entry = { ...newEntry('s1'), seq: 2, stance: 'muted' as const }
  const inbox = new Map([['s1', new Map([['u1', entry]])]])
  await workspaces.commit({ ...capture(1), inbox })
  const workspace = 'w2'
  const first = capture(0, { workspace })
  await workspaces.commit(first)
  const facts: NewEvent[] = [
    {
      story: null,
      type: 'PolicySet',
      from: DEFAULT_POLICY,
      to: { ...DEFAULT_POLICY, gate: 'off' },
    },
    { story: 's1', type: 'StoryRenamed', from: 'Story 1', to: 'Renamed' },
    { story: 's1', type: 'StoryRenamed', from: 'Renamed', to: 'Again' },
  ]
  const kept = {
    story: 's1',
    cause: 'StoryRenamed' as const,
    by: 'u1',
    at: AT,
    readiness: { met: 0, of: 0, missing: [], advice: [] },
    name: null,
    bytes: stateSaying('Kept'),
    writers: { owners: new Map<number, string>(), last: 'u1' },
  }
  const versions = [3, 4].map((seq) => ({ ...kept, seq }))
  await workspaces.commit(commitOf(1, facts, first.stories, { workspace, versions }))
  await documents.append([update(1, { newClients: [7] }), update(2), update(3)])
  const allBytes = Uint8Array.from({ length: 256 }, (_, index) => index)
  await documents.compact('w1', 'story:s1', allBytes, 2)
}

async function expectSameContents(copy: OpenedStorage, original: OpenedStorage): Promise<void> {
  for (const id of ['w1', 'w2']) {
    expect(sorted(await copy.workspaces.load(id))).toEqual(
      sorted(await original.workspaces.load(id)),
    )
    expect(await copy.workspaces.events(id, 0, 100)).toEqual(
      await original.workspaces.events(id, 0, 100),
    )
    expect(await copy.workspaces.versions(id, 's1')).toEqual(
      await original.workspaces.versions(id, 's1'),
    )
    expect(await copy.people.members(id)).toEqual(await original.people.members(id))
    expect(await copy.people.invitations(id)).toEqual(await original.people.invitations(id))
  }
  expect((await original.workspaces.load('w1'))?.inbox.size).toBe(1)
  expect(await original.workspaces.versions('w2', 's1')).toHaveLength(2)
  expect(await copy.workspaces.versionBytes('w2', 's1', 4)).toEqual(stateSaying('Kept'))
  expect(await copy.workspaces.findCommand('w1', 'u1', 'c2')).toEqual({ seq: 2 })
  expect(await copy.people.findUserByEmail('u2@example.com')).toEqual(
    await original.people.findUserByEmail('u2@example.com'),
  )
  expect(await copy.people.tokensOf('u1')).toEqual(await original.people.tokensOf('u1'))
  expect(await copy.people.sessionsOf('u1')).toEqual([])
  const document = await original.documents.load('w1', 'story:s1')
  expect(document?.owners.size).toBe(1)
  expect(await copy.documents.load('w1', 'story:s1')).toEqual(document)
}

function sorted(contents: Awaited<ReturnType<OpenedStorage['workspaces']['load']>>) {
  return contents && { ...contents, stories: contents.stories.toSorted((a, b) => a.seq - b.seq) }
}
