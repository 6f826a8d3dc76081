import type { PersonHere } from './presentPeople.ts'

type Named = Pick<PersonHere, 'id' | 'name'>

/** Gives what is said when others have come into a story or left it: "Bo and Cy are here. Dee has left"; '' for nothing. */
export function whoCame(before: readonly Named[], now: readonly Named[]): string {
  const came = named(without(now, before))
  const left = named(without(before, now))
  return [
    came && `${came.names} ${came.several ? 'are' : 'is'} here`,
    left && `${left.names} ${left.several ? 'have' : 'has'} left`,
  ]
    .filter(Boolean)
    .join('. ')
}

function without(people: readonly Named[], others: readonly Named[]): readonly Named[] {
  return people.filter(({ id }) => !others.some((other) => other.id === id))
}

function named([first, second, ...more]: readonly Named[]) {
  if (!first) return null
  if (!second) return { names: first.name, several: false }
  const last = more.length === 0 ? second.name : `${more.length + 1} others`
  return { names: `${first.name} and ${last}`, several: true }
}
