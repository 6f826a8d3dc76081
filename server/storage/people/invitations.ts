import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { InvitationRow, PeopleStore } from '../storage.ts'
import { insertMember, rolesOf } from './members.ts'
import { users } from './users.ts'

type Invitations = Pick<
  PeopleStore,
  'createInvitation' | 'findInvitation' | 'acceptInvitation' | 'invitations' | 'revokeInvitation'
>

/** Links that let someone join a workspace a counted number of times. */
export function invitations(db: Kysely<Schema>): Invitations {
  return {
    async createInvitation(invitation) {
      await db
        .insertInto('invitations')
        .values({
          id: invitation.id,
          token_hash: invitation.tokenHash,
          workspace: invitation.workspace,
          roles: JSON.stringify(invitation.roles),
          created_by: invitation.createdBy,
          created_at: invitation.createdAt,
          expires_at: invitation.expiresAt,
          uses_left: invitation.usesLeft,
          revoked_at: invitation.revokedAt,
        })
        .execute()
    },

    async findInvitation(tokenHash) {
      const row = await db
        .selectFrom('invitations')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst()
      return row ? invitationOf(row) : null
    },

    acceptInvitation: (tokenHash, user, now) =>
      db.transaction().execute(async (transaction) => {
        const used = await countUse(transaction, tokenHash, now)
        if (!used) return false
        const { id } = typeof user === 'string' ? { id: user } : user
        if (typeof user !== 'string') await users(transaction).createUser(user)
        const isNew = await insertMember(transaction, {
          workspace: used.workspace,
          user: id,
          roles: rolesOf(used.roles),
          joinedAt: now,
        })
        if (!isNew) await giveUseBack(transaction, tokenHash)
        return true
      }),

    async invitations(workspace) {
      const rows = await db
        .selectFrom('invitations')
        .selectAll()
        .where('workspace', '=', workspace)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(invitationOf)
    },

    async revokeInvitation(workspace, id, now) {
      await db
        .updateTable('invitations')
        .set({ revoked_at: now })
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .execute()
    },
  }
}

/** Checked and counted in one statement: two people with the last use cannot both have it. */
function countUse(db: Kysely<Schema>, tokenHash: string, now: number) {
  return db
    .updateTable('invitations')
    .set((eb) => ({ uses_left: eb('uses_left', '-', 1) }))
    .where('token_hash', '=', tokenHash)
    .where('uses_left', '>', 0)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['workspace', 'roles'])
    .executeTakeFirst()
}

async function giveUseBack(db: Kysely<Schema>, tokenHash: string): Promise<void> {
  await db
    .updateTable('invitations')
    .set((eb) => ({ uses_left: eb('uses_left', '+', 1) }))
    .where('token_hash', '=', tokenHash)
    .execute()
}

function invitationOf(row: Schema['invitations']): InvitationRow {
  return {
    id: row.id,
    tokenHash: row.token_hash,
    workspace: row.workspace,
    roles: rolesOf(row.roles),
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usesLeft: row.uses_left,
    revokedAt: row.revoked_at,
  }
}
