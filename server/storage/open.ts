import { sql } from 'kysely'
import { archive, type Archive } from './archive.ts'
import { documentStore } from './documents.ts'
import type { Engine } from './engine.ts'
import { fileStore } from './files.ts'
import { mailStore } from './mail.ts'
import { textStore } from './texts.ts'
import { peopleStore } from './people.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { Storage } from './storage.ts'
import { workspaceStore } from './workspaces.ts'

/** How long the start waits for a Postgres that is down, in ms. */
const PATIENCE = 60_000

export interface StorageOptions {
  /** Where SQLite keeps its file; not touched with Postgres. */
  readonly dataDir: string
  /** A `postgres://` address, or null for SQLite. */
  readonly databaseUrl: string | null
  /** Takes a line about waiting for the database; by default it goes to stderr. */
  readonly log?: (line: string) => void
  /** How long to wait for a Postgres that is down, in ms; by default a minute. */
  readonly patience?: number
}

/** What `openStorage` gives: storage, and the way everything goes into a backup and out of it. */
export interface OpenedStorage extends Storage {
  readonly archive: Archive
}

/**
 * Opens the database and brings its schema up to date. Rejects with `CannotOpenStorage`, whose message is a
 * sentence to show as it is: in use by another process, not writable, down, of a newer version …
 */
export async function openStorage(options: StorageOptions): Promise<OpenedStorage> {
  const { dataDir, databaseUrl, log = toStderr, patience = PATIENCE } = options
  return storageOn(
    databaseUrl === null
      ? await openSqlite(dataDir)
      : await openPostgres({ databaseUrl, patience, log }),
  )
}

/** Puts the stores on an opened database. */
export function storageOn(engine: Engine): OpenedStorage {
  const { db } = engine
  return {
    engine: engine.name,
    documents: documentStore(db),
    workspaces: workspaceStore(db),
    people: peopleStore(db),
    files: fileStore(db),
    mail: mailStore(db),
    texts: textStore(db),
    archive: archive(engine),
    async ping() {
      await sql`select 1`.execute(db)
    },
    close: () => engine.close(),
  }
}

function toStderr(line: string): void {
  process.stderr.write(`${line}\n`)
}
