'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, type ReactNode, useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl/react'
import { availability, runAction } from '#components/actions/index.ts'
import { Handle } from '#components/cards/Handle.tsx'
import { useListFocus } from '#components/cards/listFocus.ts'
import { StoryKey } from '#components/cards/StoryKey.tsx'
import { useStore } from '#components/cards/store.ts'
import { VirtualCards } from '#components/cards/VirtualCards.tsx'
import { shortAge } from '#components/cards/ages.ts'
import { pageLocale } from '#components/language/pageLanguage.ts'
import { AvatarStack } from '#components/ui/Avatar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { Kbd } from '#components/ui/Kbd.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import { type AreaStory, shortName } from '#lib/domain/story.ts'
import { useBacklog } from './backlog.ts'
import { mayTakeFocus } from './backlogState.ts'
import { Pending, StoryTheme } from './CardFacts.tsx'
import { cardLabel } from './cardLabel.ts'
import { takeStories } from './placeActions.ts'
import { SelectBox } from '#components/cards/SelectBox.tsx'
import { useCardState } from './useCardState.ts'
import { TRAY } from './useBacklogDrag.ts'
import { foldTray } from './walkActions.ts'

const ROW_HEIGHT = 41
/** More rows than this scroll. */
const MOST_ROWS = 6

/** The ready stories of the refinement area, in their order, to take onto the backlog (ST3). Folds. */
export function Tray({ stories, teamName }: { stories: readonly AreaStory[]; teamName: string }) {
  const t = useTranslations('backlog')
  const words = useTranslations('words')
  const backlog = useBacklog()
  const { state } = backlog
  const isOpen = useStore(state, ({ trayOpen }) => trayOpen)
  const Chevron = isOpen ? ChevronDown : ChevronRight
  const whyNot = whyNotTake(backlog, stories[0])
  return (
    <section data-column={TRAY} aria-labelledby="tray" className="shrink-0 border-b bg-sunken/60">
      <div className="flex min-h-10 items-center gap-2 pe-3">
        <h2 id="tray" className="min-w-0">
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => runAction(foldTray, backlog)}
            className="flex h-10 items-center gap-2 px-3 text-interface font-medium hover:text-accent-text focus-visible:-outline-offset-2"
          >
            <Chevron aria-hidden size={16} className="text-muted" />
            <StageDot stage="ready" />
            <span className="truncate">{words('stages.ready')}</span>
            <span className="font-normal text-subtle tabular-nums">
              {stories.length.toLocaleString(pageLocale())}
            </span>
          </button>
        </h2>
        {isOpen && stories.length > 0 ? (
          <p className="min-w-0 flex-1 truncate text-end text-label text-subtle max-md:hidden">
            {whyNot ?? t.rich('tray.drag', { kbd: keyboard })}
          </p>
        ) : null}
      </div>
      {isOpen ? <TrayList stories={stories} teamName={teamName} whyNot={whyNot} /> : null}
    </section>
  )
}

function TrayList({
  stories,
  teamName,
  whyNot,
}: {
  readonly stories: readonly AreaStory[]
  readonly teamName: string
  readonly whyNot: string | null
}) {
  const t = useTranslations('backlog')
  const { state } = useBacklog()
  const ids = useMemo(() => new Set(stories.map(({ id }) => id)), [stories])
  const has = useCallback((story: string) => ids.has(story), [ids])
  const focus = useListFocus(state, has, mayTakeFocus)
  if (stories.length === 0) {
    return (
      <p className="border-t bg-surface px-4 py-4 text-center text-interface text-muted">
        {t('tray.none')}
      </p>
    )
  }
  const rows = Math.min(stories.length, MOST_ROWS)
  return (
    <div
      style={{ height: `min(40vh, calc(${rows} * (var(--spacing-row) + 1px)))` }}
      className="flex flex-col border-t"
    >
      {whyNot === null ? null : (
        <p className="border-b bg-surface px-4 py-1.5 text-label text-muted md:hidden">{whyNot}</p>
      )}
      <VirtualCards
        name={TRAY}
        label={t('tray.list')}
        cards={stories}
        height={ROW_HEIGHT}
        focus={focus}
        empty={null}
      >
        {(story, entrance) => (
          <TrayRow
            key={story.id}
            story={story}
            entrance={entrance}
            teamName={teamName}
            whyNot={whyNot}
          />
        )}
      </VirtualCards>
    </div>
  )
}

const TrayRow = memo(function TrayRow({
  story,
  entrance,
  teamName,
  whyNot,
}: {
  readonly story: AreaStory
  readonly entrance: boolean
  readonly teamName: string
  readonly whyNot: string | null
}) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const card = useCardState(story)
  const { focused, selected, people, days } = card
  return (
    <article
      ref={card.element}
      data-card={story.id}
      tabIndex={entrance ? 0 : -1}
      aria-label={cardLabel(t, story, { selected, whyNot })}
      aria-describedby="backlog-keys"
      aria-current={card.peeked ? 'true' : undefined}
      onFocus={card.onFocus}
      onMouseDown={card.onMouseDown}
      onClick={card.onClick}
      className={classes(
        'group/card relative flex h-row cursor-default items-center gap-2 border-b px-2 select-none',
        'focus-visible:outline-2 focus-visible:-outline-offset-2',
        selected || card.peeked ? 'bg-selected' : 'bg-surface hover:bg-hover/60',
        card.carried !== null && 'opacity-40',
      )}
    >
      <Handle
        className={classes(
          '-ms-1 h-8 w-5 not-coarse:opacity-0 group-hover/card:opacity-100 coarse:h-11 coarse:w-7',
          whyNot !== null && 'invisible',
        )}
      />
      <SelectBox
        story={story}
        selected={card.selected}
        selecting={card.selecting}
        tabbable={card.focused}
        onSelect={card.onSelect}
      />
      <StoryKey story={story} className="w-18 shrink-0 truncate max-md:w-auto" />
      <h3
        title={story.title}
        className={classes(
          'min-w-0 flex-1 truncate text-interface font-normal',
          whyNot === null ? 'text-text' : 'text-muted',
        )}
      >
        {story.title}
      </h3>
      {card.pending ? <Pending /> : null}
      {people.length > 0 ? <AvatarStack people={people} size="small" /> : null}
      <StoryTheme story={story} className="w-28 @max-4xl/backlog:hidden @5xl/backlog:w-44" />
      <span
        title={t('tray.readySince', { days: Math.floor(days) })}
        className="w-9 text-end text-meta text-subtle tabular-nums max-md:hidden"
      >
        {shortAge(days)}
      </span>
      <Button
        size="small"
        tabIndex={focused ? 0 : -1}
        aria-disabled={whyNot !== null}
        title={whyNot ?? undefined}
        aria-label={t('tray.takeOne', { story: shortName(story), team: teamName })}
        onClick={() => runAction(takeStories, { backlog, stories: [story] })}
        className="h-7! coarse:h-9! aria-disabled:opacity-55"
      >
        {t('tray.take')}
      </Button>
    </article>
  )
})

/** Why this person may not take ready stories, asked of one of them: it is the same for all. */
function whyNotTake(
  backlog: ReturnType<typeof useBacklog>,
  story: AreaStory | undefined,
): string | null {
  if (!story) return null
  const can = availability(takeStories, { backlog, stories: [story] })
  return can.kind === 'explained' ? can.reason : null
}

/** Draws a key in a sentence. */
function keyboard(key: ReactNode) {
  return <Kbd>{String(key)}</Kbd>
}
