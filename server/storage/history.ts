import type { Kysely } from 'kysely'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import type { Schema } from './schema.ts'
import type { HistoryQuery, WorkspaceStore } from './storage.ts'

/** The log of each workspace, forwards and backwards. */
export function eventQueries(db: Kysely<Schema>): Pick<WorkspaceStore, 'events' | 'history'> {
  return {
    async events(workspace, since, limit, types) {
      // "In none" is no SQL for Postgres.
      if (types?.length === 0) return []
      let query = db
        .selectFrom('events')
        .select('body')
        .where('workspace', '=', workspace)
        .where('seq', '>', since)
      if (types) query = query.where('type', 'in', types)
      return eventsOf(await query.orderBy('seq').limit(limit).execute())
    },

    async history({ workspace, story, types, by, since, until, before, limit }: HistoryQuery) {
      if (types?.length === 0) return []
      let query = db.selectFrom('events').select('body').where('workspace', '=', workspace)
      if (story !== undefined) query = query.where('story', '=', story)
      if (types) query = query.where('type', 'in', types)
      if (by !== undefined) query = query.where('by_user', '=', by)
      if (since !== undefined) query = query.where('at', '>=', since)
      if (until !== undefined) query = query.where('at', '<', until)
      if (before !== undefined) query = query.where('seq', '<', before)
      return eventsOf(await query.orderBy('seq', 'desc').limit(limit).execute())
    },
  }
}

function eventsOf(rows: readonly Pick<Schema['events'], 'body'>[]): WorkspaceEvent[] {
  return rows.map(({ body }) => JSON.parse(body) as WorkspaceEvent)
}
