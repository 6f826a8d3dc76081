import type { Kysely } from 'kysely'
import type { StoryEvent } from '#lib/domain/event.ts'
import { must } from '#lib/domain/must.ts'
import type { Story } from '#lib/domain/story.ts'
import { inBatches } from './batches.ts'
import { readTogether } from './engine.ts'
import type { Schema } from './schema.ts'
import {
  SequenceConflict,
  type Commit,
  type Workspace,
  type WorkspaceContents,
  type WorkspaceStore,
} from './storage.ts'

/** Decisions: the events of each workspace, the stories they fold to, and the commands carried out. */
export function workspaceStore(db: Kysely<Schema>): WorkspaceStore {
  return {
    async create({ id, name, keyPrefix, at }) {
      const row = { id, name, key_prefix: keyPrefix, created_at: at, seq: 0, next_number: 1 }
      await db.insertInto('workspaces').values(row).execute()
      return { id, name, keyPrefix, at }
    },

    async find(id) {
      const row = await db
        .selectFrom('workspaces')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? workspaceOf(row) : null
    },

    async rename(id, name) {
      await db.updateTable('workspaces').set({ name }).where('id', '=', id).execute()
    },

    load: (id) => load(db, id),

    commit: (commit) => db.transaction().execute((transaction) => store(transaction, commit)),

    async findCommand(workspace, user, command) {
      const row = await db
        .selectFrom('commands')
        .select('seq')
        .where('workspace', '=', workspace)
        .where('by_user', '=', user)
        .where('command', '=', command)
        .executeTakeFirst()
      return row ?? null
    },

    async events(workspace, since, limit) {
      const rows = await db
        .selectFrom('events')
        .select('body')
        .where('workspace', '=', workspace)
        .where('seq', '>', since)
        .orderBy('seq')
        .limit(limit)
        .execute()
      return rows.map(({ body }) => JSON.parse(body) as StoryEvent)
    },
  }
}

/** Gives a workspace as the product knows it. */
export function workspaceOf(row: Schema['workspaces']): Workspace {
  return { id: row.id, name: row.name, keyPrefix: row.key_prefix, at: row.created_at }
}

function load(db: Kysely<Schema>, id: string): Promise<WorkspaceContents | null> {
  return readTogether(db, async (transaction) => {
    const row = await transaction
      .selectFrom('workspaces')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) return null
    const stories = await transaction
      .selectFrom('stories')
      .select(['state', 'seq'])
      .where('workspace', '=', id)
      .execute()
    return {
      workspace: workspaceOf(row),
      seq: row.seq,
      nextNumber: row.next_number,
      stories: stories.map(({ state, seq }) => ({ story: JSON.parse(state) as Story, seq })),
    }
  })
}

async function store(transaction: Kysely<Schema>, commit: Commit): Promise<void> {
  const { workspace, events, stories, command } = commit
  const seq = await moveLogOn(transaction, commit)
  for (const batch of inBatches(events.map((event) => eventRow(workspace, event)))) {
    await transaction.insertInto('events').values(batch).execute()
  }
  const lastEventOf = new Map(events.map((event) => [event.story, event.seq]))
  for (const batch of inBatches(
    stories.map((story) => storyRow(workspace, story, lastEventOf.get(story.id))),
  )) {
    await transaction
      .insertInto('stories')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['workspace', 'id']).doUpdateSet((eb) => ({
          number: eb.ref('excluded.number'),
          title: eb.ref('excluded.title'),
          stage: eb.ref('excluded.stage'),
          trashed_at: eb.ref('excluded.trashed_at'),
          seq: eb.ref('excluded.seq'),
          state: eb.ref('excluded.state'),
        })),
      )
      .execute()
  }
  await transaction
    .insertInto('commands')
    .values({ workspace, by_user: command.user, command: command.id, seq, at: command.at })
    .execute()
}

/** The row of the workspace is the lock of its log: only who finds it at `expectedSeq` may append (I2). */
async function moveLogOn(transaction: Kysely<Schema>, commit: Commit): Promise<number> {
  const { workspace, expectedSeq, events, nextNumber } = commit
  const misplaced = events.find((event, index) => event.seq !== expectedSeq + index + 1)
  if (misplaced)
    throw new Error(`Event ${misplaced.seq} does not follow ${expectedSeq} without a gap`)
  const seq = expectedSeq + events.length
  const { numUpdatedRows } = await transaction
    .updateTable('workspaces')
    .set({ seq, next_number: nextNumber })
    .where('id', '=', workspace)
    .where('seq', '=', expectedSeq)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) {
    throw new SequenceConflict(`The log of workspace ${workspace} does not end at ${expectedSeq}`)
  }
  return seq
}

function eventRow(workspace: string, event: StoryEvent): Schema['events'] {
  const { seq, story, type, by, at } = event
  return { workspace, seq, story, type, by_user: by, at, body: JSON.stringify(event) }
}

function storyRow(workspace: string, story: Story, seq: number | undefined): Schema['stories'] {
  return {
    workspace,
    id: story.id,
    number: story.key === null ? null : Number(story.key.slice(story.key.lastIndexOf('-') + 1)),
    title: story.title,
    stage: story.stage,
    trashed_at: story.trashedAt,
    seq: must(seq, `event of story ${story.id}`),
    state: JSON.stringify(story),
  }
}
