import type { Team, TeamMember } from '../team.ts'
import { type Known, personName } from './known.ts'
import { count, dateInWords, listed } from './told.ts'

/** Gives what is different between a team then and afterwards, a phrase each. */
export function teamChanges(from: Team, to: Team, known: Known): string[] {
  const changes = [...memberChanges(from.members, to.members, known), ...stepChanges(from, to)]
  if (from.isPrivate !== to.isPrivate) {
    changes.push(to.isPrivate ? 'private from now on' : 'open to everyone from now on')
  }
  if (from.backlogManagement !== to.backlogManagement) {
    changes.push(`backlog management ${to.backlogManagement ? 'switched on' : 'switched off'}`)
  }
  if (from.scale !== to.scale)
    changes.push(`sizes in ${to.scale === 'points' ? 'points' : 'XS to XXL'}`)
  const { iterations } = to
  if (JSON.stringify(from.iterations) !== JSON.stringify(iterations)) {
    changes.push(
      iterations
        ? `iterations of ${iterations.days} days from ${dateInWords(iterations.startsOn)}`
        : 'no iterations',
    )
  }
  return changes
}

function memberChanges(
  from: readonly TeamMember[],
  to: readonly TeamMember[],
  known: Known,
): string[] {
  const before = new Map(from.map(({ user, role }) => [user, role]))
  const after = new Map(to.map(({ user, role }) => [user, role]))
  const changes: string[] = []
  for (const [user, role] of after) {
    const name = personName(known, user)
    const called = role === 'backlog-owner' ? 'backlog owner' : 'member'
    if (!before.has(user)) changes.push(`${name} joined as ${called}`)
    else if (before.get(user) !== role) changes.push(`${name} is ${called} now`)
  }
  for (const user of before.keys()) {
    if (!after.has(user)) changes.push(`${personName(known, user)} left`)
  }
  return changes
}

function stepChanges({ steps: from }: Team, { steps: to }: Team): string[] {
  const before = new Map(from.map((step) => [step.id, step]))
  const kept = new Set(to.map(({ id }) => id))
  const changes: string[] = []
  const added = to.filter(({ id }) => !before.has(id))
  const gone = from.filter(({ id }) => !kept.has(id))
  if (added.length > 0) changes.push(`new ${steps(added)}`)
  if (gone.length > 0) changes.push(`without the ${steps(gone)}`)
  for (const { id, name, category } of to) {
    const old = before.get(id)
    if (!old) continue
    if (old.name !== name) changes.push(`step “${old.name}” is called “${name}”`)
    if (old.category !== category) changes.push(`step “${name}” counts as ${category}`)
  }
  const order = (list: Team['steps']) =>
    list.flatMap(({ id }) => (before.has(id) && kept.has(id) ? [id] : [])).join(' ')
  if (order(from) !== order(to)) changes.push(`${count(to.length, 'step')} in another order`)
  return changes
}

function steps(list: Team['steps']): string {
  return `${list.length === 1 ? 'step' : 'steps'} ${listed(list.map(({ name }) => `“${name}”`))}`
}
