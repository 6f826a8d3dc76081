import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'
import type { FileStore, StoredFile } from './storage.ts'

/** What files stories have, and which blobs hold their bytes. */
export function fileStore(db: Kysely<Schema>): FileStore {
  return {
    async find(workspace, story, id) {
      const row = await db
        .selectFrom('files')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('story', '=', story)
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? fileOf(row) : null
    },

    async called(workspace, id) {
      const rows = await db
        .selectFrom('files')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .orderBy('at')
        .orderBy('story')
        .execute()
      return rows.map(fileOf)
    },

    async ofStory(workspace, story) {
      const rows = await db
        .selectFrom('files')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('story', '=', story)
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(fileOf)
    },

    async add({ by, unusedSince, ...file }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('files')
        .values({ ...file, by_user: by, unused_since: unusedSince })
        .onConflict((conflict) => conflict.columns(['workspace', 'story', 'id']).doNothing())
        .executeTakeFirst()
      return (numInsertedOrUpdatedRows ?? 0n) > 0n
    },

    async markUnused(workspace, story, ids, since) {
      if (ids.length === 0) return
      await db
        .updateTable('files')
        .set({ unused_since: since })
        .where('workspace', '=', workspace)
        .where('story', '=', story)
        .where('id', 'in', ids)
        .execute()
    },

    async remove(workspace, story, ids) {
      if (ids.length === 0) return
      await db
        .deleteFrom('files')
        .where('workspace', '=', workspace)
        .where('story', '=', story)
        .where('id', 'in', ids)
        .execute()
    },

    async stories(last, limit) {
      let query = db
        .selectFrom('files')
        .select(['workspace', 'story'])
        .distinct()
        .orderBy('workspace')
        .orderBy('story')
        .limit(limit)
      if (last) {
        query = query.where((eb) =>
          eb.or([
            eb('workspace', '>', last.workspace),
            eb.and([eb('workspace', '=', last.workspace), eb('story', '>', last.story)]),
          ]),
        )
      }
      return query.execute()
    },

    async addBlob(blob) {
      await db
        .insertInto('blobs')
        .values(blob)
        .onConflict((conflict) =>
          conflict
            .columns(['workspace', 'digest'])
            .doUpdateSet((eb) => ({ at: eb.ref('excluded.at') })),
        )
        .execute()
    },

    async findBlob(workspace, digest) {
      const row = await db
        .selectFrom('blobs')
        .selectAll()
        .where('workspace', '=', workspace)
        .where('digest', '=', digest)
        .executeTakeFirst()
      return row ?? null
    },

    async unusedBlobs(before, limit) {
      return db
        .selectFrom('blobs')
        .selectAll()
        .where('at', '<', before)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('files')
                .select('files.id')
                .whereRef('files.workspace', '=', 'blobs.workspace')
                .whereRef('files.digest', '=', 'blobs.digest'),
            ),
          ),
        )
        .orderBy('at')
        .limit(limit)
        .execute()
    },

    async removeBlob(workspace, digest) {
      await db
        .deleteFrom('blobs')
        .where('workspace', '=', workspace)
        .where('digest', '=', digest)
        .execute()
    },

    async totals(workspace) {
      const files = db
        .selectFrom('files')
        .select((eb) => eb.fn.countAll().as('count'))
        .$if(workspace !== null, (query) => query.where('workspace', '=', workspace))
      const blobs = db
        .selectFrom('blobs')
        .select((eb) => eb.fn.coalesce(eb.fn.sum('size'), eb.lit(0)).as('bytes'))
        .$if(workspace !== null, (query) => query.where('workspace', '=', workspace))
      const [{ count }, { bytes }] = await Promise.all([
        files.executeTakeFirstOrThrow(),
        blobs.executeTakeFirstOrThrow(),
      ])
      return { files: Number(count), bytes: Number(bytes) }
    },
  }
}

/** ST7: what a story that is gone for good had. Its blobs go with the next sweep, where nothing else holds them. */
export async function removeFilesOf(
  transaction: Kysely<Schema>,
  workspace: string,
  story: string,
): Promise<void> {
  await transaction
    .deleteFrom('files')
    .where('workspace', '=', workspace)
    .where('story', '=', story)
    .execute()
}

function fileOf({ by_user, unused_since, ...row }: Schema['files']): StoredFile {
  return { ...row, by: by_user, unusedSince: unused_since }
}
