import { defineAction, type Outcome, sendUndoably, workplaceOf } from '#components/actions/index.ts'
import { isQuiet } from '#lib/domain/quiet.ts'
import { shortName } from '#lib/domain/story.ts'
import { allowed, type StoryTarget } from './target.ts'

/** [QU3] Keeps a quiet story for another 60 days, where it is open. */
export const keepStory = defineAction<StoryTarget>({
  id: 'story.keep',
  title: 'Keep, although it is quiet',
  group: 'Story',
  keys: ['Y'],
  words: 'stale fresh stay',
  when: ({ client, story }) =>
    isQuiet(story, Date.now()) && allowed(client, { type: 'keepStory', story: story.id }),
  run: ({ client, story }): Outcome =>
    sendUndoably(
      workplaceOf(client),
      { type: 'keepStory', story: story.id },
      `${shortName(story)} kept`,
    ),
})
