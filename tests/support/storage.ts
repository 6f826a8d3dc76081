import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { openStorage, type OpenedStorage } from '#server/storage/open.ts'
import { createTestDatabase, postgresAnswers, type TestDatabase } from './storage-postgres.ts'

/** Where one instance keeps everything: hand it to `openStorage`, or to a process as DATA_DIR and DATABASE_URL. */
export interface StorageHome {
  readonly dataDir: string
  readonly databaseUrl: string | null
}

/** What a contract test opens storage with. Whatever it opened is closed and removed after the test. */
export interface StorageBench {
  readonly engine: OpenedStorage['engine']
  /** Gives the place of a new, empty instance. */
  newHome(): Promise<StorageHome>
  /** Opens the storage of a home; without one, of a new home. */
  open(home?: StorageHome): Promise<OpenedStorage>
}

/** Whether the tests on Postgres run: not where it does not answer, except with CI=true, where that is a failure. */
export const onPostgres = process.env.CI === 'true' || (await postgresAnswers())

/** Describes what holds on both databases. Without Postgres its half is shown as skipped. */
export function describeEachStorage(name: string, tests: (bench: StorageBench) => void): void {
  describe(`${name} (sqlite)`, () => tests(useBench('sqlite')))
  describe.skipIf(!onPostgres)(`${name} (postgres)`, () => tests(useBench('postgres')))
}

/** Makes a bench inside a `describe`, with the hooks that tidy up. */
export function useBench(engine: OpenedStorage['engine']): StorageBench {
  const opened: OpenedStorage[] = []
  const folders: string[] = []
  let database: TestDatabase | null = null

  if (engine === 'postgres') {
    beforeAll(async () => {
      database = await createTestDatabase()
    })
    afterAll(() => database?.drop())
  }

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((storage) => storage.close()))
    await Promise.all(
      folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })),
    )
  })

  const newHome = async (): Promise<StorageHome> => {
    const dataDir = await mkdtemp(join(tmpdir(), 'sluice-storage-'))
    folders.push(dataDir)
    return { dataDir, databaseUrl: (await database?.newSchema()) ?? null }
  }

  return {
    engine,
    newHome,
    async open(home) {
      const storage = await openStorage(home ?? (await newHome()))
      opened.push(storage)
      return storage
    },
  }
}

/** Gives a new id, as the product would. */
export function newId(): string {
  return randomBytes(12).toString('hex')
}
