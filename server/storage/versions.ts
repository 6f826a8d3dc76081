import type { Kysely } from 'kysely'
import { stateOf } from '#lib/doc/delta.ts'
import type { EventType, StoryEvent } from '#lib/domain/event.ts'
import type { Readiness } from '#lib/domain/readiness.ts'
import { readTogether } from './engine.ts'
import { isKept } from './keptVersions.ts'
import type { Schema } from './schema.ts'
import type { WorkspaceStore } from './storage.ts'
import { partsOf } from './versionFrames.ts'

/** What the documents of stories said when something happened to them. */
export function versionQueries(
  db: Kysely<Schema>,
): Pick<WorkspaceStore, 'versions' | 'versionBytes' | 'isKept' | 'thinnable' | 'dropVersions'> {
  return {
    async versions(workspace, story) {
      const rows = await rowsOf(db, workspace, story)
      const listed = rows.filter(({ outlived }) => outlived === 0)
      // The one that holds the text may have had its time. They come newest first, so the first with it is set last.
      const first = new Map(listed.map(({ held_by, seq }) => [held_by, seq]))
      return listed.map((row) => ({
        seq: row.seq,
        story,
        cause: row.cause as EventType,
        by: row.by_user,
        at: row.at,
        readiness: JSON.parse(row.readiness) as Readiness,
        name: row.name,
        authors: JSON.parse(row.authors) as string[],
        sameAs: first.get(row.held_by) ?? row.seq,
      }))
    },

    versionBytes: (workspace, story, seq) =>
      readTogether(db, async (transaction) => {
        const asked = await transaction
          .selectFrom('versions')
          .select('held_by')
          .where('workspace', '=', workspace)
          .where('story', '=', story)
          .where('seq', '=', seq)
          .where('outlived', '=', 0)
          .executeTakeFirst()
        return asked ? stateOf(await partsOf(transaction, workspace, asked.held_by)) : null
      }),

    isKept: (workspace, story, bytes) =>
      readTogether(db, (transaction) => isKept(transaction, workspace, story, bytes)),

    thinnable: () =>
      db
        .selectFrom('versions')
        .select(['workspace', 'story'])
        .where('cause', '=', 'VersionKept')
        .where('name', 'is', null)
        .where('outlived', '=', 0)
        .groupBy(['workspace', 'story'])
        .having((eb) => eb(eb.fn.countAll<number>(), '>', 1))
        .execute(),

    dropVersions: (workspace, story, seqs) =>
      db.transaction().execute(async (transaction) => {
        if (seqs.length === 0) return
        await handOnAuthors(transaction, workspace, story, new Set(seqs))
        await transaction
          .updateTable('versions')
          .set({ outlived: 1 })
          .where('workspace', '=', workspace)
          .where('story', '=', story)
          .where('seq', 'in', seqs)
          .execute()
        await removeUnneeded(transaction, workspace, story)
      }),
  }
}

/** Gives another name to a version, or none. */
export async function nameVersion(
  transaction: Kysely<Schema>,
  workspace: string,
  { story, version, to }: Extract<StoryEvent, { type: 'VersionNamed' }>,
): Promise<void> {
  await transaction
    .updateTable('versions')
    .set({ name: to })
    .where('workspace', '=', workspace)
    .where('story', '=', story)
    .where('seq', '=', version)
    .execute()
}

/** Removes all versions of a story. */
export async function removeVersions(
  transaction: Kysely<Schema>,
  workspace: string,
  story: string,
): Promise<void> {
  for (const table of ['versions', 'version_marks'] as const) {
    await transaction
      .deleteFrom(table)
      .where('workspace', '=', workspace)
      .where('story', '=', story)
      .execute()
  }
}

/** Newest first, without their bytes. */
function rowsOf(db: Kysely<Schema>, workspace: string, story: string) {
  return db
    .selectFrom('versions')
    .select([
      'seq',
      'cause',
      'by_user',
      'at',
      'readiness',
      'held_by',
      'base',
      'frame',
      'name',
      'authors',
      'outlived',
    ])
    .where('workspace', '=', workspace)
    .where('story', '=', story)
    .orderBy('seq', 'desc')
    .execute()
}

/** What was written since a version that goes was written since the one before it, too. */
async function handOnAuthors(
  transaction: Kysely<Schema>,
  workspace: string,
  story: string,
  going: ReadonlySet<number>,
): Promise<void> {
  let handedOn: string[] = []
  for (const { seq, authors, outlived } of (
    await rowsOf(transaction, workspace, story)
  ).toReversed()) {
    if (outlived === 1) continue
    const own = JSON.parse(authors) as string[]
    if (going.has(seq)) {
      handedOn.push(...own)
    } else if (handedOn.length > 0) {
      await transaction
        .updateTable('versions')
        .set({ authors: JSON.stringify([...new Set([...handedOn, ...own])]) })
        .where('workspace', '=', workspace)
        .where('seq', '=', seq)
        .execute()
      handedOn = []
    }
  }
}

/** Removes what has had its time and holds no text that others need; the newest text stays, the next one stands on it. */
async function removeUnneeded(
  transaction: Kysely<Schema>,
  workspace: string,
  story: string,
): Promise<void> {
  const rows = new Map(
    (await rowsOf(transaction, workspace, story)).map((row) => [row.seq, row] as const),
  )
  const newestText = [...rows.values()].find(({ frame }) => frame !== null)?.seq
  for (;;) {
    const needed = new Set<number>()
    for (const { held_by, base, outlived } of rows.values()) {
      if (outlived === 0) needed.add(held_by)
      if (base !== null) needed.add(base)
    }
    const going = [...rows.values()].filter(
      ({ seq, outlived }) => outlived === 1 && seq !== newestText && !needed.has(seq),
    )
    if (going.length === 0) break
    for (const { seq } of going) rows.delete(seq)
    await transaction
      .deleteFrom('versions')
      .where('workspace', '=', workspace)
      .where('story', '=', story)
      .where(
        'seq',
        'in',
        going.map(({ seq }) => seq),
      )
      .execute()
  }
}
