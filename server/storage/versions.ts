import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { EventType } from '#lib/domain/event.ts'
import type { Readiness } from '#lib/domain/readiness.ts'
import type { Schema } from './schema.ts'
import type { NewVersion, WorkspaceStore } from './storage.ts'

/** What the documents of stories said when something happened to them. */
export function versionQueries(
  db: Kysely<Schema>,
): Pick<WorkspaceStore, 'versions' | 'versionBytes'> {
  return {
    async versions(workspace, story) {
      const rows = await db
        .selectFrom('versions')
        .select(['seq', 'cause', 'by_user', 'at', 'readiness', 'held_by'])
        .where('workspace', '=', workspace)
        .where('story', '=', story)
        .orderBy('seq', 'desc')
        .execute()
      return rows.map((row) => ({
        seq: row.seq,
        story,
        cause: row.cause as EventType,
        by: row.by_user,
        at: row.at,
        readiness: JSON.parse(row.readiness) as Readiness,
        sameAs: row.held_by,
      }))
    },

    async versionBytes(workspace, story, seq) {
      const row = await db
        .selectFrom('versions as asked')
        .innerJoin('versions as holder', (join) =>
          join
            .onRef('holder.workspace', '=', 'asked.workspace')
            .onRef('holder.seq', '=', 'asked.held_by'),
        )
        .select('holder.bytes')
        .where('asked.workspace', '=', workspace)
        .where('asked.story', '=', story)
        .where('asked.seq', '=', seq)
        .executeTakeFirst()
      return row?.bytes ?? null
    },
  }
}

/** Stores versions inside the transaction of their events. Text that is the same as in the story's last version is not kept again. */
export async function keepVersions(
  transaction: Kysely<Schema>,
  workspace: string,
  versions: readonly NewVersion[],
): Promise<void> {
  for (const { seq, story, cause, by, at, readiness, bytes } of versions) {
    const digest = createHash('sha256').update(bytes).digest('hex')
    const last = await transaction
      .selectFrom('versions')
      .select(['digest', 'held_by'])
      .where('workspace', '=', workspace)
      .where('story', '=', story)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    const same = last?.digest === digest ? last : null
    await transaction
      .insertInto('versions')
      .values({
        workspace,
        seq,
        story,
        cause,
        by_user: by,
        at,
        readiness: JSON.stringify(readiness),
        held_by: same?.held_by ?? seq,
        digest,
        bytes: same ? null : bytes,
      })
      .execute()
  }
}
