import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { InvitationRow, PeopleStore } from '../storage.ts'
import { rolesOf } from './members.ts'

type Invitations = Pick<
  PeopleStore,
  'createInvitation' | 'findInvitation' | 'useInvitation' | 'invitations' | 'revokeInvitation'
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

    async useInvitation(tokenHash, now) {
      // Checked and counted in one statement: two people with the last use cannot both have it.
      const { numUpdatedRows } = await db
        .updateTable('invitations')
        .set((eb) => ({ uses_left: eb('uses_left', '-', 1) }))
        .where('token_hash', '=', tokenHash)
        .where('uses_left', '>', 0)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

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
