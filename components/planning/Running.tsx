'use client'

import { memo, type ReactNode, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useActions } from '#components/actions/index.ts'
import { Decisions, ParkingLot } from '#components/live/Notes.tsx'
import { RoomHeader } from '#components/live/RoomHeader.tsx'
import { type RoomTarget, sessionActions } from '#components/live/sessionActions.ts'
import { Sheets } from '#components/live/Sheets.tsx'
import { StoryPane } from '#components/live/StoryPane.tsx'
import { useFollow } from '#components/live/useFollow.ts'
import { useIsWide } from '#components/live/useIsWide.ts'
import { currentItem } from '#components/live/votes.ts'
import { navigate } from '#components/shell/location.ts'
import { Button } from '#components/ui/Button.tsx'
import { currentStory } from '#lib/domain/sessions/clock.ts'
import { CapacityNote } from '#components/cards/pace/CapacityNote.tsx'
import { FillNext, useFilling } from '#components/cards/pace/FillNext.tsx'
import { OrderPane } from './order/OrderPane.tsx'
import { PlanFacts } from './PlanFacts.tsx'
import type { Planned } from './planned.ts'
import { Poker } from './Poker.tsx'
import { QueuePane } from './QueuePane.tsx'
import { roomActions } from './roomActions.ts'
import { RoomTabs } from './RoomTabs.tsx'
import { RoundDialog } from './RoundDialog.tsx'
import { StoryLead } from './StoryLead.tsx'
import { suggestionFor } from './suggestion.ts'

/** The room of a planning session that runs: queue, current story, notes; below it the vote on its size. */
export function Running({
  target,
  planned,
  isOrdering,
  renderStory,
}: {
  readonly target: RoomTarget
  readonly planned: Planned
  /** The backlog is shown to be ordered. */
  readonly isOrdering: boolean
  readonly renderStory: (storyId: string) => ReactNode
}) {
  const t = useTranslations('planning')
  const { room } = target
  const { session } = room
  const { area, team } = planned
  const current = currentStory(session)
  const item = currentItem(session)
  const story = current === null ? undefined : area.stories.get(current)
  const scroller = useRef<HTMLDivElement>(null)
  const [round, setRound] = useState<string | null>(null)
  const following = useFollow(room, scroller, isOrdering ? null : current)
  const isWide = useIsWide()
  const filling = useFilling(team)
  useActions(sessionActions, target)
  const toggleOrder = () => {
    const here = { page: 'planning', team: team.id, session: session.id } as const
    navigate(isOrdering ? here : { ...here, order: true }, { replace: true })
  }
  const suggested = item ? suggestionFor(item, team) : null
  useActions(roomActions, { room, team, suggested, isOrdering, toggleOrder })
  const queue = <QueuePane target={target} planned={planned} onRound={setRound} />
  const notes = (
    <div className="flex flex-col gap-5">
      <Decisions room={room} area={area} />
      <ParkingLot room={room} area={area} />
    </div>
  )
  const done = session.agenda.filter(({ outcome }) => outcome !== null).length
  const sheets = [
    {
      id: 'queue',
      title: t('queue.title'),
      way: t('queue.progress', { done, all: session.agenda.length }),
      content: queue,
    },
    {
      id: 'notes',
      title: t('notes'),
      way: t('notesOf', { count: session.decisions.length + session.topics.length }),
      content: notes,
    },
  ]
  return (
    <>
      <RoomHeader target={target} area={area} following={following}>
        <PlanFacts session={session} planned={planned} />
        <CapacityNote team={team} fill={filling.target} className="max-2xl:hidden" />
      </RoomHeader>
      <div className="flex min-h-0 flex-1">
        {isWide ? (
          <aside
            aria-label={t('queue.title')}
            className="w-72 shrink-0 overflow-y-auto border-e p-3 2xl:w-96"
          >
            <h3 className="mb-1 px-2 text-label font-semibold text-muted">{t('queue.title')}</h3>
            {queue}
          </aside>
        ) : null}
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <div className="flex flex-wrap items-center gap-2 border-b px-3 py-1.5 md:px-4">
            <RoomTabs isOrdering={isOrdering} onToggle={toggleOrder} />
            {isOrdering && item?.vote?.phase === 'open' ? (
              <p className="flex min-w-0 flex-1 items-center gap-2 text-label">
                <span className="min-w-0 truncate font-medium">
                  {t('tabs.isOpen', { story: story?.key ?? story?.title ?? '' })}
                </span>
                <Button size="small" look="primary" onClick={toggleOrder}>
                  {t('tabs.toVotes')}
                </Button>
              </p>
            ) : null}
          </div>
          {isOrdering ? (
            <OrderPane planned={planned} fill={filling.target} />
          ) : (
            <>
              <StoryPane
                scroller={scroller}
                target={target}
                area={area}
                followed={following.followed}
                story={story}
              >
                {story ? <StoryLead story={story} team={team} /> : null}
                {current === null ? null : <StoryText story={current} render={renderStory} />}
              </StoryPane>
              <Poker target={target} planned={planned} />
            </>
          )}
          {isWide ? null : <Sheets sheets={sheets} />}
        </div>
        {isWide ? (
          <aside
            aria-label={t('notes')}
            className="w-72 shrink-0 overflow-y-auto border-s p-4 2xl:w-96"
          >
            {notes}
          </aside>
        ) : null}
      </div>
      <FillNext filling={filling} />
      {round === null ? null : (
        <RoundDialog
          target={target}
          planned={planned}
          story={round}
          onClose={() => setRound(null)}
        />
      )}
    </>
  )
}

/** Drawn anew when the story is another one, not at every second of the clock. */
const StoryText = memo(function StoryText({
  story,
  render,
}: {
  readonly story: string
  readonly render: (storyId: string) => ReactNode
}) {
  return render(story)
})
