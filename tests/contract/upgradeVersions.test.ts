import { readFile, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '#lib/domain/must.ts'
import { restoreBackup, writeBackup } from '#server/storage/backup.ts'
import { foundation } from '#server/storage/migrations/0001-foundation.ts'
import { flow } from '#server/storage/migrations/0002-flow.ts'
import type { OpenedStorage } from '#server/storage/open.ts'
import { asKyselyDatabase } from '#server/storage/sqliteDatabase.ts'
import { MemoryBlobs } from '#tests/support/files.ts'
import { describeEachStorage, type StorageHome } from '#tests/support/storage.ts'
import { addWorkspace, AT, capture, commitOf, stateSaying } from '#tests/support/storage-rows.ts'

const READINESS = { met: 0, of: 0, missing: [], advice: [] }

/** Two versions of one text, and one of another, as they were kept while each was a whole document. */
const OLD = [
  { seq: 2, words: 'One', held_by: 2 },
  { seq: 3, words: 'One', held_by: 2 },
  { seq: 4, words: 'One and more', held_by: 4 },
]

describeEachStorage('versions of 0.2.0', (bench) => {
  test('[VE3] open as they were, and later ones stand on them', async () => {
    const home = await bench.newHome()
    await writeOldDatabase(home)
    const storage = await bench.open(home)
    await expectOld(storage)
    const story = must((await storage.workspaces.load('w1'))?.stories[0], 'story').story
    const bytes = stateSaying('One and more, and later')
    await storage.workspaces.commit(
      commitOf(4, [{ story: 's1', type: 'VersionKept', name: null }], [story], {
        versions: [
          {
            seq: 5,
            story: 's1',
            cause: 'VersionKept',
            by: 'u1',
            at: AT,
            readiness: READINESS,
            name: null,
            bytes,
            writers: { owners: new Map([[7, 'u1']]), last: null },
          },
        ],
      }),
    )
    await expectOld(storage)
    expect(wordsOf(await storage.workspaces.versionBytes('w1', 's1', 5))).toBe(
      'One and more, and later',
    )
  })

  test('[VE3] come out of its backups', async () => {
    const storage = await bench.open()
    await addWorkspace(storage)
    await storage.workspaces.commit(capture(0, { story: 's1' }))
    const { dataDir } = await bench.newHome()
    const file = join(dataDir, 'old.backup')
    await writeBackup(storage.archive, new MemoryBlobs(), file, AT)
    await addOldVersions(file)
    const copy = await bench.open()
    await restoreBackup(copy.archive, new MemoryBlobs(), file)
    await expectOld(copy)
  })
})

async function expectOld({ workspaces }: OpenedStorage): Promise<void> {
  const versions = (await workspaces.versions('w1', 's1')).filter(({ seq }) => seq < 5)
  expect(
    versions.map(({ seq, sameAs, name, authors }) => ({ seq, sameAs, name, authors })),
  ).toEqual(
    OLD.toReversed().map(({ seq, held_by }) => ({ seq, sameAs: held_by, name: null, authors: [] })),
  )
  for (const { seq, words } of OLD) {
    expect(wordsOf(await workspaces.versionBytes('w1', 's1', seq))).toBe(words)
  }
}

function wordsOf(bytes: Uint8Array | null): string {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, must(bytes, 'bytes'))
  return doc.getText('body').toString()
}

function oldRow({ seq, words, held_by }: (typeof OLD)[number]) {
  return {
    workspace: 'w1',
    seq,
    story: 's1',
    cause: 'StoryMoved',
    by_user: 'u1',
    at: AT,
    readiness: JSON.stringify(READINESS),
    held_by,
    digest: createHash('sha256').update(words).digest('hex'),
    bytes: held_by === seq ? stateSaying(words) : null,
  }
}

async function writeOldDatabase(home: StorageHome): Promise<void> {
  const isSqlite = home.databaseUrl === null
  const db = new Kysely<unknown>({
    dialect: isSqlite
      ? new SqliteDialect({
          database: asKyselyDatabase(new DatabaseSync(join(home.dataDir, 'sluice.db'))),
        })
      : new PostgresDialect({ pool: new pg.Pool({ connectionString: home.databaseUrl!, max: 1 }) }),
  })
  const types = { bytes: isSqlite ? 'blob' : 'bytea' } as const
  await foundation.up(db, types)
  await flow.up(db, types)
  const old = db as Kysely<Record<string, Record<string, unknown>>>
  await db.schema
    .createTable('sluice_schema')
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute()
  await old
    .insertInto('sluice_schema')
    .values([
      { version: 1, name: '0001-foundation' },
      { version: 2, name: '0002-flow' },
    ])
    .execute()
  await old
    .insertInto('workspaces')
    .values({ id: 'w1', name: 'Old', key_prefix: 'ABC', created_at: AT, seq: 4, next_number: 2 })
    .execute()
  const [story] = capture(0, { story: 's1' }).stories
  await old
    .insertInto('stories')
    .values({
      workspace: 'w1',
      id: 's1',
      number: 1,
      title: 'Old',
      stage: 'idea',
      team: null,
      trashed_at: null,
      seq: 4,
      state: JSON.stringify(story),
    })
    .execute()
  await old.insertInto('versions').values(OLD.map(oldRow)).execute()
  await db.destroy()
}

/** Puts rows of the old kind into a backup, which then says that it is of that schema. */
async function addOldVersions(file: string): Promise<void> {
  const lines = gunzipSync(await readFile(file))
    .toString()
    .trimEnd()
    .split('\n')
  const [header, ...rows] = lines.slice(0, -1).map((line) => JSON.parse(line))
  const added = OLD.map(oldRow).map(({ bytes, ...row }) => [
    'versions',
    { ...row, bytes: bytes && Buffer.from(bytes).toString('base64') },
  ])
  const all = [...rows.filter(([table]: [string]) => OF_THEN.has(table)), ...added]
  const text = [{ ...header, schema: 2 }, ...all]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
  const sha256 = createHash('sha256').update(text).digest('hex')
  await writeFile(file, gzipSync(`${text}${JSON.stringify({ rows: all.length, sha256 })}\n`))
}

const OF_THEN = new Set(['workspaces', 'stories', 'events', 'commands'])
