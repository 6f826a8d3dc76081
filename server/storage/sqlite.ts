import { Kysely, SqliteDialect } from 'kysely'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { takeBreath } from './breath.ts'
import { prepareDirectory } from './directory.ts'
import type { Engine } from './engine.ts'
import { CannotOpenStorage, StorageUnavailable, messageOf } from './errors.ts'
import { guarded } from './guarded.ts'
import { lockDirectory } from './lock.ts'
import { migrate } from './migrations/migrate.ts'
import type { Schema } from './schema.ts'
import { asKyselyDatabase } from './sqliteDatabase.ts'
import { explainSqlite, isDamaged } from './sqliteErrors.ts'

/** Another program (a backup tool, a shell) may hold the file this long, in ms, before a write gives up. */
const BUSY_TIMEOUT = 5_000

export interface SqliteEngine extends Engine {
  readonly name: 'sqlite'
  readonly database: DatabaseSync
}

/**
 * Opens `sluice.db` in `dataDir`, making both if they are missing. Rejects with `CannotOpenStorage`: another process
 * has it, it cannot be written, it is damaged, or a newer version of Sluice wrote it.
 */
export async function openSqlite(dataDir: string): Promise<SqliteEngine> {
  prepareDirectory(dataDir)
  const file = join(dataDir, 'sluice.db')
  const unlock = unlessBroken(file, () => lockDirectory(dataDir))
  try {
    const database = unlessBroken(file, () => connect(file))
    const db = kyselyOn<unknown>(database)
    await migrate(db, { bytes: 'blob' }, async () => undefined).catch((error: unknown) => {
      if (database.isOpen) database.close()
      throw explainOpen(error, file)
    })
    let closed: Promise<void> | null = null
    return {
      name: 'sqlite',
      database,
      db: db as Kysely<Schema>,
      readPicture: (read) => readPicture(file, read),
      close: () => (closed ??= close(db, unlock)),
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function connect(file: string): DatabaseSync {
  // SQLite would let everybody read it, where DATA_DIR was made by someone less careful.
  if (!existsSync(file)) writeFileSync(file, '', { mode: 0o600 })
  const database = new DatabaseSync(file, {
    timeout: BUSY_TIMEOUT,
    enableForeignKeyConstraints: true,
  })
  try {
    // FULL: a commit is on the disk before it returns, which "saved" relies on (I1).
    database.exec('pragma journal_mode = wal; pragma synchronous = full')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function kyselyOn<Tables>(database: DatabaseSync): Kysely<Tables> {
  const dialect = new SqliteDialect({ database: asKyselyDatabase(database) })
  return new Kysely<Tables>({ dialect: guarded(dialect, explainSqlite, takeBreath()) })
}

/** A second connection: in WAL mode it reads one picture and hinders no writer. */
async function readPicture<T>(file: string, read: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  const db = kyselyOn<Schema>(new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT }))
  try {
    return await db.transaction().execute(read)
  } finally {
    await db.destroy()
  }
}

/** Takes its turn behind the transactions under way, so that none is cut off. */
async function close(db: Kysely<unknown>, unlock: () => void): Promise<void> {
  await db.connection().execute(async () => undefined)
  await db.destroy()
  unlock()
}

function unlessBroken<T>(file: string, open: () => T): T {
  try {
    return open()
  } catch (error) {
    throw explainOpen(error, file)
  }
}

function explainOpen(error: unknown, file: string): unknown {
  if (error instanceof CannotOpenStorage) return error
  if (isDamaged(error)) {
    return new CannotOpenStorage(
      'damaged',
      `${file} is not a database that Sluice can read (${messageOf(error)}). Nothing was changed. Move it away and restore a backup.`,
      { cause: error },
    )
  }
  const outage = explainSqlite(error)
  if (!(outage instanceof StorageUnavailable)) return error
  return new CannotOpenStorage(
    'readOnly',
    `The database ${file} cannot be opened for writing (${messageOf(error)}). Nothing was changed. Check its owner, its mode and the room on its disk.`,
    { cause: error },
  )
}
