import { isManagedByOwners, isManagedByProduct } from './inForce.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Actor, Role } from './roles.ts'
import type { Story } from './story.ts'
import type { TeamRole } from './team.ts'
import { readsStory, seesTeam, type World } from './visibility.ts'
import { askOne, sentenceOf } from './whoMay.ts'

/**
 * What a person does, as the table of roles in PRODUCT names it. Which command is which action, `decisions/` say;
 * whether a story can take the command at all (its stage, a reason) is the flow rules' business, not asked here.
 */
export const ACTIONS = [
  'capture',
  'vote',
  'comment',
  'resolve',
  'edit',
  'refine',
  'keep',
  'curate',
  'bounce',
  'assign',
  'order',
  'plan',
  'sendBack',
  'reassign',
  'step',
  'acknowledge',
  'acknowledgeChange',
  'manageThemes',
  'manageTemplates',
  'manageViews',
  'runSession',
  'takePart',
  'administer',
] as const
export type Action = (typeof ACTIONS)[number]

/** Where it happens: on the story as it is; `team` is the one a story is assigned to, or a shared view is of. */
export interface Spot {
  readonly story?: Story
  readonly team?: string
  /** Who started the thread that is to be resolved. */
  readonly startedBy?: string
}

/** True for owners and admins. */
export function isAdministrator({ roles }: { readonly roles: readonly Role[] }): boolean {
  return roles.includes('owner') || roles.includes('admin')
}

/** Gives the refusal of an action, with who can do it, or null where the actor may. */
export function refusalOf(
  world: World,
  actor: Pick<Actor, 'id' | 'roles'>,
  action: Action,
  spot: Spot = {},
): Refusal | null {
  const circumstances = circumstancesOf(world)
  if (isAble(circumstances, actor, action, spot)) return null
  // Who may do it because they own the backlog of a team that the asker knows nothing of, is not told (RO10).
  const seen = circumstancesOf(asSeenBy(world, actor))
  const able = [...world.members.values()].filter((member) => isAble(seen, member, action, spot))
  const who = able.map(({ name }) => name).sort((a, b) => a.localeCompare(b))
  const isManaged = !circumstances.isOpen
  const why = sentenceOf(world, action, spot, isManaged)
  const refusal = refuse('notAllowed', `${why} ${askOne(who)}`, who)
  return { ...refusal, action, ...(isManaged && { isManaged }) }
}

/** True when somebody may do something there. Roles stack: one of them is enough. */
export function isAllowed(
  world: World,
  actor: Pick<Actor, 'id' | 'roles'>,
  action: Action,
  spot: Spot = {},
): boolean {
  return isAble(circumstancesOf(world), actor, action, spot)
}

/** What the rights of everybody hang on; looked up when asked for, and once for a thousand members. */
interface Circumstances {
  readonly world: World
  /** No product manager is in force: what they do is open to members. */
  readonly isOpen: boolean
  /** The backlog owners of all teams: they act in the refinement area, too. */
  readonly owners: ReadonlySet<string>
}

function circumstancesOf(world: World): Circumstances {
  let isOpen: boolean | undefined
  let owners: ReadonlySet<string> | undefined
  return {
    world,
    get isOpen() {
      return (isOpen ??= !isManagedByProduct(world))
    },
    get owners() {
      return (owners ??= backlogOwners(world))
    },
  }
}

function isAble(
  circumstances: Circumstances,
  { id, roles }: Pick<Actor, 'id' | 'roles'>,
  action: Action,
  spot: Spot,
): boolean {
  if (isAdministrator({ roles })) return true
  const { world } = circumstances
  const isManager = roles.includes('product-manager')
  // A product manager is a member, with more.
  const isMember = isManager || roles.includes('member')
  const home = teamRoleIn(world, spot.story?.team ?? null, id)
  switch (action) {
    case 'capture':
    case 'vote':
    case 'comment':
      return isMember || roles.includes('contributor') || isAnyOwner()
    case 'resolve':
      return isMember || isAnyOwner() || (roles.includes('contributor') && spot.startedBy === id)
    case 'edit':
      if (spot.story && spot.story.team !== null) return isManager || isOfTeam()
      return (
        isMember || isAnyOwner() || (roles.includes('contributor') && isOwnIdea(spot.story, id))
      )
    case 'refine':
    case 'keep':
    case 'runSession':
    case 'takePart':
      return isMember || isAnyOwner()
    case 'acknowledge':
      if (spot.story && spot.story.team !== null) return isManager || isOfTeam()
      return isMember || isAnyOwner()
    case 'curate':
    case 'manageThemes':
    case 'manageTemplates':
      return isManager || (circumstances.isOpen && (isMember || isAnyOwner()))
    case 'manageViews':
      if (spot.team !== undefined) return isManager || plans(spot.team)
      return isManager || (circumstances.isOpen && (isMember || isAnyOwner()))
    case 'bounce':
      return isManager || isAnyOwner() || (isMember && circumstances.isOpen)
    case 'assign':
      return isManager || assigns()
    case 'reassign':
      // With no product manager in force it is what it consists of: taking it off one backlog, giving it to another.
      return isManager || (circumstances.isOpen && plans() && assigns())
    case 'sendBack':
      return isManager || plans()
    case 'order':
    case 'plan':
      return plans()
    case 'step':
      return isManager || isOfTeam()
    case 'acknowledgeChange':
      return isOfTeam()
    case 'administer':
      return false
  }

  function isAnyOwner(): boolean {
    return circumstances.owners.has(id)
  }

  function isOfTeam(): boolean {
    return home === 'backlog-owner' || (isMember && home === 'member')
  }

  function plans(team = spot.story?.team ?? null): boolean {
    const role = teamRoleIn(world, team, id)
    if (role === 'backlog-owner') return true
    return isMember && role === 'member' && !isManagedByOwners(world, team)
  }

  function assigns(): boolean {
    if (teamRoleIn(world, spot.team ?? null, id) === 'backlog-owner') return true
    return isMember && circumstances.isOpen && !isManagedByOwners(world, spot.team)
  }
}

/** Gives what somebody is in a team; null when they are not in it. */
export function teamRoleIn(
  { settings }: World,
  team: string | null,
  user: string,
): TeamRole | null {
  if (team === null) return null
  return settings.teams.get(team)?.members.find((member) => member.user === user)?.role ?? null
}

/**
 * True when somebody may change a story's document, title and what is said of it. In the trash nothing is written, and
 * what one may not read one does not write.
 */
export function mayWrite(world: World, actor: Pick<Actor, 'id' | 'roles'>, story: Story): boolean {
  const isThere = story.trashedAt === null && readsStory(world, story, actor)
  return isThere && isAllowed(world, actor, 'edit', { story })
}

/** The refusal of what only owners and admins may do. `what` completes "Only owners and admins can …". */
export function onlyAdministrators(what: string, who: readonly string[] = []): Refusal {
  const message = `Only owners and admins can ${what}. ${askOne(who)}`
  return { ...refuse('notAllowed', message, who), action: 'administer' }
}

/** Gives the refusal of inviting people with these roles, or null when the actor may. Only owners appoint owners. */
export function checkInvite(actor: Actor, roles: readonly Role[]): Refusal | null {
  if (!isAdministrator(actor)) return onlyAdministrators('invite people')
  if (!roles.includes('owner') || actor.roles.includes('owner')) return null
  const message = 'Only owners can appoint owners. Ask one of them.'
  return { ...refuse('notAllowed', message), action: 'appointOwners' }
}

function asSeenBy(world: World, reader: Pick<Actor, 'id' | 'roles'>): World {
  const { teams } = world.settings
  const hidden = [...teams.values()].filter((team) => !seesTeam(team, reader))
  if (hidden.length === 0) return world
  const seen = new Map(teams)
  for (const { id } of hidden) seen.delete(id)
  return { ...world, settings: { ...world.settings, teams: seen } }
}

function backlogOwners({ settings }: World): ReadonlySet<string> {
  const owners = new Set<string>()
  for (const { members, archivedAt } of settings.teams.values()) {
    if (archivedAt !== null) continue
    for (const { user, role } of members) if (role === 'backlog-owner') owners.add(user)
  }
  return owners
}

function isOwnIdea(story: Story | undefined, user: string): boolean {
  return story !== undefined && story.stage === 'idea' && story.capturedBy === user
}
