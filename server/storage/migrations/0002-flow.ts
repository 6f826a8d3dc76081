import type { Kysely } from 'kysely'
import type { ColumnTypes, Migration } from './migration.ts'

/** Events and stories outgrow the refinement area: what a workspace decided about itself, teams, kept versions. */
export const flow: Migration = {
  name: '0002-flow',
  async up(db, types) {
    await letEventsBeAboutTheWorkspace(db)
    await letStoriesBeOnTeams(db)
    await createSettings(db)
    await createVersions(db, types)
  },
  row: (table, values) => (table === 'stories' ? storyWithFlow(values) : values),
}

/** A column cannot be made nullable on SQLite, so the rows move to a table in which it is. */
async function letEventsBeAboutTheWorkspace(db: Kysely<unknown>): Promise<void> {
  const columns = ['workspace', 'seq', 'story', 'type', 'by_user', 'at', 'body'] as const
  await db.schema
    .createTable('events_2')
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('story', 'text')
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('by_user', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('events_2_pk', ['workspace', 'seq'])
    .execute()
  await (db as Kysely<Old>)
    .insertInto('events_2')
    .columns([...columns])
    .expression((eb) => eb.selectFrom('events').select([...columns]))
    .execute()
  await db.schema.dropTable('events').execute()
  await db.schema.alterTable('events_2').renameTo('events').execute()
  await db.schema
    .createIndex('events_of_story')
    .on('events')
    .columns(['workspace', 'story', 'seq'])
    .execute()
}

async function letStoriesBeOnTeams(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('stories_2')
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint')
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('stage', 'text')
    .addColumn('team', 'text')
    .addColumn('trashed_at', 'bigint')
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('stories_2_pk', ['workspace', 'id'])
    .addUniqueConstraint('stories_2_number', ['workspace', 'number'])
    .execute()
  const old = db as Kysely<Old>
  for (let last: StoryRow | undefined; ;) {
    let query = old.selectFrom('stories').selectAll().orderBy('workspace').orderBy('id').limit(PAGE)
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
    if (!last) break
    await old.insertInto('stories_2').values(rows.map(storyWithFlow)).execute()
  }
  await db.schema.dropTable('stories').execute()
  await db.schema.alterTable('stories_2').renameTo('stories').execute()
}

async function createSettings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('settings')
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('settings_pk', ['workspace', 'kind', 'id'])
    .execute()
}

async function createVersions(db: Kysely<unknown>, { bytes }: ColumnTypes): Promise<void> {
  await db.schema
    .createTable('versions')
    .addColumn('workspace', 'text', (column) =>
      column.notNull().references('workspaces.id').onDelete('cascade'),
    )
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('story', 'text', (column) => column.notNull())
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('by_user', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('readiness', 'text', (column) => column.notNull())
    .addColumn('held_by', 'bigint', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('bytes', bytes)
    .addPrimaryKeyConstraint('versions_pk', ['workspace', 'seq'])
    .execute()
  await db.schema
    .createIndex('versions_of_story')
    .on('versions')
    .columns(['workspace', 'story', 'seq'])
    .execute()
}

/** Rows moved at a time: 9 columns each stay far below the parameters of a statement. */
const PAGE = 1_000

interface StoryRow {
  workspace: string
  id: string
  state: string
}

interface Old {
  events: Record<'workspace' | 'seq' | 'story' | 'type' | 'by_user' | 'at' | 'body', unknown>
  events_2: Old['events']
  stories: StoryRow
  stories_2: StoryRow
}

/** A story as it is with all that has been added, before anybody could say otherwise: judged by the policy of a new workspace. */
function storyWithFlow<Row extends object>(row: Row): Row & { team: null } {
  const { state } = row as { state?: unknown }
  if (typeof state !== 'string') return { ...row, team: null }
  return { ...row, team: null, state: JSON.stringify({ ...JSON.parse(state), ...FLOW }) }
}

const FLOW = {
  team: null,
  step: null,
  theme: null,
  persona: null,
  labels: [],
  dependencies: null,
  size: null,
  schedule: null,
  acknowledged: {},
  facts: null,
  readiness: {
    met: 1,
    of: 5,
    missing: ['value', 'criteria', 'theme', 'persona'],
    advice: ['design', 'acknowledged', 'dependencies'],
  },
  agreed: null,
  votes: [],
  watchers: [],
  setAsideBy: null,
  completedAt: null,
}
