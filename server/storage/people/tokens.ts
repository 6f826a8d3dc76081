import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { PeopleStore, TokenRow } from '../storage.ts'
import { USER_COLUMNS, userOf } from './users.ts'

type Tokens = Pick<PeopleStore, 'createToken' | 'findToken' | 'tokensOf' | 'deleteToken'>

/** API tokens of people. */
export function tokens(db: Kysely<Schema>): Tokens {
  return {
    async createToken({ id, tokenHash, user, name, createdAt }) {
      await db
        .insertInto('tokens')
        .values({ id, token_hash: tokenHash, user_id: user, name, created_at: createdAt })
        .execute()
    },

    async findToken(tokenHash) {
      const token = await db
        .selectFrom('tokens')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst()
      if (!token) return null
      const user = await db
        .selectFrom('users')
        .select(USER_COLUMNS)
        .where('id', '=', token.user_id)
        .executeTakeFirst()
      return user ? { token: tokenOf(token), user: userOf(user) } : null
    },

    async tokensOf(user) {
      const rows = await db
        .selectFrom('tokens')
        .selectAll()
        .where('user_id', '=', user)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(tokenOf)
    },

    async deleteToken(user, id) {
      await db.deleteFrom('tokens').where('user_id', '=', user).where('id', '=', id).execute()
    },
  }
}

function tokenOf(row: Schema['tokens']): TokenRow {
  return {
    id: row.id,
    tokenHash: row.token_hash,
    user: row.user_id,
    name: row.name,
    createdAt: row.created_at,
  }
}
