'use client'

import { memo } from 'react'
import { useTranslations } from 'use-intl/react'
import { Handle } from '#components/cards/Handle.tsx'
import { SelectBox } from '#components/cards/SelectBox.tsx'
import { TalkCount } from '#components/cards/TalkCount.tsx'
import { StoryKey } from '#components/cards/StoryKey.tsx'
import { UnreadDot, useUnread } from '#components/cards/Unread.tsx'
import { useStore } from '#components/cards/store.ts'
import { AvatarStack } from '#components/ui/Avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import { presenceColour } from '#components/ui/presence.ts'
import { isAreaStory, type Story } from '#lib/domain/story.ts'
import { useBacklog } from './backlog.ts'
import {
  ActionsButton,
  Age,
  ageInWords,
  Changed,
  Pending,
  Schedule,
  Size,
  StepChip,
  StoryTheme,
} from './CardFacts.tsx'
import { ForecastFact } from './ForecastFact.tsx'
import { cardLabel } from './cardLabel.ts'
import { useTeamFacts } from './teamFacts.ts'
import { useCardState } from './useCardState.ts'

/** One story of the list. Its number stands beside it (`Position`), so that moving one story renders no other again. */
export const StoryRow = memo(function StoryRow({
  story,
  entrance,
  scheduled,
}: {
  readonly story: Story
  /** Tab reaches the list here. */
  readonly entrance: boolean
  /** Shows what it is scheduled for; under the heading of its iteration that is said already. */
  readonly scheduled: boolean
}) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const facts = useTeamFacts()
  const card = useCardState(story)
  const canOrder = useStore(backlog.state, ({ noOrdering }) => noOrdering === null)
  const { focused, selected, carried, people, days } = card
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
      style={editor ? { boxShadow: `inset 3px 0 ${presenceColour(editor.colour)}` } : undefined}
      className={classes(
        'group/card relative flex min-h-row cursor-default items-center gap-x-2 border-b px-2 select-none max-md:flex-wrap max-md:py-1',
        'focus-visible:outline-2 focus-visible:-outline-offset-2',
        selected || card.peeked ? 'bg-selected' : 'bg-surface hover:bg-hover/60',
        carried === 'dragging' && 'opacity-40',
        carried === 'moving' && 'z-10 shadow-lifted outline-2 -outline-offset-2 outline-accent',
      )}
    >
      <Handle
        className={classes(
          '-ms-1 h-8 w-5 not-coarse:opacity-0 group-hover/card:opacity-100 coarse:h-11 coarse:w-7',
          !canOrder && 'invisible',
        )}
      />
      <SelectBox
        story={story}
        selected={selected}
        selecting={card.selecting}
        tabbable={focused}
        onSelect={card.onSelect}
      />
      <StoryKey story={story} className="w-18 shrink-0 truncate max-md:hidden" />
      <h3
        title={story.title}
        className="min-w-0 flex-1 truncate text-interface font-normal text-text max-md:line-clamp-2 max-md:py-1 max-md:whitespace-normal"
      >
        {unread ? <UnreadDot className="me-2 align-middle" /> : null}
        {story.title}
      </h3>
      {/* On narrow screens the title and the menu stand above, everything else in a second line. */}
      <span className="hidden basis-full max-md:order-1 max-md:block" />
      <StoryKey story={story} className={classes(BELOW, 'ms-13 coarse:ms-8 md:hidden')} />
      {card.pending ? <Pending className={BELOW} /> : null}
      {own ? <Changed story={own} tabbable={focused} className={BELOW} /> : null}
      {people.length > 0 ? <AvatarStack people={people} size="small" className={BELOW} /> : null}
      <TalkCount talk={story.talk} className={classes(BELOW, 'text-meta text-muted')} />
      <StoryTheme story={story} className="w-28 @max-4xl/backlog:hidden @5xl/backlog:w-44" />
      {own ? (
        <>
          <StepChip
            story={own}
            tabbable={focused}
            className={classes(BELOW, 'w-28 justify-start @max-2xl/backlog:w-auto')}
          />
          {scheduled ? (
            <Schedule
              story={own}
              tabbable={focused}
              className={classes(BELOW, 'w-16 justify-end max-md:w-auto')}
            />
          ) : null}
          <ForecastFact
            story={own.id}
            className="w-20 text-end @max-3xl/backlog:hidden max-md:hidden"
          />
          <Size story={own} tabbable={focused} className={classes(BELOW, 'w-9 max-md:w-auto')} />
          <Age
            story={own}
            days={days}
            className={classes(BELOW, 'w-9 text-end max-md:me-11 max-md:flex-1')}
          />
        </>
      ) : null}
      <ActionsButton story={story} tabbable={focused} className="coarse:size-9" />
    </article>
  )
})

/** The second line of a narrow row. */
const BELOW = 'max-md:order-2'
