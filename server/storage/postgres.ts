import { Kysely, PostgresDialect, sql } from 'kysely'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Engine } from './engine.ts'
import { CannotOpenStorage, StorageUnavailable } from './errors.ts'
import { guarded } from './guarded.ts'
import { migrate } from './migrations/migrate.ts'
import { explainPostgres, reasonOf, refusalToOpen } from './postgresErrors.ts'
import type { Schema } from './schema.ts'

/** Connections to the database; one workspace uses one or two at a time. */
const CONNECTIONS = 10
/** A database that does not even answer the knock within this many ms counts as down. */
const CONNECT_TIMEOUT = 5_000
/** Between two attempts at the start, in ms. */
const RETRY_EVERY = 3_000
/** Any number will do, as long as every version of Sluice locks the same one while it migrates. */
const MIGRATION_LOCK = 5_311_774

export interface PostgresOptions {
  readonly databaseUrl: string
  /** How long to wait for a database that is down, in ms. */
  readonly patience: number
  readonly log: (line: string) => void
}

/**
 * Opens a Postgres database. Waits for one that is down, with a log line at every attempt; rejects with
 * `CannotOpenStorage` when it stays down, refuses us, or a newer version of Sluice wrote it.
 *
 * When a connection is lost during a commit, nobody can tell whether it went through. That is why a retried append
 * may store an update twice (Yjs merges it once), and why a retried commit meets `SequenceConflict` and then finds
 * its own command.
 */
export async function openPostgres(options: PostgresOptions): Promise<Engine> {
  const address = addressOf(options.databaseUrl)
  const pool = poolFor(options.databaseUrl)
  const dialect = guarded(new PostgresDialect({ pool }), explainPostgres)
  const db = new Kysely<Schema>({ dialect })
  try {
    await waitForDatabase(db, address, options)
    await migrate(db as Kysely<unknown>, { bytes: 'bytea' }, lockMigrations)
  } catch (error) {
    await db.destroy()
    throw error instanceof CannotOpenStorage ? error : (refusalToOpen(error, address) ?? error)
  }
  return {
    name: 'postgres',
    db,
    readPicture: (read) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(read),
    close: () => db.destroy(),
  }
}

function poolFor(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    keepAlive: true,
    application_name: 'sluice',
    types: { getTypeParser },
  })
  // A connection that drops, idle or in the middle of a transaction, tells its query; without these listeners
  // the same event would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const INT8 = 20
const BYTEA = 17

/** Our numbers (times in ms, positions) stay below 2^53, and bytes leave the driver's shared buffer. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  const usual = pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown
  if (oid === INT8) return Number
  if (oid === BYTEA) return (value) => new Uint8Array(usual(value) as Buffer)
  return usual
}

async function waitForDatabase(
  db: Kysely<Schema>,
  address: string,
  options: PostgresOptions,
): Promise<void> {
  const deadline = performance.now() + options.patience
  for (;;) {
    try {
      await sql`select 1`.execute(db)
      return
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error
      const left = deadline - performance.now()
      if (left <= 0) throw stayedDown(address, error)
      options.log(
        `PostgreSQL at ${address} does not answer (${reasonOf(error)}). Waiting for it, ${Math.ceil(left / 1000)} s more …`,
      )
      await wait(Math.min(RETRY_EVERY, left))
    }
  }
}

function stayedDown(address: string, error: unknown): CannotOpenStorage {
  return new CannotOpenStorage(
    'unreachable',
    `PostgreSQL at ${address} does not answer (${reasonOf(error)}). Start it, or correct DATABASE_URL, then start Sluice again.`,
    { cause: error },
  )
}

async function lockMigrations(db: Kysely<unknown>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(db)
}

/** Gives host, port and database of a connection URL: what a message may show, so never the password. */
function addressOf(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl)
    if (!/^postgres(ql)?:$/.test(url.protocol)) throw new TypeError(url.protocol)
    return `${url.hostname || 'the local socket'}${url.port && `:${url.port}`}${url.pathname}`
  } catch {
    throw new CannotOpenStorage(
      'badAddress',
      'DATABASE_URL is not a PostgreSQL address. Write it as postgres://user:password@host:5432/database, or leave it out to use SQLite.',
    )
  }
}
