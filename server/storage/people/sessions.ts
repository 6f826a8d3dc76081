import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { PeopleStore, SessionRow } from '../storage.ts'
import { USER_COLUMNS, userOf } from './users.ts'

type Sessions = Pick<
  PeopleStore,
  | 'createSession'
  | 'findSession'
  | 'sessionsOf'
  | 'extendSession'
  | 'deleteSession'
  | 'deleteSessionsOf'
  | 'deleteExpiredSessions'
>

/** Signed-in browsers. Whether one has expired is for the caller's clock to say. */
export function sessions(db: Kysely<Schema>): Sessions {
  return {
    async createSession({ idHash, user, createdAt, expiresAt, device }) {
      await db
        .insertInto('sessions')
        .values({
          id_hash: idHash,
          user_id: user,
          created_at: createdAt,
          expires_at: expiresAt,
          device,
        })
        .execute()
    },

    async findSession(idHash) {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('users', 'users.id', 'sessions.user_id')
        .select(USER_COLUMNS)
        .select([
          'sessions.created_at as session_created_at',
          'sessions.expires_at',
          'sessions.device',
        ])
        .where('sessions.id_hash', '=', idHash)
        .executeTakeFirst()
      if (!row) return null
      const { session_created_at: created_at, expires_at, device } = row
      return {
        session: sessionOf({ id_hash: idHash, user_id: row.id, created_at, expires_at, device }),
        user: userOf(row),
      }
    },

    async sessionsOf(user) {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .where('user_id', '=', user)
        .orderBy('created_at')
        .orderBy('id_hash')
        .execute()
      return rows.map(sessionOf)
    },

    async extendSession(idHash, expiresAt) {
      await db
        .updateTable('sessions')
        .set({ expires_at: expiresAt })
        .where('id_hash', '=', idHash)
        .execute()
    },

    async deleteSession(idHash) {
      await db.deleteFrom('sessions').where('id_hash', '=', idHash).execute()
    },

    async deleteSessionsOf(user) {
      await db.deleteFrom('sessions').where('user_id', '=', user).execute()
    },

    async deleteExpiredSessions(now) {
      await db.deleteFrom('sessions').where('expires_at', '<=', now).execute()
    },
  }
}

function sessionOf(row: Schema['sessions']): SessionRow {
  return {
    idHash: row.id_hash,
    user: row.user_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    device: row.device,
  }
}
