import { defineAction, type Outcome, sendUndoably, workplaceOf } from '#components/actions/index.ts'
import { SIDE_NAMES } from '#lib/domain/checklist.ts'
import { shortName, type Side } from '#lib/domain/story.ts'
import { stanceOf, whyHears } from './follows.ts'
import { allowed, type StoryTarget } from './target.ts'

export const voteForStory = defineAction<StoryTarget>({
  id: 'story.vote',
  title: 'Vote for it, or take the vote back',
  group: 'Story',
  keys: ['V'],
  words: 'upvote want like',
  when: ({ client, story }) => allowed(client, { type: 'upvoteStory', story: story.id }),
  run: ({ client, story }): Outcome => {
    const has = story.votes.includes(client.me.id)
    return sendUndoably(
      workplaceOf(client),
      { type: has ? 'withdrawVote' : 'upvoteStory', story: story.id },
      has ? `Vote for ${shortName(story)} taken back` : `Voted for ${shortName(story)}`,
      { quiet: true },
    )
  },
})

export const watchStory = defineAction<StoryTarget>({
  id: 'story.watch',
  title: 'Watch, or stop watching',
  group: 'Story',
  keys: ['W'],
  words: 'follow subscribe notify',
  run: ({ client, story }): Outcome => {
    const has = whyHears(client, story) !== null
    return sendUndoably(
      workplaceOf(client),
      { type: has ? 'unwatchStory' : 'watchStory', story: story.id },
      has ? `No longer watching ${shortName(story)}` : `Watching ${shortName(story)}`,
    )
  },
})

/** Hears of a story nothing any more, or again (IN2). */
export const muteStory = defineAction<StoryTarget>({
  id: 'story.mute',
  title: 'Mute, or hear of it again',
  group: 'Story',
  keys: ['Shift+W'],
  words: 'silence ignore notifications',
  run: ({ client, story }): Outcome => {
    const isMuted = stanceOf(client, story) === 'muted'
    return sendUndoably(
      workplaceOf(client),
      { type: isMuted ? 'unmuteStory' : 'muteStory', story: story.id },
      isMuted ? `${shortName(story)} is heard of again` : `${shortName(story)} is muted`,
    )
  },
})

/** RD2: one side has looked at it, or takes that back. */
export const acknowledgeStory = defineAction<StoryTarget & { readonly side: Side }>({
  id: 'story.acknowledge',
  title: 'Acknowledge',
  group: 'Story',
  keysOnly: true,
  when: ({ client, story, side }) =>
    allowed(client, { type: 'acknowledgeStory', story: story.id, side }),
  run: ({ client, story, side }): Outcome => {
    const has = story.acknowledged[side] !== undefined
    return sendUndoably(
      workplaceOf(client),
      { type: has ? 'withdrawAcknowledgement' : 'acknowledgeStory', story: story.id, side },
      has
        ? `${SIDE_NAMES[side]} no longer acknowledges ${shortName(story)}`
        : `${SIDE_NAMES[side]} acknowledges ${shortName(story)}`,
      { quiet: true },
    )
  },
})
