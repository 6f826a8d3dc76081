'use client'

import { whyNotIn } from '#components/language/refusalText.ts'
import { Triangle } from 'lucide-react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { voteForStory } from '#components/flow/markActions.ts'
import type { StoryTarget } from '#components/flow/target.ts'
import { textsOf } from '#components/language/loaded.ts'
import { FieldButton } from './FieldButton.tsx'
import { FieldLine } from './FieldLine.tsx'

/** Who wants a story. */
export function WantedField({
  target: { client, story },
  area,
}: {
  readonly target: StoryTarget
  readonly area: ReadyArea
}) {
  const t = textsOf('story')
  const { votes } = story
  const voted = votes.includes(client.me.id)
  const locked = whyNotIn(client.judge({ type: 'upvoteStory', story: story.id }))
  const names = votes.map((id) => area.members.get(id)?.name ?? t('fields.someoneWhoLeft'))
  return (
    <FieldLine label={t('fields.wantedBy')}>
      <FieldButton
        locked={locked}
        isEmpty={votes.length === 0}
        aria-pressed={voted}
        aria-label={t('fields.votes', { count: votes.length, voted: voted ? 'yes' : 'no' })}
        title={names.length === 0 ? t('fields.voteKey') : names.join(', ')}
        onClick={() => runAction(voteForStory, { client, story })}
      >
        <Triangle
          aria-hidden
          size={11}
          fill={voted ? 'currentColor' : 'none'}
          className={voted ? 'text-accent-text' : undefined}
        />
        <span className="tabular-nums">{votes.length}</span>
        <span className="text-label text-subtle">
          {voted ? t('fields.voted') : t('fields.vote')}
        </span>
      </FieldButton>
    </FieldLine>
  )
}
