import type { Kysely } from 'kysely'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import { isOfSession } from '#lib/domain/sessions/event.ts'
import type { Story } from '#lib/domain/story.ts'
import { inBatches } from './batches.ts'
import { removeDocument } from './documents.ts'
import { readTogether } from './engine.ts'
import { removeFilesOf } from './files.ts'
import { eventQueries } from './history.ts'
import { forgetInbox, keepInbox, loadInbox } from './inbox.ts'
import { keepSessions, loadBallots, loadSessions, workspacesWithRoundsDue } from './liveSessions.ts'
import type { Schema } from './schema.ts'
import { loadSettings, takeSettingsEvent } from './settings.ts'
import { keepThreads, keepWords, loadThreads, removeTalk, withoutWords } from './talk.ts'
import {
  SequenceConflict,
  type Commit,
  type Workspace,
  type WorkspaceContents,
  type WorkspaceStore,
} from './storage.ts'
import { keepVersions } from './keptVersions.ts'
import { nameVersion, removeVersions, versionQueries } from './versions.ts'

/** Decisions: the events of each workspace, what they fold to, and the commands carried out. */
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

    async withRevisits() {
      const rows = await db
        .selectFrom('stories')
        .select('workspace')
        .distinct()
        .where('stage', '=', 'wont-do')
        .where('trashed_at', 'is', null)
        .where('state', 'like', '%"revisitOn":"%')
        .execute()
      return rows.map(({ workspace }) => workspace)
    },

    withRoundsDue: (now) => workspacesWithRoundsDue(db, now),

    ...eventQueries(db),
    ...versionQueries(db),
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
      threads: await loadThreads(transaction, id),
      inbox: await loadInbox(transaction, id),
      settings: await loadSettings(transaction, id),
      sessions: await loadSessions(transaction, id),
      ballots: await loadBallots(transaction, id),
    }
  })
}

async function store(transaction: Kysely<Schema>, commit: Commit): Promise<void> {
  const { workspace, events, stories, versions = [], inbox = new Map(), command } = commit
  const seq = await moveLogOn(transaction, commit)
  for (const batch of inBatches(events.map((event) => eventRow(workspace, event)))) {
    await transaction.insertInto('events').values(batch).execute()
  }
  const lastEventOf = new Map(events.map((event) => [event.story, event.seq]))
  // A story without an event of its own is one that the workspace's new policy judges otherwise.
  for (const batch of inBatches(
    stories.map((story) => storyRow(workspace, story, lastEventOf.get(story.id) ?? seq)),
  )) {
    await transaction
      .insertInto('stories')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['workspace', 'id']).doUpdateSet((eb) => ({
          number: eb.ref('excluded.number'),
          title: eb.ref('excluded.title'),
          stage: eb.ref('excluded.stage'),
          team: eb.ref('excluded.team'),
          trashed_at: eb.ref('excluded.trashed_at'),
          seq: eb.ref('excluded.seq'),
          state: eb.ref('excluded.state'),
        })),
      )
      .execute()
  }
  await keepVersions(transaction, workspace, versions)
  await keepThreads(transaction, commit, seq)
  await keepInbox(transaction, workspace, inbox)
  await keepSessions(transaction, commit, seq)
  for (const event of events) {
    if (isOfSession(event)) continue
    if (event.story === null) await takeSettingsEvent(transaction, workspace, event)
    else if (event.type === 'VersionNamed') await nameVersion(transaction, workspace, event)
    else if (event.type === 'StoryPurged') await purge(transaction, workspace, event.story)
    else await keepWords(transaction, workspace, event)
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

/** ST7: the story and all that was written in it. What happened to it stays in the log. */
async function purge(transaction: Kysely<Schema>, workspace: string, story: string): Promise<void> {
  await transaction
    .deleteFrom('stories')
    .where('workspace', '=', workspace)
    .where('id', '=', story)
    .execute()
  await removeTalk(transaction, workspace, story)
  await removeFilesOf(transaction, workspace, story)
  await removeVersions(transaction, workspace, story)
  await forgetInbox(transaction, workspace, story)
  await removeDocument(transaction, workspace, `story:${story}`)
}

function eventRow(workspace: string, event: WorkspaceEvent): Schema['events'] {
  const { seq, story, type, by, at } = event
  return { workspace, seq, story, type, by_user: by, at, body: JSON.stringify(withoutWords(event)) }
}

function storyRow(workspace: string, story: Story, seq: number): Schema['stories'] {
  return {
    workspace,
    id: story.id,
    number: story.key === null ? null : Number(story.key.slice(story.key.lastIndexOf('-') + 1)),
    title: story.title,
    stage: story.stage,
    team: story.team,
    trashed_at: story.trashedAt,
    seq,
    state: JSON.stringify(story),
  }
}
