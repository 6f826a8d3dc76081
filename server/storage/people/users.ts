import type { Kysely } from 'kysely'
import { known } from '#lib/language/languages.ts'
import type { Schema } from '../schema.ts'
import { EmailTaken, type PeopleStore, type User } from '../storage.ts'

type Users = Pick<
  PeopleStore,
  | 'countUsers'
  | 'createUser'
  | 'findUser'
  | 'findUserByEmail'
  | 'languageOf'
  | 'setLanguage'
  | 'setFirstLanguage'
  | 'setPassword'
>

export const USER_COLUMNS = [
  'users.id',
  'users.email',
  'users.name',
  'users.colour',
  'users.created_at',
] as const

/** Accounts: one per e-mail, however it is written. */
export function users(db: Kysely<Schema>): Users {
  return {
    async countUsers() {
      const { count } = await db
        .selectFrom('users')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },

    async createUser({ id, email, name, passwordHash, colour, createdAt }) {
      const row = { id, email, name, colour, created_at: createdAt }
      const created = await db
        .insertInto('users')
        .values({ ...row, email_key: emailKey(email), password_hash: passwordHash })
        .onConflict((conflict) => conflict.column('email_key').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!created) throw new EmailTaken(`Another account has the e-mail ${email}`)
      return userOf(row)
    },

    async findUser(id) {
      const row = await db
        .selectFrom('users')
        .select(USER_COLUMNS)
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? userOf(row) : null
    },

    async findUserByEmail(email) {
      const row = await db
        .selectFrom('users')
        .selectAll()
        .where('email_key', '=', emailKey(email))
        .executeTakeFirst()
      return row ? { ...userOf(row), passwordHash: row.password_hash } : null
    },

    async languageOf(id) {
      const row = await db
        .selectFrom('users')
        .select('language')
        .where('id', '=', id)
        .executeTakeFirst()
      return known(row?.language ?? undefined)
    },

    async setLanguage(id, language) {
      await db.updateTable('users').set({ language }).where('id', '=', id).execute()
    },

    async setFirstLanguage(id, language) {
      await db
        .updateTable('users')
        .set({ language })
        .where('id', '=', id)
        .where('language', 'is', null)
        .execute()
    },

    setPassword: (user, passwordHash, keepSession) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('users')
          .set({ password_hash: passwordHash })
          .where('id', '=', user)
          .execute()
        await transaction
          .deleteFrom('sessions')
          .where('user_id', '=', user)
          .where('id_hash', '!=', keepSession ?? '')
          .execute()
      }),
  }
}

/** Gives a user as the product knows it: never with the password's hash. */
export function userOf(
  row: Pick<Schema['users'], 'id' | 'email' | 'name' | 'colour' | 'created_at'>,
): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    colour: row.colour,
    createdAt: row.created_at,
  }
}

function emailKey(email: string): string {
  return email.trim().toLowerCase()
}
