import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** A database, opened and brought up to date: what the stores stand on. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres'
  readonly db: Kysely<Schema>
  /** Runs `read` on one unchanging picture of the database, while writers go on. */
  readPicture<T>(read: (db: Kysely<Schema>) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * Runs several reads that must agree with each other, on the engine's ordinary connection. SQLite has one
 * connection and needs no more than the transaction; Postgres would otherwise see a new picture with every statement.
 */
export function readTogether<T>(
  db: Kysely<Schema>,
  read: (db: Kysely<Schema>) => Promise<T>,
): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').execute(read)
}
