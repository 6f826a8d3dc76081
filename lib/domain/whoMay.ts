import { isManagedByOwners } from './inForce.ts'
import type { Action, Spot } from './permissions.ts'
import type { World } from './visibility.ts'

/** Gives the sentence of a refused action: who may do it. `isManaged`: a product manager is in force. */
export function sentenceOf(
  world: World,
  action: Action,
  { story, team }: Spot,
  isManaged: boolean,
): string {
  const product = isManaged ? 'Only product managers can' : 'Only members can'
  const backlog = nameOfTeam(world, story?.team ?? team)
  switch (action) {
    case 'capture':
      return 'Viewers can read, but not capture ideas.'
    case 'vote':
      return 'Viewers can read, but not vote.'
    case 'comment':
      return 'Viewers can read, but not comment.'
    case 'resolve':
      return 'Only members can resolve a discussion that somebody else began.'
    case 'edit':
      if (story && story.team !== null)
        return `Only the people of ${backlog} can change its stories.`
      return 'Only members can change this story.'
    case 'refine':
      return 'Only members can move ideas into Refinement and back.'
    case 'keep':
      return 'Only members can say which quiet stories to keep.'
    case 'curate':
      return `${product} mark stories ready, order them, dismiss them or take them back.`
    case 'manageThemes':
      return `${product} change themes and personas.`
    case 'manageTemplates':
      return `${product} change templates.`
    case 'manageViews':
      if (team === undefined) return `${product} change views that everybody has.`
      return `Only product managers and the ${isManagedByOwners(world, team) ? 'backlog owners' : 'people'} of ${backlog} can change views that everybody has.`
    case 'runSession':
      return 'Only members can run meetings and planning sessions.'
    case 'takePart':
      return 'Only members can take part in meetings and planning sessions; everybody may watch.'
    case 'bounce':
      return isManaged
        ? 'Only product managers and backlog owners can send a ready story back.'
        : 'Only members can send a ready story back.'
    case 'assign':
      return isManagedByOwners(world, team)
        ? `Only product managers and the backlog owners of ${nameOfTeam(world, team)} can assign stories to it.`
        : `${product} assign stories to ${nameOfTeam(world, team)}.`
    case 'order':
    case 'plan':
      return isManagedByOwners(world, story?.team)
        ? `Only the backlog owners of ${backlog} can order, size and schedule its stories.`
        : `Only the people of ${backlog} can order, size and schedule its stories.`
    case 'sendBack':
      return isManagedByOwners(world, story?.team)
        ? `Only product managers and the backlog owners of ${backlog} can take stories off its backlog.`
        : `Only product managers and the people of ${backlog} can take stories off its backlog.`
    case 'reassign':
      return isManaged
        ? 'Only product managers can give a story to another team.'
        : `Only people who may take stories off the backlog of ${backlog} and assign them to ${nameOfTeam(world, team)} can do this.`
    case 'step':
      return `Only the people of ${backlog} can move its stories through the steps.`
    case 'acknowledge':
      return story && story.team !== null
        ? `Only the people of ${backlog} can acknowledge its stories.`
        : 'Only members can acknowledge a story for product, design or engineering.'
    case 'acknowledgeChange':
      return `Only the people of ${backlog} can say that they have seen the change.`
    case 'administer':
      return 'Only owners and admins can do this.'
  }
}

function nameOfTeam({ settings }: World, team: string | null | undefined): string {
  return (team && settings.teams.get(team)?.name) || 'the team'
}

/** Whom to ask. At most three are named; a long list helps nobody. */
export function askOne(names: readonly string[]): string {
  const [first, second, third] = names
  if (!first) return 'Ask an owner or admin.'
  if (!second) return `Ask ${first}.`
  if (!third) return `Ask ${first} or ${second}.`
  if (names.length === 3) return `Ask ${first}, ${second} or ${third}.`
  return `Ask ${first}, ${second} or another of them.`
}
