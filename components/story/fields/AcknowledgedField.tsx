'use client'

import { whyNotIn } from '#components/language/refusalText.ts'
import { Check, CircleDashed } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { acknowledgeStory } from '#components/flow/markActions.ts'
import type { StoryTarget } from '#components/flow/target.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { type Side, SIDES } from '#lib/domain/story.ts'
import { FieldButton } from './FieldButton.tsx'
import { FieldLine } from './FieldLine.tsx'
import type { Opened } from './opened.ts'

/** Who has looked at a story for product, design and engineering (RD2). Pressing a side does so, or takes it back. */
export function AcknowledgedField({
  target,
  area,
  opened,
}: {
  readonly target: StoryTarget
  readonly area: ReadyArea
  readonly opened: Opened
}) {
  const t = textsOf('story')
  const { story } = target
  const field = useRef<HTMLDivElement>(null)
  const isWanted = opened.isOpen('acknowledged')
  useEffect(() => {
    if (!isWanted) return
    field.current?.querySelector<HTMLElement>('[aria-pressed="false"]')?.focus()
    opened.set('acknowledged')(false)
  }, [isWanted, opened])
  return (
    <FieldLine label={t('fields.seenBy')}>
      <div ref={field} className="contents">
        {SIDES.map((side) => (
          <SideButton
            key={side}
            target={target}
            side={side}
            who={area.members.get(story.acknowledged[side] ?? '')}
          />
        ))}
      </div>
    </FieldLine>
  )
}

function SideButton({
  target: { client, story },
  side,
  who,
}: {
  readonly target: StoryTarget
  readonly side: Side
  readonly who: { readonly id: string; readonly name: string; readonly colour: number } | undefined
}) {
  const t = textsOf('story')
  const isSeen = story.acknowledged[side] !== undefined
  const locked = whyNotIn(client.judge({ type: 'acknowledgeStory', story: story.id, side }))
  const by = who?.name ?? t('fields.someoneLeft')
  return (
    <FieldButton
      locked={locked}
      isEmpty={!isSeen}
      aria-pressed={isSeen}
      title={isSeen ? t('fields.acknowledgedBy', { who: by }) : t('fields.acknowledge', { side })}
      onClick={() => runAction(acknowledgeStory, { client, story, side })}
    >
      {isSeen ? (
        <Check aria-hidden size={12} className="shrink-0 text-ready" />
      ) : (
        <CircleDashed aria-hidden size={12} className="shrink-0" />
      )}
      {textsOf('words.sides')(side)}
      {who ? <Avatar person={who} size="small" /> : null}
    </FieldButton>
  )
}
