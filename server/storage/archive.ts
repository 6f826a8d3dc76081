import { type Kysely, sql } from 'kysely'
import { inBatches } from './batches.ts'
import type { Engine } from './engine.ts'
import { rememberActivity } from './migrations/0008-activity.ts'
import type { Schema } from './schema.ts'
import { ARCHIVED_NAMES, archivedTable, type ArchivedName } from './tables.ts'

/** Everything that a backup holds, as rows that fit either database. */
export interface Archive {
  /** Gives every row to `take`, as all stood at one moment; writers go on meanwhile. */
  read(take: (row: ArchivedRow) => Promise<void>): Promise<void>
  /** Stores rows in one transaction. Rejects with `NotEmpty`, and stores none, unless the instance is empty. */
  fill(rows: AsyncIterable<ArchivedRow>): Promise<void>
}

export interface ArchivedRow {
  readonly table: ArchivedName
  readonly values: Readonly<Record<string, Value>>
}
export type Value = string | number | Uint8Array | null

/** Something is here already: a backup restores into an empty instance only. */
export class NotEmpty extends Error {
  override name = 'NotEmpty'
}

/** Gives the archive of an opened database. */
export function archive(engine: Engine): Archive {
  return {
    read: (take) => engine.readPicture((db) => readAll(db, take)),
    fill: (rows) => engine.db.transaction().execute((transaction) => fill(transaction, rows)),
  }
}

/** The tables as `archive` treats them: all alike. */
type AnyTables = Record<string, Record<string, Value>>

async function readAll(
  db: Kysely<Schema>,
  take: (row: ArchivedRow) => Promise<void>,
): Promise<void> {
  for (const table of ARCHIVED_NAMES) {
    let last: Record<string, Value> | null = null
    for (;;) {
      const rows: Record<string, Value>[] = await page(db, table, last)
      for (const values of rows) await take({ table, values })
      last = rows.at(-1) ?? null
      if (last === null) break
    }
  }
}

/** Few enough that a page of large snapshots fits in memory. */
const PAGE_ROWS = 100

function page(
  db: Kysely<Schema>,
  table: ArchivedName,
  last: Record<string, Value> | null,
): Promise<Record<string, Value>[]> {
  const { columns, key } = archivedTable(table)
  const keyColumns = sql.join(key.map((column) => sql.ref(column)))
  let query = (db as unknown as Kysely<AnyTables>)
    .selectFrom(table)
    .select(Object.keys(columns))
    .limit(PAGE_ROWS)
  for (const column of key) query = query.orderBy(column)
  if (last) {
    const values = sql.join(key.map((column) => last[column]))
    query = query.where(sql<boolean>`(${keyColumns}) > (${values})`)
  }
  return query.execute()
}

async function fill(transaction: Kysely<Schema>, rows: AsyncIterable<ArchivedRow>): Promise<void> {
  await refuseUnlessEmpty(transaction)
  const tables = transaction as unknown as Kysely<AnyTables>
  let waiting: ArchivedRow[] = []
  const flush = async () => {
    const table = waiting[0]?.table
    if (table === undefined) return
    for (const batch of inBatches(waiting.map(({ values }) => values))) {
      await tables.insertInto(table).values(batch).execute()
    }
    waiting = []
  }
  for await (const row of rows) {
    if (waiting.length >= PAGE_ROWS || (waiting[0] && waiting[0].table !== row.table)) await flush()
    waiting.push(row)
  }
  await flush()
  // A backup of an older version says of no story when somebody last worked on it; its events do.
  await rememberActivity(transaction)
}

async function refuseUnlessEmpty(db: Kysely<Schema>): Promise<void> {
  for (const table of ['users', 'workspaces'] as const) {
    const some = await db.selectFrom(table).select('id').limit(1).executeTakeFirst()
    if (some) throw new NotEmpty(`There are ${table} already`)
  }
}
