import { isAdministrator } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { readsStory } from '#lib/domain/visibility.ts'
import { fail } from '#server/auth/failure.ts'
import type { Source } from '#server/history/source.ts'
import type { ApiParts } from './parts.ts'

/** Gives a workspace to read the past of; null when there is none with this id. */
export async function sourceOf(
  { storage, workspaces }: ApiParts,
  workspace: string,
): Promise<Source | null> {
  const opened = await workspaces.open(workspace)
  return opened && { storage, workspace, state: opened.state }
}

/**
 * Gives the id of the story that an address names by id or key: one the reader may see, or one that was removed for good
 * where they may know of it. Null: there is none for them. Undefined: none was named.
 */
export async function storyAsked(
  { storage, workspace, state }: Source,
  reader: Actor,
  name: string | undefined,
): Promise<string | null | undefined> {
  if (name === undefined) return undefined
  const key = name.toUpperCase()
  const found =
    state.stories.get(name) ?? [...state.stories.values()].find((story) => story.key === key)
  if (found) return readsStory(state, found, reader) ? found.id : null
  if (!isAdministrator(reader)) return null
  const past = await storage.workspaces.history({ workspace, story: name, limit: 1 })
  return past.length > 0 ? name : null
}

/** Gives the names of those who may do everything, for a sentence that says whom to ask. */
export function administratorsOf({ state }: Source): string[] {
  return [...state.members.values()].filter(isAdministrator).map(({ name }) => name)
}

export const storyNotFound = fail('notFound', 'There is no such story here.', {
  field: 'story',
  detail: 'noSuchStory',
})
