import type { Role } from '#lib/domain/roles.ts'
import type { TeamRole } from '#lib/domain/team.ts'

/** What people call the roles. */
export const ROLE_NAMES: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  'product-manager': 'Product manager',
  member: 'Member',
  contributor: 'Contributor',
  viewer: 'Viewer',
}

/** Gives roles as a list: "Owner, Product manager". */
export function roleNames(roles: readonly string[]): string {
  return roles.map((role) => ROLE_NAMES[role as Role] ?? role).join(', ')
}

/** What people call the roles in a team. */
export const TEAM_ROLE_NAMES: Record<TeamRole, string> = {
  member: 'Member',
  'backlog-owner': 'Backlog owner',
}
