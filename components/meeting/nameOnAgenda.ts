import type { ReadyArea } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'

/** Gives what a story is called on the agenda; one that this person may not see has no name. */
export function nameOnAgenda({ stories }: ReadyArea, id: string): string {
  const story = stories.get(id)
  return story
    ? [story.key, story.title].filter(Boolean).join(' ')
    : textsOf('meeting.agenda')('hidden')
}
