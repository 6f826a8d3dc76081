'use client'

import { Triangle } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import type { Story } from '#lib/domain/story.ts'
import { voteForStory } from './markActions.ts'
import type { StoryClient } from './target.ts'

/** How many want a story; pressing it gives one's own vote or takes it back. Nothing where nobody does. */
export function VoteButton({
  client,
  story,
  tabbable,
}: {
  readonly client: StoryClient
  readonly story: Story
  /** Tab reaches it: only in the card that has the focus. */
  readonly tabbable: boolean
}) {
  const { votes } = story
  if (votes.length === 0) return null
  const t = textsOf('flow')
  const mine = votes.includes(client.me.id)
  return (
    <button
      type="button"
      tabIndex={tabbable ? 0 : -1}
      aria-pressed={mine}
      aria-label={t('votes', { count: votes.length, mine: String(mine) })}
      title={mine ? t('unvoteKeys') : t('voteKeys')}
      onClick={() => runAction(voteForStory, { client, story })}
      className={classes(
        'target flex shrink-0 items-center gap-1 rounded-control tabular-nums hover:text-text',
        mine && 'font-medium text-accent-text',
      )}
    >
      <Triangle aria-hidden size={9} fill={mine ? 'currentColor' : 'none'} />
      {votes.length}
    </button>
  )
}
