import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync, gzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { apply } from '#lib/domain/apply.ts'
import type { StoryEvent } from '#lib/domain/event.ts'
import { must } from '#lib/domain/must.ts'
import { DEFAULT_POLICY } from '#lib/domain/policy.ts'
import { NEW_SETTINGS } from '#lib/domain/settings.ts'
import type { Story } from '#lib/domain/story.ts'
import { restoreBackup, writeBackup } from '#server/storage/backup.ts'
import { foundation } from '#server/storage/migrations/0001-foundation.ts'
import { asKyselyDatabase } from '#server/storage/sqliteDatabase.ts'
import { MemoryBlobs } from '#tests/support/files.ts'
import { describeEachStorage, type StorageHome } from '#tests/support/storage.ts'
import { addWorkspace, AT, capture, someone, update } from '#tests/support/storage-rows.ts'

/** A story as the first version of Sluice kept it, and the events it came from, with the fields they had then. */
const OLD_STORY = {
  id: 's1',
  key: 'ABC-1',
  title: 'Old 🦆',
  stage: 'refinement',
  rank: 'a1',
  theme: null,
  size: null,
  readiness: null,
  capturedBy: 'u1',
  capturedAt: AT,
  enteredStageAt: AT + 1,
  reason: null,
  revisitOn: null,
  duplicateOf: null,
  sample: false,
  trashedAt: AT + 2,
}
const frame = { story: 's1', by: 'u1' }
const OLD_EVENTS = [
  {
    ...frame,
    type: 'StoryCaptured',
    seq: 1,
    at: AT,
    command: 'c1',
    number: 1,
    key: 'ABC-1',
    title: 'Old 🦆',
    stage: 'idea',
    rank: 'a0',
    sample: false,
  },
  {
    ...frame,
    type: 'StoryMoved',
    seq: 2,
    at: AT + 1,
    command: 'c2',
    from: 'idea',
    to: 'refinement',
    fromRank: 'a0',
    rank: 'a1',
    reason: null,
    revisitOn: null,
    duplicateOf: null,
  },
  {
    ...frame,
    type: 'StoryTrashed',
    seq: 3,
    at: AT + 2,
    command: 'c3',
    stage: 'refinement',
    rank: 'a1',
  },
]

describeEachStorage('what the first version of Sluice wrote', (bench) => {
  test('[I8] is what folding its events gives now, with everything that has been added', async () => {
    const home = await bench.newHome()
    await writeOldDatabase(home, 1)
    const storage = await bench.open(home)
    const events = await storage.workspaces.events('w1', 0, 10)
    expect(events).toEqual(OLD_EVENTS)
    const contents = must(await storage.workspaces.load('w1'), 'workspace')
    expect(contents).toMatchObject({ seq: 3, nextNumber: 2, settings: NEW_SETTINGS })
    expect(contents.stories).toEqual([{ story: foldOld(events as StoryEvent[]), seq: 3 }])
    expect(await storage.workspaces.history({ workspace: 'w1', story: 's1', limit: 1 })).toEqual([
      OLD_EVENTS[2],
    ])
    // And it goes on from there, under the same keys as before.
    await storage.workspaces.commit({ ...capture(3, { story: 's4' }), nextNumber: 5 })
    await expect(storage.workspaces.commit(capture(3))).rejects.toThrow()
    // Accounts had no language then; it is the first that is seen.
    expect(await storage.people.languageOf('u1')).toBeNull()
    await storage.people.setFirstLanguage('u1', 'de')
    expect(await storage.people.languageOf('u1')).toBe('de')
  })

  test('thousands of stories move over', async () => {
    const home = await bench.newHome()
    await writeOldDatabase(home, 2_500)
    const storage = await bench.open(home)
    const { stories } = must(await storage.workspaces.load('w1'), 'workspace')
    expect(new Set(stories.map(({ story }) => story.id)).size).toBe(2_500)
    expect(stories.every(({ story }) => story.labels.length === 0 && story.team === null)).toBe(
      true,
    )
  })

  test('restores from its backups', async () => {
    const storage = await bench.open()
    await addWorkspace(storage)
    await storage.people.createUser(someone('u1'))
    await storage.workspaces.commit(capture(0, { story: 's1' }))
    await storage.documents.append([update(1)])
    const { dataDir } = await bench.newHome()
    const file = join(dataDir, 'old.backup')
    await writeBackup(storage.archive, new MemoryBlobs(), file, AT)
    await makeOld(file)
    const copy = await bench.open()
    await restoreBackup(copy.archive, new MemoryBlobs(), file)
    expect((await copy.people.findUser('u1'))?.name).toBe('Person u1')
    expect(await copy.people.languageOf('u1')).toBeNull()
    const { stories } = must(await copy.workspaces.load('w1'), 'workspace')
    expect(stories).toEqual([{ story: foldOld(OLD_EVENTS as unknown as StoryEvent[]), seq: 1 }])
  })
})

function foldOld(events: readonly StoryEvent[]): Story {
  let story: Story | undefined
  for (const event of events) story = must(apply(story, event, DEFAULT_POLICY), 'story')
  return must(story, 'story')
}

/** Makes a database as the first version left it, with so many stories. */
async function writeOldDatabase(home: StorageHome, stories: number): Promise<void> {
  const { db, end } = connect(home)
  await foundation.up(db, { bytes: home.databaseUrl === null ? 'blob' : 'bytea' })
  const old = db as Kysely<Record<string, Record<string, unknown>>>
  await db.schema
    .createTable('sluice_schema')
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute()
  await old.insertInto('sluice_schema').values({ version: 1, name: '0001-foundation' }).execute()
  await old
    .insertInto('workspaces')
    .values({
      id: 'w1',
      name: 'Old',
      key_prefix: 'ABC',
      created_at: AT,
      seq: 3,
      next_number: stories + 1,
    })
    .execute()
  await old
    .insertInto('users')
    .values({
      id: 'u1',
      email: 'ana@example.com',
      email_key: 'ana@example.com',
      name: 'Ana',
      password_hash: 'x',
      colour: 1,
      created_at: AT,
    })
    .execute()
  for (const event of OLD_EVENTS) {
    const { seq, story, type, by, at } = event
    const body = JSON.stringify(event)
    await old
      .insertInto('events')
      .values({ workspace: 'w1', seq, story, type, by_user: by, at, body })
      .execute()
  }
  const rows = Array.from({ length: stories }, (_, index) => ({
    workspace: 'w1',
    id: `s${index + 1}`,
    number: index + 1,
    title: OLD_STORY.title,
    stage: OLD_STORY.stage,
    trashed_at: OLD_STORY.trashedAt,
    seq: 3,
    state: JSON.stringify({ ...OLD_STORY, id: `s${index + 1}`, key: `ABC-${index + 1}` }),
  }))
  for (let start = 0; start < rows.length; start += 1_000) {
    await old
      .insertInto('stories')
      .values(rows.slice(start, start + 1_000))
      .execute()
  }
  await end()
}

function connect({ dataDir, databaseUrl }: StorageHome) {
  const dialect =
    databaseUrl === null
      ? new SqliteDialect({
          database: asKyselyDatabase(new DatabaseSync(join(dataDir, 'sluice.db'))),
        })
      : new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl, max: 1 }) })
  const db = new Kysely<unknown>({ dialect })
  return { db, end: () => db.destroy() }
}

/** Turns a backup into one of the first version. */
async function makeOld(file: string): Promise<void> {
  const lines = gunzipSync(await readFile(file))
    .toString()
    .trimEnd()
    .split('\n')
  const [header, ...rows] = lines.slice(0, -1).map((line) => JSON.parse(line))
  const old = rows.map(([table, values]: [string, Record<string, unknown>]) => {
    if (table === 'users') {
      const { language: _, ...kept } = values
      return [table, kept]
    }
    if (table !== 'stories') return [table, values]
    const { team: _, ...kept } = values
    return [table, { ...kept, state: JSON.stringify(OLD_STORY) }]
  })
  const text = [{ ...header, schema: 1 }, ...old]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
  const sha256 = createHash('sha256').update(text).digest('hex')
  await writeFile(file, gzipSync(`${text}${JSON.stringify({ rows: old.length, sha256 })}\n`))
}
