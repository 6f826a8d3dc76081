'use client'

import { ChevronsRight } from 'lucide-react'
import { memo, type ReactNode, useCallback, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useListFocus } from '#components/cards/listFocus.ts'
import { useStore } from '#components/cards/store.ts'
import { useNearScreen } from '#components/cards/useNearScreen.ts'
import { VirtualCards } from '#components/cards/VirtualCards.tsx'
import { OlderStories } from '#components/flow/OlderStories.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { StepDot } from '#components/ui/StepDot.tsx'
import type { Step } from '#lib/domain/team.ts'
import { useBacklog } from './backlog.ts'
import { Closed } from './BacklogList.tsx'
import { mayTakeFocus } from './backlogState.ts'
import { DONE_DAYS } from './groups.ts'
import type { Part } from './parts.ts'
import { StoryCard } from './StoryCard.tsx'
import { whyNotOn } from './useBacklogDrag.ts'
import { foldDone, showOlder } from './walkActions.ts'

/** What most cards measure, in pixels: one line of title. */
const CARD_HEIGHT = 84

/** One step: heading, count, cards. Cards are mounted only while the column is near the screen: a team has up to 25 steps. */
export const StepColumn = memo(function StepColumn({
  part,
  step,
  older,
}: {
  readonly part: Part
  readonly step: Step
  /** How many stories were done before those that are shown. */
  readonly older: number
}) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const { state } = backlog
  const { id, name, stories } = part
  const section = useRef<HTMLElement>(null)
  const ids = useMemo(() => new Set(stories.map((story) => story.id)), [stories])
  const has = useCallback((story: string) => ids.has(story), [ids])
  const focus = useListFocus(state, has, mayTakeFocus)
  const isNear = useNearScreen(section) || focus.focused !== null
  const closed = useStore(state, ({ hand }) =>
    hand.kind === 'dragging' ? whyNotOn(backlog, hand.stories, id) : null,
  )
  const isDone = step.category === 'done'
  const isAll = useStore(state, (now) => now.olderShown)
  return (
    <section
      ref={section}
      data-column={id}
      aria-labelledby={`column-${id}`}
      className="relative flex h-full min-h-0 min-w-72 flex-1 flex-col md:max-w-md md:rounded-panel md:bg-sunken/60"
    >
      <header className="flex h-10 shrink-0 items-center gap-2 pe-2 ps-4 max-md:sr-only">
        <StepDot kind={step.category} />
        <h2
          id={`column-${id}`}
          title={name}
          className="min-w-0 truncate text-interface font-medium"
        >
          {name}
        </h2>
        <span
          className="text-interface text-subtle tabular-nums"
          title={isDone && !isAll ? t('lately', { days: DONE_DAYS }) : undefined}
        >
          {t.rich('storyCount', {
            count: stories.length,
            h: unseen,
          })}
        </span>
        <span className="flex-1" />
        {isDone ? (
          <IconButton
            size="small"
            label={t('fold', { name })}
            onClick={() => runAction(foldDone, backlog)}
          >
            <ChevronsRight aria-hidden size={16} />
          </IconButton>
        ) : null}
      </header>
      {isNear ? (
        <VirtualCards
          name={id}
          label={t('storiesOf', { name })}
          cards={stories}
          height={CARD_HEIGHT}
          focus={focus}
          empty={<Empty isDone={isDone} />}
          className="px-2"
        >
          {(story, entrance) => (
            <div key={story.id} className="pb-2">
              <StoryCard story={story} entrance={entrance} />
            </div>
          )}
        </VirtualCards>
      ) : null}
      {older > 0 ? (
        <div className="shrink-0 px-2 pb-2">
          <OlderStories count={older} onShow={() => runAction(showOlder, backlog)} />
        </div>
      ) : null}
      {closed === null ? null : <Closed className="rounded-panel">{closed}</Closed>}
    </section>
  )
})

function Empty({ isDone }: { readonly isDone: boolean }) {
  const t = useTranslations('backlog')
  return (
    <p className="mx-2 rounded-card border border-dashed px-4 py-6 text-center text-label text-pretty text-subtle">
      {isDone ? t('nothingDone', { days: DONE_DAYS }) : t('dragHere')}
    </p>
  )
}

/** Is heard and not seen. */
function unseen(words: ReactNode) {
  return <span className="sr-only">{words}</span>
}
