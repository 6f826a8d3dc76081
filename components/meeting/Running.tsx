'use client'

import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { type ReadyArea, useActions } from '#components/actions/index.ts'
import { Decisions, ParkingLot } from '#components/live/Notes.tsx'
import { type RoomTarget, sessionActions } from '#components/live/sessionActions.ts'
import { currentStory } from '#lib/domain/sessions/clock.ts'
import { AddStories } from './AddStories.tsx'
import { Agenda } from './Agenda.tsx'
import { concluding } from './concluding.ts'
import { lacks } from './lacks.ts'
import { OutcomeDialog } from './OutcomeDialog.tsx'
import type { AskedOutcome } from './outcomes.ts'
import { roomActions } from './roomActions.ts'
import { RoomHeader } from '#components/live/RoomHeader.tsx'
import { Sheets } from '#components/live/Sheets.tsx'
import { StoryPane } from '#components/live/StoryPane.tsx'
import { useFollow } from '#components/live/useFollow.ts'
import { useIsWide } from '#components/live/useIsWide.ts'
import { VoteBar } from './VoteBar.tsx'

/** The room of a meeting that runs: agenda, the story that everybody works on, notes; below it the vote and the outcome. */
export function Running({
  target,
  area,
  renderStory,
}: {
  readonly target: RoomTarget
  readonly area: ReadyArea
  readonly renderStory: (storyId: string) => ReactNode
}) {
  const t = useTranslations('meeting')
  const { room, now } = target
  const { session } = room
  const current = currentStory(session)
  const story = current === null ? undefined : area.stories.get(current)
  const scroller = useRef<HTMLDivElement>(null)
  const decision = useRef<HTMLInputElement>(null)
  const topic = useRef<HTMLInputElement>(null)
  const [asked, setAsked] = useState<{ outcome: AskedOutcome; story: string } | null>(null)
  const following = useFollow(room, scroller, current)
  const isWide = useIsWide()
  const ask = (outcome: AskedOutcome) => {
    if (current === null || !story) return
    // What lacks nothing is ready with one press.
    if (outcome === 'ready' && !lacks(area, story)) {
      void concluding(room, current, { kind: 'ready' })
    } else setAsked({ outcome, story: current })
  }
  const follow = () => following.toggle(session.facilitator)
  useActions(sessionActions, target)
  useActions(roomActions, { room, decision, topic, ask, follow })

  const agenda = (
    <div className="flex flex-col gap-3">
      <Agenda room={room} area={area} now={now} />
      {room.takesPart ? <AddStories room={room} area={area} /> : null}
    </div>
  )
  const notes = (
    <div className="flex flex-col gap-5">
      <Decisions room={room} area={area} field={decision} />
      <ParkingLot room={room} area={area} field={topic} />
    </div>
  )
  const done = session.agenda.filter(({ outcome }) => outcome !== null).length
  const sheets = [
    {
      id: 'agenda',
      title: t('agenda.title'),
      way: t('agenda.progress', { done, all: session.agenda.length }),
      content: agenda,
    },
    {
      id: 'notes',
      title: t('notes'),
      way: t('notesOf', { count: session.decisions.length + session.topics.length }),
      content: notes,
    },
  ]
  // Drawn anew when the story is another one, not at every second of the clock.
  const text = useMemo(
    () => (current === null ? null : renderStory(current)),
    [current, renderStory],
  )
  return (
    <>
      <RoomHeader target={target} area={area} following={following} />
      {/* Where text is large or the screen low, the room scrolls as a whole before the story is squeezed away. */}
      <div className="flex min-h-80 flex-1">
        {isWide ? (
          <aside
            data-scroller
            aria-label={t('agenda.title')}
            className="w-60 shrink-0 overflow-y-auto border-e p-3 2xl:w-80"
          >
            <h3 className="mb-1 px-2 text-label font-semibold text-muted">{t('agenda.title')}</h3>
            {agenda}
          </aside>
        ) : null}
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <StoryPane
            scroller={scroller}
            target={target}
            area={area}
            followed={following.followed}
            story={story}
          >
            {text}
          </StoryPane>
          <VoteBar target={target} area={area} ask={ask} />
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
      {asked && asked.story === current && story ? (
        <OutcomeDialog
          outcome={asked.outcome}
          story={story}
          room={room}
          area={area}
          onDone={() => setAsked(null)}
        />
      ) : null}
    </>
  )
}
