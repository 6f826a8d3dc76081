import type { Kysely } from 'kysely'
import { known } from '#lib/language/languages.ts'
import type { Schema } from './schema.ts'
import type { MailStore, MailWish } from './mailStore.ts'

/** What people want to be mailed, and how far that has got. */
export function mailStore(db: Kysely<Schema>): MailStore {
  return {
    async wish(user) {
      const row = await db
        .selectFrom('mail_wishes')
        .selectAll()
        .where('user_id', '=', user)
        .executeTakeFirst()
      return row ? wishOf(row) : null
    },

    async keepWish(user, { mentions, digest, zone, hour, secret }) {
      const row = { mentions: Number(mentions), digest, zone, hour, secret }
      await db
        .insertInto('mail_wishes')
        .values({ user_id: user, ...row })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
        .execute()
    },

    async behind() {
      const rows = await db
        .selectFrom('members')
        .innerJoin('users', 'users.id', 'members.user_id')
        .innerJoin('workspaces', 'workspaces.id', 'members.workspace')
        .leftJoin('mail_wishes', 'mail_wishes.user_id', 'members.user_id')
        .leftJoin('mail_cursors', (join) =>
          join
            .onRef('mail_cursors.user_id', '=', 'members.user_id')
            .onRef('mail_cursors.workspace', '=', 'members.workspace'),
        )
        .select([
          'workspaces.id as workspace',
          'workspaces.name as workspace_name',
          'workspaces.seq as seq',
          'users.id as user',
          'users.email as email',
          'users.name as name',
          'users.language as language',
          'mail_wishes.mentions as mentions',
          'mail_wishes.digest as digest',
          'mail_wishes.zone as zone',
          'mail_wishes.hour as hour',
          'mail_wishes.secret as secret',
          'mail_cursors.mentions_seq as mentions_seq',
          'mail_cursors.digest_seq as digest_seq',
          'mail_cursors.digest_at as digest_at',
        ])
        .where((eb) =>
          eb.or([
            eb('mail_cursors.workspace', 'is', null),
            eb('workspaces.seq', '>', eb.ref('mail_cursors.mentions_seq')),
            eb('workspaces.seq', '>', eb.ref('mail_cursors.digest_seq')),
          ]),
        )
        .execute()
      return rows.map((row) => ({
        workspace: { id: row.workspace, name: row.workspace_name, seq: row.seq },
        user: {
          id: row.user,
          email: row.email,
          name: row.name,
          language: known(row.language ?? undefined),
        },
        wish:
          row.secret === null
            ? null
            : wishOf({
                mentions: row.mentions ?? 0,
                digest: row.digest ?? 'off',
                zone: row.zone ?? 'UTC',
                hour: row.hour ?? 0,
                secret: row.secret,
              }),
        cursor:
          row.mentions_seq === null || row.digest_seq === null
            ? null
            : {
                mentionsSeq: row.mentions_seq,
                digestSeq: row.digest_seq,
                digestAt: row.digest_at ?? 0,
              },
      }))
    },

    async keepCursor(workspace, user, { mentionsSeq, digestSeq, digestAt }) {
      const row = { mentions_seq: mentionsSeq, digest_seq: digestSeq, digest_at: digestAt }
      await db
        .insertInto('mail_cursors')
        .values({ workspace, user_id: user, ...row })
        .onConflict((conflict) => conflict.columns(['workspace', 'user_id']).doUpdateSet(row))
        .execute()
    },
  }
}

function wishOf(row: Omit<Schema['mail_wishes'], 'user_id'>): MailWish {
  const { mentions, digest, zone, hour, secret } = row
  return { mentions: mentions !== 0, digest: digest as MailWish['digest'], zone, hour, secret }
}
