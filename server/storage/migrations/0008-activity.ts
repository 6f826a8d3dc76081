import type { Kysely } from 'kysely'
import type { Migration } from './migration.ts'

/** Stories know when somebody last worked on them, and whether somebody said to keep them although they were quiet. */
export const activity: Migration = {
  name: '0008-activity',
  up: rememberActivity,
}

/** Gives every story that lacks it the time of its last event that tells of work on it: what folding its events gives (I8). */
export async function rememberActivity<Tables>(db: Kysely<Tables>): Promise<void> {
  const old = db as unknown as Kysely<Old>
  const workspaces = await old.selectFrom('workspaces').select('id').orderBy('id').execute()
  for (const { id } of workspaces) await rememberIn(old, id)
}

async function rememberIn(db: Kysely<Old>, workspace: string): Promise<void> {
  let last = ''
  let latest: ReadonlyMap<string, number> | null = null
  for (;;) {
    const rows = await db
      .selectFrom('stories')
      .select(['id', 'state'])
      .where('workspace', '=', workspace)
      .where('id', '>', last)
      // In a text a quotation mark has a backslash before it: this is the field, whatever a title says.
      .where('state', 'not like', '%"activeAt":%')
      .orderBy('id')
      .limit(PAGE)
      .execute()
    if (rows.length === 0) return
    latest ??= await latestIn(db, workspace)
    for (const { id, state } of rows) {
      await db
        .updateTable('stories')
        .set({ state: withActivity(state, latest.get(id)) })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .execute()
    }
    last = rows.at(-1)?.id ?? last
  }
}

async function latestIn(db: Kysely<Old>, workspace: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('events')
    .select((eb) => ['story', eb.fn.max('at').as('at')])
    .where('workspace', '=', workspace)
    .where('story', 'is not', null)
    .where('type', 'not in', NO_ACTIVITY)
    .groupBy('story')
    .execute()
  return new Map(rows.map(({ story, at }) => [String(story), Number(at)]))
}

function withActivity(state: string, activeAt: number | undefined): string {
  const story = JSON.parse(state) as { readonly capturedAt: number }
  return JSON.stringify({ ...story, activeAt: activeAt ?? story.capturedAt, keptAt: null })
}

/** The events that tell of no work on a story, as they were when this was written. */
const NO_ACTIVITY = [
  'StoryWatched',
  'StoryUnwatched',
  'NoticesDone',
  'NoticesUndone',
  'StoryMuted',
  'StoryUnmuted',
  'RevisitCame',
  'StoryTrashed',
] as const

const PAGE = 1_000

interface Old {
  workspaces: { id: string }
  stories: { workspace: string; id: string; state: string }
  events: { workspace: string; story: string | null; type: string; at: number }
}
