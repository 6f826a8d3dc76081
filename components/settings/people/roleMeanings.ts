import type { Role } from '#lib/domain/roles.ts'
import { listed } from '../listed.ts'

/** What a role lets a person do, as the table of roles says it. */
export const ROLE_MEANINGS: Record<Role, string> = {
  owner: 'Everything, and appoints other owners.',
  admin: 'People, roles, teams and policy; everything a product manager may.',
  'product-manager': 'Marks stories ready, assigns them to teams, orders the area, owns themes.',
  member: 'Writes, refines and votes; works on the backlogs of their teams.',
  contributor: 'Captures ideas and votes; edits own ideas.',
  viewer: 'Reads.',
}

interface Person {
  readonly name: string
  readonly roles: readonly string[]
}

/**
 * Says whether product managers are in force and what that changes, in sentences: "Since Ana is product manager, only
 * product managers …".
 */
export function productInForce(people: readonly Person[]): string {
  const managers = people.filter(({ roles }) => roles.includes('product-manager'))
  if (managers.length === 0) {
    return 'Nobody is product manager yet, so every member marks stories ready, orders the refinement area, assigns stories to teams and changes themes. Appoint one, and these become theirs.'
  }
  return `Since ${listed(managers.map(({ name }) => name))} ${managers.length === 1 ? 'is product manager' : 'are product managers'}, only product managers (and owners and admins) mark stories ready, order the refinement area, decide what won't be done, assign stories to teams and change themes.`
}
