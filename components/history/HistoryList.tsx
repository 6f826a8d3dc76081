'use client'

import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react'
import { Virtualizer } from 'virtua'
import { useTranslations } from 'use-intl/react'
import { Avatar } from '#components/ui/Avatar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { useNow } from '#components/ui/useNow.ts'
import type { AreaView } from '#lib/client/client.ts'
import type { EventType } from '#lib/domain/event.ts'
import { inWords } from '#lib/domain/history/inWords.ts'
import type { Known } from '#lib/domain/history/known.ts'
import { type Run, runsOf } from '#lib/domain/history/runs.ts'
import { EventText } from './EventText.tsx'
import type { Feed, FeedView } from './feed.ts'
import { knownIn, personIn } from './known.ts'
import { Problem } from './Problem.tsx'
import { clock, dayHeading, startOfDay } from './when.ts'

type ReadyArea = Extract<AreaView, { phase: 'ready' }>
type ReadyFeed = Extract<FeedView, { phase: 'ready' }>

/** What a line measures before it is drawn, in pixels. */
const LINE_HEIGHT = 56

/** Of these the words have the title already. */
const NAMES_TITLE: ReadonlySet<EventType> = new Set<EventType>(['StoryCaptured', 'StoryRenamed'])

/** Everything that happened, newest first, however long ago: lines near the screen are drawn, earlier ones fetched when it nears them. */
export function HistoryList({
  area,
  view,
  feed,
}: {
  readonly area: ReadyArea
  readonly view: ReadyFeed
  readonly feed: Feed
}) {
  const t = useTranslations('history')
  const now = useNow()
  const scroller = useRef<HTMLDivElement>(null)
  const known = knownIn(area, view)
  const runs = runsOf(view.events)
  const isPrepended = usePrepended(runs[0]?.at(-1)?.seq ?? 0)
  return (
    <div
      ref={scroller}
      tabIndex={0}
      role="group"
      aria-label={t('whatHappened')}
      className="min-h-0 flex-1 overflow-y-auto overscroll-y-contain focus-visible:-outline-offset-2"
    >
      {view.problem ? (
        <div className="px-4 md:px-8">
          <Problem
            message={t('shownBefore', { problem: view.problem })}
            again={() => void feed.refresh()}
          />
        </div>
      ) : null}
      <Virtualizer
        scrollRef={scroller}
        as={List}
        item={Item}
        itemSize={LINE_HEIGHT}
        // What comes in above must not move what is being read.
        shift={isPrepended && (scroller.current?.scrollTop ?? 0) > 0}
      >
        {[
          ...runs.map((run, index) => (
            <Line
              key={run.at(-1)?.seq}
              run={run}
              heading={headingOf(run, runs[index - 1], now)}
              area={area}
              view={view}
              known={known}
            />
          )),
          <End key="end" view={view} feed={feed} />,
        ]}
      </Virtualizer>
    </div>
  )
}

function Line({
  run: [event],
  heading,
  area,
  view,
  known,
}: {
  readonly run: Run
  readonly heading: string | null
  readonly area: ReadyArea
  readonly view: ReadyFeed
  readonly known: Known
}) {
  const person = personIn(area, view.people, event.by)
  const story = event.story === null ? undefined : known.stories.get(event.story)
  return (
    <div className="px-4 md:px-8">
      {heading === null ? null : (
        <h2 className="pt-5 pb-1 text-label font-semibold text-muted">{heading}</h2>
      )}
      <div className="flex max-w-4xl gap-2.5 py-2">
        <span aria-hidden>
          <Avatar person={person} size="small" />
        </span>
        <EventText
          person={person}
          told={inWords(event, known, { named: true })}
          title={NAMES_TITLE.has(event.type) ? undefined : story?.title}
          at={event.at}
          when={clock(event.at)}
        />
      </div>
    </div>
  )
}

/** Drawn only when the screen is near the end: then what is earlier is fetched. */
function End({ view, feed }: { readonly view: ReadyFeed; readonly feed: Feed }) {
  const t = useTranslations('history')
  const { hasEarlier, isFetching, problem, events } = view
  useEffect(() => {
    if (hasEarlier && !isFetching && problem === null) void feed.earlier()
  }, [feed, hasEarlier, isFetching, problem, events])
  return (
    <div aria-busy={isFetching} className="px-4 py-4 text-label text-subtle md:px-8">
      {hasEarlier ? (
        <Button size="small" busy={isFetching} onClick={() => void feed.earlier()}>
          {t('earlier')}
        </Button>
      ) : (
        t('beginning')
      )}
    </div>
  )
}

function headingOf([event]: Run, before: Run | undefined, now: number): string | null {
  const [later] = before ?? []
  if (later && startOfDay(later.at) === startOfDay(event.at)) return null
  return dayHeading(event.at, now)
}

/** True in the drawing in which something has come in at the top. */
function usePrepended(first: number): boolean {
  const before = useRef(first)
  const isPrepended = before.current !== first
  useEffect(() => {
    before.current = first
  }, [first])
  return isPrepended
}

interface SlotProps {
  readonly style: CSSProperties
  readonly children: ReactNode
  readonly ref?: React.Ref<never>
}

function List({ style, children, ref }: SlotProps) {
  const t = useTranslations('history')
  return (
    <ol ref={ref} style={style} aria-label={t('newestFirst')}>
      {children}
    </ol>
  )
}

function Item({ style, children, ref, index }: SlotProps & { readonly index: number }) {
  return (
    // How many there are is not known before the first one is reached.
    <li ref={ref} style={style} aria-posinset={index + 1} aria-setsize={-1}>
      {children}
    </li>
  )
}
