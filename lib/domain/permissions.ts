import { type Refusal, refuse } from './refusal.ts'
import type { Actor } from './roles.ts'

/** True for owners and admins: members, invitations, tokens of others, sample data. */
export function isAdministrator(actor: Actor): boolean {
  return actor.roles.includes('owner') || actor.roles.includes('admin')
}

/** The refusal of what only owners and admins may do. `what` completes "Only owners and admins can …". */
export function onlyAdministrators(what: string): Refusal {
  return refuse('notAllowed', `Only owners and admins can ${what}. Ask one of them.`, ['owner', 'admin'])
}
