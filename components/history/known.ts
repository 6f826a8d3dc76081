import { textsOf } from '#components/language/loaded.ts'
import type { AreaView } from '#lib/client/client.ts'
import type { Known } from '#lib/domain/history/known.ts'
import type { NamedPerson, NamedStory } from '#lib/schema/history.ts'
import type { Person } from '#components/ui/Avatar.tsx'

type ReadyArea = Extract<AreaView, { phase: 'ready' }>

/** What the workspace and an answer about its past know of the names in it: what is live wins. */
export function knownIn(
  area: ReadyArea,
  {
    people,
    stories,
  }: {
    readonly people: ReadonlyMap<string, NamedPerson>
    readonly stories?: ReadonlyMap<string, NamedStory>
  },
): Known {
  return {
    members: { get: (id) => area.members.get(id) ?? people.get(id) },
    stories: { get: (id) => area.stories.get(id) ?? stories?.get(id) },
    settings: area.settings,
  }
}

/** Gives somebody to draw: a member, or somebody who was one. */
export function personIn(
  area: ReadyArea,
  people: ReadonlyMap<string, NamedPerson>,
  id: string,
): Person & { readonly left: boolean } {
  const member = area.members.get(id)
  if (member) return { ...member, left: false }
  const person = people.get(id)
  return {
    id,
    name: person?.name ?? textsOf('history')('someone'),
    colour: person?.colour ?? 0,
    left: true,
  }
}
