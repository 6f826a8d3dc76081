import type { Presence } from '#lib/client/client.ts'

/** Someone who has a story open now. One entry a person, however many tabs. */
export interface PersonHere {
  readonly id: string
  readonly name: string
  readonly colour: number
  readonly editing: boolean
}

export type PeopleByStory = ReadonlyMap<string, readonly PersonHere[]>

/**
 * Gives who is in each story, whoever edits first, then by name. A story whose people did not change keeps its
 * array from `previous`, so that its card does not render again.
 */
export function peopleByStory(
  presence: readonly Presence[],
  previous: PeopleByStory = new Map(),
): PeopleByStory {
  const found = new Map<string, Map<string, PersonHere>>()
  for (const { story, user, editing } of presence) {
    if (story === null) continue
    const people = found.get(story) ?? new Map<string, PersonHere>()
    const elsewhere = people.get(user.id)
    people.set(user.id, { ...user, editing: editing || (elsewhere?.editing ?? false) })
    found.set(story, people)
  }
  const result = new Map<string, readonly PersonHere[]>()
  for (const [story, people] of found) {
    const now = [...people.values()].sort(byActivity)
    const before = previous.get(story)
    result.set(story, before && sameList(before, now) ? before : now)
  }
  return result
}

function byActivity(a: PersonHere, b: PersonHere): number {
  if (a.editing !== b.editing) return a.editing ? -1 : 1
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1
}

function sameList(a: readonly PersonHere[], b: readonly PersonHere[]): boolean {
  return a.length === b.length && a.every((person, index) => same(person, b[index]))
}

function same(a: PersonHere, b: PersonHere | undefined): boolean {
  return (
    b !== undefined &&
    a.id === b.id &&
    a.name === b.name &&
    a.colour === b.colour &&
    a.editing === b.editing
  )
}
