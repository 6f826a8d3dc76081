import type { Kysely } from 'kysely'
import type { Role } from '#lib/domain/roles.ts'
import type { Schema } from '../schema.ts'
import type { Member, NewMember, PeopleStore } from '../storage.ts'
import { workspaceOf, workspaceStore } from '../workspaces.ts'
import { USER_COLUMNS, userOf, users } from './users.ts'

type Members = Pick<
  PeopleStore,
  'foundWorkspace' | 'addMember' | 'findMember' | 'members' | 'memberships'
>

/** Who belongs to which workspace, with which roles. */
export function members(db: Kysely<Schema>): Members {
  const joined = db
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select(USER_COLUMNS)
    .select(['members.roles', 'members.joined_at'])

  return {
    foundWorkspace: (workspace, owner) =>
      db.transaction().execute(async (transaction) => {
        const { id } = typeof owner === 'string' ? { id: owner } : owner
        if (typeof owner !== 'string') await users(transaction).createUser(owner)
        const founded = await workspaceStore(transaction).create(workspace)
        await insertMember(transaction, {
          workspace: founded.id,
          user: id,
          roles: ['owner'],
          joinedAt: founded.at,
        })
        return founded
      }),

    async addMember(member) {
      await insertMember(db, member)
    },

    async findMember(workspace, user) {
      const row = await joined
        .where('members.workspace', '=', workspace)
        .where('members.user_id', '=', user)
        .executeTakeFirst()
      return row ? memberOf(row) : null
    },

    async members(workspace) {
      const rows = await joined
        .where('members.workspace', '=', workspace)
        .orderBy('members.joined_at')
        .orderBy('users.id')
        .execute()
      return rows.map(memberOf)
    },

    async memberships(user) {
      const rows = await db
        .selectFrom('members')
        .innerJoin('workspaces', 'workspaces.id', 'members.workspace')
        .selectAll('workspaces')
        .select('members.roles')
        .where('members.user_id', '=', user)
        .orderBy('members.joined_at')
        .orderBy('workspaces.id')
        .execute()
      return rows.map((row) => ({ workspace: workspaceOf(row), roles: rolesOf(row.roles) }))
    },
  }
}

/** Stores a membership; gives false, with no effect, for someone who is a member already. */
export async function insertMember(
  db: Kysely<Schema>,
  { workspace, user, roles, joinedAt }: NewMember,
): Promise<boolean> {
  const inserted = await db
    .insertInto('members')
    .values({ workspace, user_id: user, roles: JSON.stringify(roles), joined_at: joinedAt })
    .onConflict((conflict) => conflict.columns(['workspace', 'user_id']).doNothing())
    .returning('user_id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Reads the roles that a row keeps as JSON. */
export function rolesOf(json: string): Role[] {
  return JSON.parse(json) as Role[]
}

function memberOf(
  row: Omit<Schema['users'], 'email_key' | 'password_hash' | 'language'> &
    Pick<Schema['members'], 'roles' | 'joined_at'>,
): Member {
  return { user: userOf(row), roles: rolesOf(row.roles), joinedAt: row.joined_at }
}
