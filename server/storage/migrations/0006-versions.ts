import { type Kysely, sql } from 'kysely'
import type { ColumnTypes, Migration } from './migration.ts'

/** Versions become differences: each names the one it stands on. Those there are stand for themselves. */
export const versions: Migration = {
  name: '0006-versions',
  async up(db, types) {
    await letVersionsStandOnOthers(db)
    await createVersionMarks(db, types)
  },
  row: (table, values) => (table === 'versions' ? standingAlone(values) : values),
}

async function letVersionsStandOnOthers(db: Kysely<unknown>): Promise<void> {
  const table = () => db.schema.alterTable('versions')
  await table().addColumn('base', 'bigint').execute()
  await table().addColumn('frame', 'bigint').execute()
  await table()
    .addColumn('place', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await table().addColumn('name', 'text').execute()
  await table()
    .addColumn('authors', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute()
  await table()
    .addColumn('outlived', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await table().dropColumn('digest').execute()
  await sql`update versions set frame = seq where bytes is not null`.execute(db)
}

async function createVersionMarks(db: Kysely<unknown>, { bytes }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('version_marks')
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('bytes', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('version_marks_pk', ['workspace', 'story'])
    .execute()
}

function standingAlone(row: Readonly<Record<string, unknown>>) {
  const { digest: _, ...values } = row
  const frame = values.bytes === null ? null : values.seq
  return { ...values, base: null, frame, place: 0, name: null, authors: '[]', outlived: 0 }
}
