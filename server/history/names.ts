import { must } from '#lib/domain/must.ts'
import { isAdministrator } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import { peopleIn, storiesIn } from '#lib/domain/history/mentioned.ts'
import { readsStory } from '#lib/domain/visibility.ts'
import type { NamedPerson, NamedStory } from '#lib/schema/history.ts'
import type { Source } from './source.ts'

/** Gives who and what the events name, as far as the reader may know of it. */
export async function namesIn(
  source: Source,
  reader: Actor,
  events: readonly WorkspaceEvent[],
): Promise<{ people: NamedPerson[]; stories: NamedStory[] }> {
  const [people, stories] = await Promise.all([
    namePeople(source, events.flatMap(peopleIn)),
    nameStories(source, reader, events.flatMap(storiesIn)),
  ])
  return { people, stories }
}

/** Gives people by their ids, each once, those who are no longer members too. */
export async function namePeople({ storage, state }: Source, ids: Iterable<string>) {
  const found = await Promise.all(
    [...new Set(ids)].map(async (id): Promise<NamedPerson | null> => {
      const user = await storage.people.findUser(id)
      return user && { id, name: user.name, colour: user.colour, left: !state.members.has(id) }
    }),
  )
  return found.filter((person) => person !== null)
}

async function nameStories(source: Source, reader: Actor, ids: Iterable<string>) {
  const found = await Promise.all(
    [...new Set(ids)].map((id): NamedStory | null | Promise<NamedStory | null> => {
      const story = source.state.stories.get(id)
      if (!story) return isAdministrator(reader) ? lastNameOf(source, id) : null
      if (!readsStory(source.state, story, reader)) return null
      const { key, title, trashedAt } = story
      return { id, key, title, where: trashedAt === null ? 'list' : 'trash' }
    }),
  )
  return found.filter((story) => story !== null)
}

/** Gives what a story was called that was removed for good. */
async function lastNameOf(
  { storage, workspace }: Source,
  story: string,
): Promise<NamedStory | null> {
  const [end] = await storage.workspaces.history({
    workspace,
    story,
    types: ['StoryPurged'],
    limit: 1,
  })
  if (end?.type !== 'StoryPurged') return null
  return { id: must(end.story, 'a removed story'), key: end.key, title: end.title, where: 'gone' }
}
