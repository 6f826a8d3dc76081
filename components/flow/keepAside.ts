import {
  defineAction,
  type Outcome,
  sendAllUndoably,
  workplaceOf,
} from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { storyMoves } from './moveActions.ts'
import type { StoryTarget } from './target.ts'

/**
 * Keeps a story in Won't do and says when to look again (`YYYY-MM-DD`; null: never). The flow knows a day only with a
 * dismissal, so it is taken back and dismissed anew for the same reason.
 */
export const keepAside = defineAction<StoryTarget & { readonly until: string | null }>({
  id: 'story.keepAside',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story }) =>
    storyMoves.reopenStory.when?.({ client, story, ask: () => {} }) ?? true,
  run: ({ client, story, until }): Outcome =>
    sendAllUndoably(
      workplaceOf(client),
      [
        { type: 'reopenStory', story: story.id },
        {
          type: 'dismissStory',
          story: story.id,
          reason: story.reason ?? textsOf('flow.said')('notNow'),
          ...(until !== null && { revisitOn: until }),
          ...(story.duplicateOf !== null && { duplicateOf: story.duplicateOf }),
        },
      ],
      () => textsOf('flow.said')('aside', { name: storyName(story) }),
    ),
})
