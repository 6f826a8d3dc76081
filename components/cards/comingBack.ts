import { findStory } from '#components/shell/findStory.ts'
import { comesFrom } from '#components/shell/location.ts'
import type { Story } from '#lib/domain/story.ts'
import type { FocusState } from './listFocus.ts'
import { firstStory, type Lists, spotOf } from './walk.ts'

/** Gives where the focus begins: on the story whose page one comes back from, in sight, else on the first one shown. */
export function beginning(lists: Lists, stories: ReadonlyMap<string, Story>): Partial<FocusState> {
  const first = firstStory(lists)
  // A list whose code is still to come shows nothing yet.
  if (first === null) return { focus: null }
  const left = comesFrom()
  const story = left === null ? null : findStory(stories, left)
  if (!story || !spotOf(lists, story.id)) return { focus: first }
  return { focus: story.id, revealed: story.id, grab: true }
}
