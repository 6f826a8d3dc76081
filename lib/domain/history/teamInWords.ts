import type { Team, TeamMember } from '../team.ts'
import { type Known, personName, quoted } from './known.ts'
import { type Phrase, phrase } from './told.ts'

/** Gives what is different between a team then and afterwards, a phrase each. */
export function teamChanges(from: Team, to: Team, known: Known): Phrase[] {
  const changes = [...memberChanges(from.members, to.members, known), ...stepChanges(from, to)]
  if (from.isPrivate !== to.isPrivate) {
    changes.push(phrase(to.isPrivate ? 'madePrivate' : 'madeOpen'))
  }
  if (from.backlogManagement !== to.backlogManagement) {
    changes.push(phrase(to.backlogManagement ? 'managementOn' : 'managementOff'))
  }
  if (from.scale !== to.scale) {
    changes.push(phrase(to.scale === 'points' ? 'sizesInPoints' : 'sizesInShirts'))
  }
  const { iterations } = to
  if (JSON.stringify(from.iterations) !== JSON.stringify(iterations)) {
    changes.push(
      iterations
        ? phrase('iterations', { days: iterations.days, on: { day: iterations.startsOn } })
        : phrase('noIterations'),
    )
  }
  return changes
}

function memberChanges(
  from: readonly TeamMember[],
  to: readonly TeamMember[],
  known: Known,
): Phrase[] {
  const before = new Map(from.map(({ user, role }) => [user, role]))
  const after = new Map(to.map(({ user, role }) => [user, role]))
  const changes: Phrase[] = []
  for (const [user, role] of after) {
    const who = { person: personName(known, user), role: phrase(`role-${role}`) }
    if (!before.has(user)) changes.push(phrase('joinedTeam', who))
    else if (before.get(user) !== role) changes.push(phrase('roleInTeam', who))
  }
  for (const user of before.keys()) {
    if (!after.has(user)) changes.push(phrase('leftTeam', { person: personName(known, user) }))
  }
  return changes
}

function stepChanges({ steps: from }: Team, { steps: to }: Team): Phrase[] {
  const before = new Map(from.map((step) => [step.id, step]))
  const kept = new Set(to.map(({ id }) => id))
  const changes: Phrase[] = []
  const added = to.filter(({ id }) => !before.has(id))
  const gone = from.filter(({ id }) => !kept.has(id))
  if (added.length > 0) changes.push(phrase('newSteps', steps(added)))
  if (gone.length > 0) changes.push(phrase('goneSteps', steps(gone)))
  for (const { id, name, category } of to) {
    const old = before.get(id)
    if (!old) continue
    if (old.name !== name) changes.push(phrase('stepRenamed', { from: old.name, to: name }))
    if (old.category !== category) {
      changes.push(phrase('stepCounts', { name, category: phrase(`category-${category}`) }))
    }
  }
  const order = (list: Team['steps']) =>
    list.flatMap(({ id }) => (before.has(id) && kept.has(id) ? [id] : [])).join(' ')
  if (order(from) !== order(to)) changes.push(phrase('stepsOrdered', { count: to.length }))
  return changes
}

function steps(list: Team['steps']) {
  return { count: list.length, steps: { all: list.map(({ name }) => quoted(name)) } }
}
