import { type Kysely, sql } from 'kysely'
import { CannotOpenStorage } from '../errors.ts'
import { foundation } from './0001-foundation.ts'
import { flow } from './0002-flow.ts'
import { files } from './0003-files.ts'
import { talk } from './0004-talk.ts'
import { inbox } from './0005-inbox.ts'
import { versions } from './0006-versions.ts'
import { words } from './0007-words.ts'
import { activity } from './0008-activity.ts'
import { sessions } from './0009-sessions.ts'
import { languages } from './0010-languages.ts'
import type { ColumnTypes, Migration } from './migration.ts'

/** In order; the version of a database is how many of these it has had. */
const MIGRATIONS: readonly Migration[] = [
  foundation,
  flow,
  files,
  talk,
  inbox,
  versions,
  words,
  activity,
  sessions,
  languages,
]

/** The schema this version of Sluice reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length

/** Gives a row of a backup of an older schema as this version keeps it. */
export function upgradeRow(
  schema: number,
  table: string,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return MIGRATIONS.slice(schema).reduce(
    (row, migration) => migration.row?.(table, row) ?? row,
    values,
  )
}

interface Versioned {
  sluice_schema: { version: number; name: string }
}

/**
 * Brings a database up to `SCHEMA_VERSION` in one transaction. `lock` makes other starting processes wait until it
 * is over. Rejects with `CannotOpenStorage` when a newer version of Sluice has been here; nothing is changed then.
 */
export async function migrate(
  db: Kysely<unknown>,
  types: ColumnTypes,
  lock: (db: Kysely<unknown>) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lock(transaction)
    await sql`create table if not exists sluice_schema (version integer primary key, name text not null)`.execute(
      transaction,
    )
    const versions = transaction as unknown as Kysely<Versioned>
    const { version } = await versions
      .selectFrom('sluice_schema')
      .select((eb) => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('version'))
      .executeTakeFirstOrThrow()
    refuseNewer(version)
    for (const [index, migration] of MIGRATIONS.entries()) {
      if (index < version) continue
      await migration.up(transaction, types)
      await versions
        .insertInto('sluice_schema')
        .values({ version: index + 1, name: migration.name })
        .execute()
    }
  })
}

function refuseNewer(version: number): void {
  if (version <= SCHEMA_VERSION) return
  throw new CannotOpenStorage(
    'newerVersion',
    `This database was written by a newer version of Sluice (schema ${version}; this version knows up to ${SCHEMA_VERSION}). ` +
      'Nothing was changed. Start the newer version again.',
  )
}
