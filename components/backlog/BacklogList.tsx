'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, type ReactNode, useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useListFocus } from '#components/cards/listFocus.ts'
import { useStore } from '#components/cards/store.ts'
import { VirtualCards } from '#components/cards/VirtualCards.tsx'
import { OlderStories } from '#components/flow/OlderStories.tsx'
import { ThemeDot } from '#components/flow/ThemeDot.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { pageLocale } from '#components/language/pageLanguage.ts'
import { classes } from '#components/ui/classes.ts'
import { useBacklog } from './backlog.ts'
import { mayTakeFocus } from './backlogState.ts'
import { foldPart } from './groupActions.ts'
import { DONE_DAYS, type Group } from './groups.ts'
import { isStoryRow, type Row } from './rows.ts'
import { StoryRow } from './StoryRow.tsx'
import { LIST, whyNotOn } from './useBacklogDrag.ts'
import { foldDone, showOlder } from './walkActions.ts'

/** What most rows measure, in pixels. */
const ROW_HEIGHT = 41

/** The backlog in the team's order. */
export function BacklogList({
  rows,
  scheduled,
  empty,
}: {
  readonly rows: readonly Row[]
  /** Rows show what their story is scheduled for. */
  readonly scheduled: boolean
  /** Shown when there is nothing. */
  readonly empty: ReactNode
}) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const { state } = backlog
  const ids = useMemo(() => new Set(rows.map(({ id }) => id)), [rows])
  const has = useCallback((story: string) => ids.has(story), [ids])
  const focus = useListFocus(state, has, mayTakeFocus)
  const closed = useStore(state, ({ hand }) =>
    hand.kind === 'dragging' ? whyNotOn(backlog, hand.stories, LIST) : null,
  )
  return (
    <section
      data-column={LIST}
      aria-labelledby="backlog-list"
      className="relative flex min-h-0 flex-1 flex-col"
    >
      <h2 id="backlog-list" className="sr-only">
        {t('one')}
      </h2>
      <VirtualCards
        name={LIST}
        label={t('inOrder')}
        cards={rows}
        height={ROW_HEIGHT}
        focus={focus}
        isStory={isStoryRow}
        empty={empty}
      >
        {(row, entrance) => (
          <Line key={row.id} row={row} entrance={entrance} scheduled={scheduled} />
        )}
      </VirtualCards>
      {closed === null ? null : <Closed>{closed}</Closed>}
    </section>
  )
}

function Line({
  row,
  entrance,
  scheduled,
}: {
  readonly row: Row
  readonly entrance: boolean
  readonly scheduled: boolean
}) {
  switch (row.kind) {
    case 'story':
      return (
        <div className="group/line relative">
          <StoryRow story={row.story} entrance={entrance} scheduled={scheduled} />
          <Position number={row.position} />
        </div>
      )
    case 'heading':
      return <Heading id={row.id} group={row.group} />
    case 'likely':
      return <Likely count={row.count} />
    case 'done':
      return <Done count={row.count} isOpen={row.isOpen} />
    case 'older':
      return <Older count={row.count} />
  }
}

/** The place in the order, 1 is next; a box to select with takes its place when something is selected or pointed at. */
const Position = memo(function Position({ number }: { readonly number: number | null }) {
  const { state } = useBacklog()
  const selecting = useStore(state, ({ selection }) => selection.ids.size > 0)
  if (number === null || selecting) return null
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute top-3 start-7 w-7 text-center text-meta text-subtle tabular-nums not-coarse:group-hover/line:opacity-0 coarse:top-4 max-md:hidden"
    >
      {number}
    </span>
  )
})

/** Above the stories of a part: its name, how many there are, and a press that folds them. */
function Heading({ id, group }: { readonly id: string; readonly group: Group }) {
  const { id: part, name, note, colour, stories } = group
  const backlog = useBacklog()
  const isFolded = useStore(backlog.state, ({ folded }) => folded.has(part))
  const Chevron = isFolded ? ChevronRight : ChevronDown
  return (
    <div data-card={id} className="border-b bg-canvas">
      <h3>
        <button
          type="button"
          aria-expanded={!isFolded}
          onClick={() => runAction(foldPart, { backlog, part })}
          className="flex h-9 w-full items-center gap-2 px-3 text-start text-interface font-medium focus-visible:-outline-offset-2 coarse:h-11"
        >
          <Chevron aria-hidden size={14} className="shrink-0 text-subtle" />
          {colour === undefined ? null : <ThemeDot colour={colour} />}
          <span className="truncate">{name}</span>
          {note ? (
            <span className="rounded-control bg-backlog-tint px-1.5 text-meta font-medium text-backlog">
              {note}
            </span>
          ) : null}
          <span className="text-label font-normal text-subtle tabular-nums">
            {stories.length === 0 ? emptyNote(group) : stories.length.toLocaleString(pageLocale())}
          </span>
        </button>
      </h3>
    </div>
  )
}

function emptyNote({ by }: Group): string {
  return textsOf('backlog')(by === 'step' ? 'emptyStep' : 'emptyIteration')
}

/** By the team's own pace. */
function Likely({ count }: { readonly count: number }) {
  const t = useTranslations('backlog')
  return (
    <div
      title={t('paceMeans')}
      className="flex h-7 items-center gap-3 border-b bg-surface px-4 text-meta text-backlog"
    >
      <span aria-hidden className="h-px flex-1 bg-backlog-dot/50" />
      {count === 0 ? t('noneLikely') : t('likely')}
      <span aria-hidden className="h-px flex-1 bg-backlog-dot/50" />
    </div>
  )
}

function Done({ count, isOpen }: { readonly count: number; readonly isOpen: boolean }) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  const isAll = useStore(backlog.state, ({ olderShown }) => olderShown)
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      onClick={() => runAction(foldDone, backlog)}
      className="flex h-10 w-full items-center gap-2 border-b bg-canvas px-3 text-interface text-muted hover:text-text focus-visible:-outline-offset-2"
    >
      <Chevron aria-hidden size={16} />
      {isAll ? t('allDone') : t('done', { days: DONE_DAYS })}
      <span className="text-label text-subtle tabular-nums">
        {count.toLocaleString(pageLocale())}
      </span>
    </button>
  )
}

function Older({ count }: { readonly count: number }) {
  const backlog = useBacklog()
  return (
    <div className="border-b bg-canvas px-2 py-1">
      <OlderStories count={count} onShow={() => runAction(showOlder, backlog)} />
    </div>
  )
}

/** While stories are dragged that may not go here: why, in words, over the dimmed list (UX20). */
export function Closed({
  className,
  children,
}: {
  readonly className?: string
  readonly children: string
}) {
  return (
    <div
      className={classes(
        'pointer-events-none absolute inset-0 z-10 flex justify-center bg-canvas/80 px-4 pt-12',
        className,
      )}
    >
      <p className="h-fit max-w-80 rounded-card border bg-surface px-3 py-2 text-center text-interface text-muted">
        {children}
      </p>
    </div>
  )
}
