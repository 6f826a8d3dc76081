import { defineAction, type Outcome, sendUndoably, workplaceOf } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { type Side } from '#lib/domain/story.ts'
import { stanceOf, whyHears } from './follows.ts'
import { allowed, type StoryTarget } from './target.ts'

export const voteForStory = defineAction<StoryTarget>({
  id: 'story.vote',
  group: 'Story',
  keys: ['V'],
  when: ({ client, story }) => allowed(client, { type: 'upvoteStory', story: story.id }),
  run: ({ client, story }): Outcome => {
    const has = story.votes.includes(client.me.id)
    return sendUndoably(
      workplaceOf(client),
      { type: has ? 'withdrawVote' : 'upvoteStory', story: story.id },
      textsOf('flow.said')(has ? 'unvoted' : 'voted', { name: storyName(story) }),
      { quiet: true },
    )
  },
})

export const watchStory = defineAction<StoryTarget>({
  id: 'story.watch',
  group: 'Story',
  keys: ['W'],
  run: ({ client, story }): Outcome => {
    const has = whyHears(client, story) !== null
    return sendUndoably(
      workplaceOf(client),
      { type: has ? 'unwatchStory' : 'watchStory', story: story.id },
      textsOf('flow.said')(has ? 'unwatched' : 'watching', { name: storyName(story) }),
    )
  },
})

/** Hears of a story nothing any more, or again (IN2). */
export const muteStory = defineAction<StoryTarget>({
  id: 'story.mute',
  group: 'Story',
  keys: ['Shift+W'],
  run: ({ client, story }): Outcome => {
    const isMuted = stanceOf(client, story) === 'muted'
    return sendUndoably(
      workplaceOf(client),
      { type: isMuted ? 'unmuteStory' : 'muteStory', story: story.id },
      textsOf('flow.said')(isMuted ? 'unmuted' : 'muted', { name: storyName(story) }),
    )
  },
})

/** RD2: one side has looked at it, or takes that back. */
export const acknowledgeStory = defineAction<StoryTarget & { readonly side: Side }>({
  id: 'story.acknowledge',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story, side }) =>
    allowed(client, { type: 'acknowledgeStory', story: story.id, side }),
  run: ({ client, story, side }): Outcome => {
    const has = story.acknowledged[side] !== undefined
    return sendUndoably(
      workplaceOf(client),
      { type: has ? 'withdrawAcknowledgement' : 'acknowledgeStory', story: story.id, side },
      textsOf('flow.said')(has ? 'acknowledgesNot' : 'acknowledges', {
        side: textsOf('words.sides')(side),
        name: storyName(story),
      }),
      { quiet: true },
    )
  },
})
