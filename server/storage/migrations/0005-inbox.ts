import type { Kysely } from 'kysely'
import type { Migration } from './migration.ts'

/** What people's inboxes hold, and what is mailed to them of it. */
export const inbox: Migration = {
  name: '0005-inbox',
  async up(db) {
    await createInbox(db)
    await createMail(db)
  },
}

async function createInbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('inbox')
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('inbox_pk', ['workspace', 'story'])
    .execute()
}

async function createMail(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('mail_wishes')
    .addColumn('user_id', 'text', (column) =>
      column.notNull().primaryKey().references('users.id').onDelete('cascade'),
    )
    .addColumn('mentions', 'integer', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('hour', 'integer', (column) => column.notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('mail_cursors')
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('mentions_seq', 'bigint', (column) => column.notNull())
    .addColumn('digest_seq', 'bigint', (column) => column.notNull())
    .addColumn('digest_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('mail_cursors_pk', ['workspace', 'user_id'])
    .execute()
}
