import { textsOf } from '#components/language/loaded.ts'
import type { Presence } from '#lib/client/client.ts'

/** Someone else who has this story open. One entry a person, however many tabs. */
export interface PersonHere {
  readonly id: string
  readonly name: string
  readonly colour: number
  readonly editing: boolean
}

/** Gives who has a story open, whoever writes first, then by name. */
export function peopleIn(presence: readonly Presence[], story: string): PersonHere[] {
  const people = new Map<string, PersonHere>()
  for (const { user, story: where, editing } of presence) {
    if (where !== story) continue
    people.set(user.id, { ...user, editing: editing || (people.get(user.id)?.editing ?? false) })
  }
  return [...people.values()].sort(
    (a, b) =>
      Number(b.editing) - Number(a.editing) ||
      a.name.localeCompare(b.name) ||
      (a.id < b.id ? -1 : 1),
  )
}

/** Gives the sentence about who writes: "Ana editing", "Ana and Bo editing", "Ana and 2 others editing", or ''. */
export function whoEdits(people: readonly PersonHere[]): string {
  const [first, second, ...more] = people.filter(({ editing }) => editing).map(({ name }) => name)
  if (first === undefined) return ''
  if (second === undefined) return textsOf('story')('people.oneEdits', { first })
  if (more.length === 0) return textsOf('story')('people.twoEdit', { first, second })
  return textsOf('story')('people.moreEdit', { first, count: more.length + 1 })
}
