'use client'

import { Triangle } from 'lucide-react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { voteForStory } from '#components/flow/markActions.ts'
import type { StoryTarget } from '#components/flow/target.ts'
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
  const { votes } = story
  const voted = votes.includes(client.me.id)
  const locked = client.judge({ type: 'upvoteStory', story: story.id })?.message ?? null
  const names = votes.map((id) => area.members.get(id)?.name ?? 'Someone who left')
  return (
    <FieldLine label="Wanted by">
      <FieldButton
        locked={locked}
        isEmpty={votes.length === 0}
        aria-pressed={voted}
        aria-label={`${votes.length === 1 ? '1 vote' : `${votes.length} votes`}. ${voted ? 'Take my vote back' : 'Vote for it'}`}
        title={names.length === 0 ? 'Vote for it (V)' : names.join(', ')}
        onClick={() => runAction(voteForStory, { client, story })}
      >
        <Triangle
          aria-hidden
          size={11}
          fill={voted ? 'currentColor' : 'none'}
          className={voted ? 'text-accent-text' : undefined}
        />
        <span className="tabular-nums">{votes.length}</span>
        <span className="text-label text-subtle">{voted ? 'Voted' : 'Vote'}</span>
      </FieldButton>
    </FieldLine>
  )
}
