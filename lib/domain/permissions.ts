import { type Refusal, refuse } from './refusal.ts'
import type { Actor, Role } from './roles.ts'

/** True for owners and admins: members, invitations, tokens of others, sample data. */
export function isAdministrator(actor: Actor): boolean {
  return actor.roles.includes('owner') || actor.roles.includes('admin')
}

/** The refusal of what only owners and admins may do. `what` completes "Only owners and admins can …". */
export function onlyAdministrators(what: string): Refusal {
  return refuse('notAllowed', `Only owners and admins can ${what}. Ask one of them.`, [
    'owner',
    'admin',
  ])
}

/** Gives the refusal of inviting people with these roles, or null when the actor may. Only owners appoint owners. */
export function checkInvite(actor: Actor, roles: readonly Role[]): Refusal | null {
  if (!isAdministrator(actor)) return onlyAdministrators('invite people')
  if (!roles.includes('owner') || actor.roles.includes('owner')) return null
  return refuse('notAllowed', 'Only owners can appoint owners. Ask one of them.', ['owner'])
}
