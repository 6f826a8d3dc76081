import type { Kysely } from 'kysely'
import type { Migration } from './migration.ts'

/** The words of stories' texts, for searching. They are read from the documents again where they are missing. */
export const words: Migration = {
  name: '0007-words',
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('text_words')
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('position', 'bigint', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('folded', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('text_words_pk', ['workspace', 'name'])
      .addForeignKeyConstraint(
        'text_words_document',
        ['workspace', 'name'],
        'documents',
        ['workspace', 'name'],
        (key) => key.onDelete('cascade'),
      )
      .execute()
  },
}
