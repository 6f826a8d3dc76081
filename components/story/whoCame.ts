import { textsOf } from '#components/language/loaded.ts'
import type { PersonHere } from './presentPeople.ts'

type Named = Pick<PersonHere, 'id' | 'name'>

/** Gives what is said when others have come into a story or left it: "Bo and Cy are here. Dee has left"; '' for nothing. */
export function whoCame(before: readonly Named[], now: readonly Named[]): string {
  const t = textsOf('story')
  const came = named(without(now, before))
  const left = named(without(before, now))
  return [came && t('came', came), left && t('went', left)].filter(Boolean).join('. ')
}

function without(people: readonly Named[], others: readonly Named[]): readonly Named[] {
  return people.filter(({ id }) => !others.some((other) => other.id === id))
}

function named([first, second, ...more]: readonly Named[]) {
  if (!first) return null
  if (!second) return { names: first.name, several: 'no' }
  const t = textsOf('story')
  const names =
    more.length === 0
      ? t('bothNames', { first: first.name, second: second.name })
      : t('manyNames', { first: first.name, count: more.length + 1 })
  return { names, several: 'yes' }
}
