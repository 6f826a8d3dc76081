import type { Migration } from './migration.ts'

/** Files of stories. The bytes are elsewhere (server/files): `blobs` says which there are, and what room they take. */
export const files: Migration = {
  name: '0003-files',
  async up(db) {
    await db.schema
      .createTable('files')
      .addColumn('workspace', 'text', (column) =>
        column.notNull().references('workspaces.id').onDelete('cascade'),
      )
      .addColumn('story', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('size', 'bigint', (column) => column.notNull())
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('width', 'bigint')
      .addColumn('height', 'bigint')
      .addColumn('by_user', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('unused_since', 'bigint')
      .addPrimaryKeyConstraint('files_pk', ['workspace', 'story', 'id'])
      .execute()
    await db.schema.createIndex('files_by_id').on('files').columns(['workspace', 'id']).execute()
    await db.schema
      .createIndex('files_of_blob')
      .on('files')
      .columns(['workspace', 'digest'])
      .execute()
    await db.schema
      .createTable('blobs')
      .addColumn('workspace', 'text', (column) =>
        column.notNull().references('workspaces.id').onDelete('cascade'),
      )
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('size', 'bigint', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('blobs_pk', ['workspace', 'digest'])
      .execute()
  },
}
