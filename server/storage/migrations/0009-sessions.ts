import type { Kysely } from 'kysely'
import type { Migration } from './migration.ts'

/** Live sessions, and beside them what was voted and is not revealed: the log never has that. */
export const sessions: Migration = {
  name: '0009-sessions',
  async up(db) {
    await createSessions(db)
    await createBallots(db)
  },
}

async function createSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('live_sessions')
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('state', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('live_sessions_pk', ['workspace', 'id'])
    .execute()
}

async function createBallots(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ballots')
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('session', 'text', (column) => column.notNull())
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('round', 'bigint', (column) => column.notNull())
    .addColumn('ballot', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ballots_pk', ['workspace', 'session', 'story', 'person'])
    .execute()
}
