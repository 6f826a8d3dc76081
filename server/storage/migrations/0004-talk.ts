import type { Kysely } from 'kysely'
import type { Migration } from './migration.ts'

/** Discussions: their threads, and the words apart from the log, so that they can be erased. */
export const talk: Migration = {
  name: '0004-talk',
  async up(db) {
    await createThreads(db)
    await createWords(db)
    await countTalk(db as Kysely<Old>)
  },
  row: (table, values) => (table === 'stories' ? storyWithTalk(values) : values),
}

async function createThreads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('threads')
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text')
    .addPrimaryKeyConstraint('threads_pk', ['workspace', 'story', 'id'])
    .execute()
}

async function createWords(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('comment_words')
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('comment', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('comment_words_pk', ['workspace', 'seq'])
    .execute()
  await db.schema
    .createIndex('words_of_comment')
    .on('comment_words')
    .columns(['workspace', 'story', 'comment'])
    .execute()
}

/** Nobody has said anything yet. */
async function countTalk(db: Kysely<Old>): Promise<void> {
  for (let last: StoryRow | undefined; ;) {
    let query = db
      .selectFrom('stories')
      .select(['workspace', 'id', 'state'])
      .orderBy('workspace')
      .orderBy('id')
      .limit(PAGE)
    if (last) {
      const { workspace, id } = last
      query = query.where((eb) =>
        eb.or([
          eb('workspace', '>', workspace),
          eb.and([eb('workspace', '=', workspace), eb('id', '>', id)]),
        ]),
      )
    }
    const rows = await query.execute()
    last = rows.at(-1)
    if (!last) return
    for (const row of rows) {
      await db
        .updateTable('stories')
        .set({ state: storyWithTalk(row).state })
        .where('workspace', '=', row.workspace)
        .where('id', '=', row.id)
        .execute()
    }
  }
}

const PAGE = 1_000

interface StoryRow {
  workspace: string
  id: string
  state: string
}

interface Old {
  stories: StoryRow
}

function storyWithTalk<Row extends object>(row: Row): Row {
  const { state } = row as { state?: unknown }
  if (typeof state !== 'string') return row
  return { ...row, state: JSON.stringify({ ...JSON.parse(state), talk: { comments: 0, open: 0 } }) }
}
