'use client'

import { memo, type ReactNode, useMemo } from 'react'
import { ChevronsRight, Plus } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { stageName } from '#components/language/names.ts'
import { inDigits } from '#components/language/pageLanguage.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { classes } from '#components/ui/classes.ts'
import { StageDot } from '#components/ui/StageDot.tsx'
import { runAction } from '#components/actions/index.ts'
import { type Stage } from '#lib/domain/stage.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import { type Board, useBoard } from './board.ts'
import type { BoardState } from './boardState.ts'
import { CardList } from './CardList.tsx'
import { Composer } from './Composer.tsx'
import { EmptyColumn } from './EmptyColumn.tsx'
import { columnRows } from './groups.ts'
import type { Held } from './held.ts'
import { OlderStories } from '#components/flow/OlderStories.tsx'
import type { Landing } from '#components/flow/landings.ts'
import type { Lens } from './lens.ts'
import { rested } from './quiet.ts'
import { useStore } from '#components/cards/store.ts'
import { capture, foldWontDo } from './walkActions.ts'

/** One stage: heading, count, cards. `held` only when it concerns this column, so that others stay as they are. */
export const Column = memo(function Column({
  stage,
  stories,
  of,
  older,
  lens,
  held,
  foldable,
}: {
  readonly stage: Stage
  /** Those that are shown, in the order of the screen. */
  readonly stories: readonly AreaStory[]
  /** How many there are, whatever the filter. */
  readonly of: number
  /** How many more there are that were filed. */
  readonly older: number
  readonly lens: Lens
  readonly held: Held | null
  readonly foldable: boolean
}) {
  const board = useBoard()
  const isQuietOpen = useStore(board.state, ({ quietOpen }) => quietOpen.includes(stage))
  const rows = useMemo(
    () => columnRows(stage, rested(stories, lens), isQuietOpen, lens, held),
    [stage, stories, held, lens, isQuietOpen],
  )
  const landing = useStore(board.state, (state) => landingOn(state, stage))
  const t = textsOf('board.column')
  const name = stageName(stage)
  return (
    <section
      data-column={stage}
      aria-labelledby={`column-${stage}`}
      className={classes(
        'relative flex h-full min-h-0 min-w-0 flex-1 flex-col',
        'md:max-w-md md:min-w-60 md:rounded-panel md:bg-sunken/60',
      )}
    >
      <header className="flex h-10 shrink-0 items-center gap-2 ps-4 pe-2 max-md:sr-only">
        <StageDot stage={stage} />
        <h2 id={`column-${stage}`} className="truncate text-interface font-medium">
          {name}
        </h2>
        <span
          className="text-interface text-subtle tabular-nums"
          aria-label={
            stories.length < of
              ? t('countOf', { count: stories.length, of: of + older })
              : t('count', { of: of + older })
          }
        >
          {stories.length < of ? t('part', { count: stories.length }) : ''}
          {inDigits(of + older)}
        </span>
        <span className="flex-1" />
        {landing?.kind === 'asks' ? (
          <span className="truncate text-label text-idea">{landing.says}</span>
        ) : (
          <HeaderButton board={board} stage={stage} foldable={foldable} />
        )}
      </header>
      <CardList stage={stage} rows={rows} label={t('label', { stage: name })}>
        {of > 0 ? <NothingPasses /> : older > 0 ? null : <EmptyColumn stage={stage} />}
      </CardList>
      {older > 0 ? (
        <div className="shrink-0 px-2 pb-2">
          <OlderStories count={older} />
        </div>
      ) : null}
      {stage === 'idea' ? <Composer /> : null}
      {landing?.kind === 'closed' || landing?.kind === 'held back' ? (
        <Dimmed landing={landing} />
      ) : null}
    </section>
  )
})

function HeaderButton({
  board,
  stage,
  foldable,
}: {
  readonly board: Board
  readonly stage: Stage
  readonly foldable: boolean
}): ReactNode {
  if (stage === 'idea') {
    return (
      <IconButton
        size="small"
        label={textsOf('board.capture')('open')}
        keys="C"
        onClick={() => runAction(capture, board)}
      >
        <Plus aria-hidden size={16} />
      </IconButton>
    )
  }
  if (stage !== 'wont-do' || !foldable) return null
  return (
    <IconButton
      size="small"
      label={textsOf('board.column')('fold')}
      onClick={() => runAction(foldWontDo, board)}
    >
      <ChevronsRight aria-hidden size={16} className="rtl:-scale-x-100" />
    </IconButton>
  )
}

/** While a card is carried that may not simply go here: why, in words, over the dimmed column (UX20). */
function Dimmed({
  landing,
}: {
  readonly landing: Extract<Landing, { readonly kind: 'closed' | 'held back' }>
}) {
  return (
    <div className="pointer-events-none absolute inset-0 z-10 flex justify-center rounded-panel bg-canvas/80 px-4 pt-16">
      <p className="h-fit max-w-64 rounded-card border bg-surface px-3 py-2 text-center text-interface text-muted">
        {landing.says}
        {landing.kind === 'held back' ? (
          <span className="block text-label text-subtle">{textsOf('board.column')('which')}</span>
        ) : null}
      </p>
    </div>
  )
}

/** Gives what awaits the card in someone's hand in a column; null while nothing is carried there. */
export function landingOn({ hand }: BoardState, stage: Stage): Landing | null {
  if (hand.kind === 'dragging') return hand.landings[stage]
  return hand.kind === 'moving' && hand.held.stage === stage ? hand.landings[stage] : null
}

/** There are stories here, but the filter asks for others. */
function NothingPasses() {
  return (
    <p className="mx-2 rounded-card border border-dashed px-4 py-6 text-center text-label text-subtle">
      {textsOf('board.column')('nothingPasses')}
    </p>
  )
}
