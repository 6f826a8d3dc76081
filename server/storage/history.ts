import type { Kysely } from 'kysely'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import type { Schema } from './schema.ts'
import { PRIVATE_EVENTS } from '#lib/domain/inbox/event.ts'
import type { HistoryQuery, WorkspaceStore } from './storage.ts'
import { withWords } from './talk.ts'

/** The log of each workspace, forwards and backwards. */
export function eventQueries(db: Kysely<Schema>): Pick<WorkspaceStore, 'events' | 'history'> {
  return {
    async events(workspace, since, limit, types) {
      // "In none" is no SQL for Postgres.
      if (types?.length === 0) return []
      let query = eventsWithWords(db)
        .where('events.workspace', '=', workspace)
        .where('events.seq', '>', since)
      if (types) query = query.where('events.type', 'in', types)
      return eventsOf(await query.orderBy('events.seq').limit(limit).execute())
    },

    async history(wanted: HistoryQuery) {
      const { workspace, story, types, without, by, privateTo, since, until, before, limit } =
        wanted
      if (types?.length === 0) return []
      let query = eventsWithWords(db).where('events.workspace', '=', workspace)
      if (story !== undefined) query = query.where('events.story', '=', story)
      if (types) query = query.where('events.type', 'in', types)
      if (without) query = query.where('events.type', 'not in', without)
      if (by !== undefined) query = query.where('events.by_user', '=', by)
      if (privateTo !== undefined) {
        query = query.where((eb) =>
          eb.or([
            eb('events.type', 'not in', PRIVATE_EVENTS),
            eb('events.by_user', '=', privateTo),
          ]),
        )
      }
      if (since !== undefined) query = query.where('events.at', '>=', since)
      if (until !== undefined) query = query.where('events.at', '<', until)
      if (before !== undefined) query = query.where('events.seq', '<', before)
      return eventsOf(await query.orderBy('events.seq', 'desc').limit(limit).execute())
    },
  }
}

/** What people said is kept apart from the log (TA12). */
function eventsWithWords(db: Kysely<Schema>) {
  return db
    .selectFrom('events')
    .leftJoin('comment_words', (join) =>
      join
        .onRef('comment_words.workspace', '=', 'events.workspace')
        .onRef('comment_words.seq', '=', 'events.seq'),
    )
    .select(['events.body', 'comment_words.words'])
}

function eventsOf(rows: readonly { body: string; words: string | null }[]): WorkspaceEvent[] {
  return rows.map(({ body, words }) => withWords(body, words))
}
