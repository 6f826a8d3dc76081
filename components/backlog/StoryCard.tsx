'use client'

import { memo } from 'react'
import { useTranslations } from 'use-intl/react'
import { Handle } from '#components/cards/Handle.tsx'
import { SelectBox } from '#components/cards/SelectBox.tsx'
import { TalkCount } from '#components/cards/TalkCount.tsx'
import { StoryKey } from '#components/cards/StoryKey.tsx'
import { UnreadDot, useUnread } from '#components/cards/Unread.tsx'
import { AvatarStack } from '#components/ui/Avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import { presenceColour } from '#components/ui/presence.ts'
import { isAreaStory, type Story } from '#lib/domain/story.ts'
import {
  ActionsButton,
  Age,
  ageInWords,
  Changed,
  Pending,
  Schedule,
  Size,
  StoryTheme,
} from './CardFacts.tsx'
import { ForecastFact } from './ForecastFact.tsx'
import { cardLabel } from './cardLabel.ts'
import { useTeamFacts } from './teamFacts.ts'
import { useCardState } from './useCardState.ts'

/** While nothing is selected it takes no room: it lies over the key, and only where it is pointed at. */
const OVER_THE_KEY = 'absolute! top-2 start-3 bg-surface'

/** One story in the column of its step. */
export const StoryCard = memo(function StoryCard({
  story,
  entrance,
}: {
  readonly story: Story
  /** Tab reaches its column here. */
  readonly entrance: boolean
}) {
  const t = useTranslations('backlog')
  const facts = useTeamFacts()
  const card = useCardState(story)
  const { focused, selected, people, days } = card
  const unread = useUnread(story)
  const editor = people.find(({ editing }) => editing)
  // A ready story in the hand is shown where it would land.
  const own = isAreaStory(story) ? null : story
  return (
    <article
      ref={card.element}
      data-card={story.id}
      tabIndex={entrance ? 0 : -1}
      aria-label={cardLabel(t, story, {
        size: own?.size,
        age: own && ageInWords(own, days, facts),
        unread,
        selected,
        pending: card.pending,
      })}
      aria-describedby="backlog-keys"
      aria-current={card.peeked ? 'true' : undefined}
      onFocus={card.onFocus}
      onMouseDown={card.onMouseDown}
      onClick={card.onClick}
      style={editor ? { boxShadow: `0 0 0 1.5px ${presenceColour(editor.colour)}` } : undefined}
      className={classes(
        'group/card relative flex cursor-default flex-col gap-1 rounded-card border px-3 pt-2 pb-1.5 select-none',
        'focus-visible:outline-2 focus-visible:-outline-offset-2',
        selected || card.peeked
          ? 'border-accent/50 bg-selected'
          : 'bg-surface hover:border-control/50',
        card.carried === 'dragging' && 'opacity-40',
        card.carried === 'moving' &&
          'border-accent shadow-lifted outline-2 -outline-offset-2 outline-accent',
      )}
    >
      <div className="flex h-5 items-center gap-1.5">
        <Handle className="-ms-2 hidden h-8 w-7 coarse:flex" />
        <SelectBox
          story={story}
          selected={selected}
          selecting={card.selecting}
          tabbable={focused}
          onSelect={card.onSelect}
          className={classes('-ms-1', !card.selecting && OVER_THE_KEY)}
        />
        {unread ? <UnreadDot /> : null}
        <StoryKey story={story} />
        {card.pending ? <Pending /> : null}
        {people.length > 0 ? <AvatarStack people={people} size="small" /> : null}
        <span className="flex-1" />
        {own ? (
          <ForecastFact
            story={own.id}
            className="me-1.5 max-md:hidden not-coarse:group-focus-within/card:opacity-0 not-coarse:group-hover/card:opacity-0"
          />
        ) : null}
        {own ? (
          <Age
            story={own}
            days={days}
            className="not-coarse:group-focus-within/card:opacity-0 not-coarse:group-hover/card:opacity-0"
          />
        ) : null}
        <ActionsButton
          story={story}
          tabbable={focused}
          className="not-coarse:absolute not-coarse:top-1.5 not-coarse:end-1.5 coarse:-me-1.5"
        />
      </div>
      <h3
        title={story.title}
        className="line-clamp-3 text-interface font-normal text-pretty break-words text-text"
      >
        {story.title}
      </h3>
      {own ? <Changed story={own} tabbable={focused} className="self-start" /> : null}
      <div className="-ms-1.5 flex h-6 items-center gap-1">
        {own ? <Size story={own} tabbable={focused} className="min-w-7" /> : null}
        {own ? <Schedule story={own} tabbable={focused} /> : null}
        <span className="flex-1" />
        <TalkCount talk={story.talk} className="text-meta text-muted" />
        <StoryTheme story={story} className="max-w-32" />
      </div>
    </article>
  )
})
