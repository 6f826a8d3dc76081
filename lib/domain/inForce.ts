import type { World } from './visibility.ts'

/** "PM in force": at least one product manager is appointed. */
export function isManagedByProduct({ members }: World): boolean {
  for (const { roles } of members.values()) if (roles.includes('product-manager')) return true
  return false
}

/** "BO in force": the team has backlog management switched on. */
export function isManagedByOwners({ settings }: World, team: string | null | undefined): boolean {
  return Boolean(team && settings.teams.get(team)?.backlogManagement)
}
