import type { Actor } from '../roles.ts'
import type { Story } from '../story.ts'
import { readsStory, readsTeam, type World } from '../visibility.ts'
import type { InboxEntry } from './entry.ts'

/** One story in a person's inbox, as their list carries it. */
export interface InboxItem extends Pick<InboxEntry, 'notices' | 'doneUpTo' | 'settled' | 'stance'> {
  /** The story's. */
  readonly id: string
  readonly key: string | null
  readonly title: string
}

/**
 * Gives what a person sees of an entry of their inbox; null while they may not read the story (IN4). What was told of a
 * team that they may not know of any more is left out.
 */
export function itemOf(
  world: World,
  story: Story,
  entry: InboxEntry,
  reader: Pick<Actor, 'id' | 'roles'>,
): InboxItem | null {
  if (!readsStory(world, story, reader)) return null
  const { id, key, title } = story
  const { doneUpTo, settled, stance } = entry
  const notices = entry.notices.filter(({ teams = [] }) =>
    teams.every((team) => readsTeam(world, team, reader)),
  )
  return { id, key, title, notices, doneUpTo, ...(settled && { settled }), stance }
}
