import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { CannotOpenStorage, StorageUnavailable, type OpenProblem } from '#server/storage/errors.ts'
import { openStorage, storageOn } from '#server/storage/open.ts'
import { openSqlite } from '#server/storage/sqlite.ts'
import { describeEachStorage, useBench, type StorageHome } from '#tests/support/storage.ts'
import { onServer } from '#tests/support/storage-postgres.ts'
import { kill, openInProcess } from '#tests/support/storage-process.ts'
import { addWorkspace, capture, someone, update } from '#tests/support/storage-rows.ts'

describeEachStorage('opening', (bench) => {
  test('[I1] everything is there again after closing and reopening', async () => {
    const home = await bench.newHome()
    const before = await bench.open(home)
    await addWorkspace(before)
    await before.people.createUser(someone())
    await before.workspaces.commit(capture(0))
    await before.documents.append([update(1, { newClients: [9] })])
    const contents = await before.workspaces.load('w1')
    const document = await before.documents.load('w1', 'story:s1')
    await before.close()

    const after = await bench.open(home)
    await after.ping()
    expect(await after.workspaces.load('w1')).toEqual(contents)
    expect(await after.documents.load('w1', 'story:s1')).toEqual(document)
    expect(await after.people.countUsers()).toBe(1)
  })

  test('closing twice is closing once, and a closed storage rejects', async () => {
    const storage = await bench.open()
    await Promise.all([storage.close(), storage.close()])
    await storage.close()
    await expect(storage.ping()).rejects.toThrow()
  })

  test('closing lets what is under way finish', async () => {
    const home = await bench.newHome()
    const storage = await bench.open(home)
    await addWorkspace(storage)
    const appends = [1, 2, 3].map((number) => storage.documents.append([update(number)]))
    await storage.close()
    await Promise.all(appends)
    const again = await bench.open(home)
    expect((await again.documents.load('w1', 'story:s1'))?.log).toHaveLength(3)
  })

  test('queries awaited one after the other leave timers and sockets their turn', async () => {
    const storage = await bench.open()
    const { promise: timer, resolve } = Promise.withResolvers<string>()
    setTimeout(resolve, 20, 'timer')
    let done = false
    const queries = (async () => {
      const start = performance.now()
      while (!done && performance.now() - start < 5_000) await storage.ping()
      return 'queries'
    })()
    expect(await Promise.race([timer, queries])).toBe('timer')
    done = true
    await queries
  })

  test('a database of a newer version of Sluice is refused and left alone', async () => {
    const home = await bench.newHome()
    await (await bench.open(home)).close()
    await inDatabase(
      home,
      `insert into sluice_schema (version, name) values (999, 'from the future')`,
    )
    const refusal = await refusalOf(home)
    expect(refusal.problem).toBe<OpenProblem>('newerVersion')
    expect(refusal.message).toContain('newer version of Sluice (schema 999')
    await inDatabase(home, 'delete from sluice_schema where version = 999')
    await (await bench.open(home)).ping()
  })
})

describe('opening a folder (sqlite)', () => {
  const bench = useBench('sqlite')

  test('a second process is refused while the first lives, and takes over when it was killed', async () => {
    const home = await bench.newHome()
    const first = await openInProcess(home)
    expect(first.opening).toEqual({ opened: true })
    const second = await openInProcess(home)
    await kill(second.child)
    expect(second.opening).toMatchObject({ opened: false, problem: 'locked' })
    expect(second.opening).toHaveProperty(
      'message',
      expect.stringContaining(
        `Another Sluice process (process id ${first.child.pid}) is using ${home.dataDir}`,
      ),
    )
    await kill(first.child)
    await (await bench.open(home)).ping()
  })

  test('the same process cannot open a folder twice either, and the first is not disturbed', async () => {
    const home = await bench.newHome()
    const storage = await bench.open(home)
    expect((await refusalOf(home)).problem).toBe('locked')
    expect((await refusalOf(home)).problem).toBe('locked')
    const second = await openInProcess(home)
    await kill(second.child)
    expect(second.opening).toMatchObject({ problem: 'locked' })
    await addWorkspace(storage)
  })

  test('a missing folder is made, for its owner only', async () => {
    const { dataDir } = await bench.newHome()
    const deep = join(dataDir, 'not', 'yet')
    await (await bench.open({ dataDir: deep, databaseUrl: null })).ping()
    expect((await stat(deep)).mode & 0o777).toBe(0o700)
    expect((await stat(join(deep, 'sluice.db'))).mode & 0o777).toBe(0o600)
  })

  test('DATA_DIR that is a file, or inside one, is refused', async () => {
    const { dataDir } = await bench.newHome()
    const file = join(dataDir, 'file')
    await writeFile(file, 'mine')
    for (const dir of [file, join(file, 'deeper')]) {
      const refusal = await refusalOf({ dataDir: dir, databaseUrl: null })
      expect(refusal.problem).toBe('notADirectory')
      expect(refusal.message).toContain(`DATA_DIR ${dir} is not a directory`)
    }
  })

  // Even root cannot make files in these.
  test.skipIf(process.platform !== 'linux')('a read-only DATA_DIR is refused', async () => {
    for (const dataDir of ['/sys/kernel', '/proc/self/sluice']) {
      const refusal = await refusalOf({ dataDir, databaseUrl: null })
      expect(refusal.problem).toBe('readOnly')
      expect(refusal.message).toContain(`DATA_DIR ${dataDir} cannot be written`)
    }
  })

  test('a file that is no database is refused and left as it is', async () => {
    const { dataDir } = await bench.newHome()
    await writeFile(join(dataDir, 'sluice.db'), 'Not a database. '.repeat(500))
    const refusal = await refusalOf({ dataDir, databaseUrl: null })
    expect(refusal.problem).toBe('damaged')
  })

  test('a folder in the place of the database is refused, and its lock is given free', async () => {
    const { dataDir } = await bench.newHome()
    await mkdir(join(dataDir, 'sluice.db'))
    expect((await refusalOf({ dataDir, databaseUrl: null })).problem).toBe('readOnly')
    expect((await refusalOf({ dataDir, databaseUrl: null })).problem).toBe('readOnly')
  })

  test('[I1] a full disk rejects with StorageUnavailable, keeps what was saved, and works again with room', async () => {
    const { dataDir } = await bench.newHome()
    const engine = await openSqlite(dataDir)
    const storage = storageOn(engine)
    await addWorkspace(storage)
    await storage.documents.append([update(1)])
    // SQLite then reports SQLITE_FULL, as it does when the disk has no room.
    engine.database.exec('pragma max_page_count = 1')
    const big = update(2, { update: new Uint8Array(1_000_000) })
    await expect(storage.documents.append([big])).rejects.toThrow(StorageUnavailable)
    await expect(storage.documents.append([big])).rejects.toThrow(/the disk is full.*kept/)
    expect((await storage.documents.load('w1', 'story:s1'))?.log).toHaveLength(1)
    engine.database.exec('pragma max_page_count = 1073741823')
    await storage.documents.append([big])
    expect((await storage.documents.load('w1', 'story:s1'))?.log).toHaveLength(2)
    await storage.close()
  })
})

async function refusalOf(home: StorageHome): Promise<CannotOpenStorage> {
  const outcome = await openStorage({ ...home, patience: 0 }).then(
    () => null,
    (error: unknown) => error,
  )
  expect(outcome).toBeInstanceOf(CannotOpenStorage)
  return outcome as CannotOpenStorage
}

async function inDatabase({ dataDir, databaseUrl }: StorageHome, statement: string): Promise<void> {
  if (databaseUrl !== null) return onServer(databaseUrl, statement)
  const database = new DatabaseSync(join(dataDir, 'sluice.db'))
  database.exec(statement)
  database.close()
}
