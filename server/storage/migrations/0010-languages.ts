import type { Kysely } from 'kysely'
import type { Migration } from './migration.ts'

/** Accounts have a language, in which their mails are; null until it is known. */
export const languages: Migration = {
  name: '0010-languages',
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('users').addColumn('language', 'text').execute()
  },
  row: (table, values) => (table === 'users' ? { ...values, language: null } : values),
}
