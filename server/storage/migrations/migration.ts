import type { Kysely } from 'kysely'

/** One step of the schema: runs once, inside the transaction that also records it. Never edited after a release. */
export interface Migration {
  readonly name: string
  up(db: Kysely<unknown>, types: ColumnTypes): Promise<void>
  /** Gives a row of a backup from before this step as it is after it. Absent: rows stay as they are. */
  row?(table: string, values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>
}

/** Column types whose names differ between the databases. */
export interface ColumnTypes {
  readonly bytes: 'blob' | 'bytea'
}
