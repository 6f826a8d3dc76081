import { defineAction, type Outcome, sendUndoably, workplaceOf } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { isQuiet } from '#lib/domain/quiet.ts'
import { allowed, type StoryTarget } from './target.ts'

/** [QU3] Keeps a quiet story for another 60 days, where it is open. */
export const keepStory = defineAction<StoryTarget>({
  id: 'story.keep',
  group: 'Story',
  keys: ['Y'],
  when: ({ client, story }) =>
    isQuiet(story, Date.now()) && allowed(client, { type: 'keepStory', story: story.id }),
  run: ({ client, story }): Outcome =>
    sendUndoably(
      workplaceOf(client),
      { type: 'keepStory', story: story.id },
      textsOf('flow.said')('kept', { name: storyName(story) }),
    ),
})
