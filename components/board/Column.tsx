'use client'

import { memo, type ReactNode, useMemo } from 'react'
import { ChevronsRight, Plus } from 'lucide-react'
import { IconButton } from '#components/ui/IconButton.tsx'
import { classes } from '#components/ui/classes.ts'
import { StageDot } from '#components/ui/StageDot.tsx'
import { runAction } from '#components/actions/index.ts'
import { type Stage, STAGE_NAMES } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import { type Board, useBoard } from './board.ts'
import type { BoardState } from './boardState.ts'
import { CardList } from './CardList.tsx'
import { Composer } from './Composer.tsx'
import { EmptyColumn } from './EmptyColumn.tsx'
import { type Held, shownWith, whyNot } from './held.ts'
import { useStore } from './store.ts'
import { capture, foldWontDo } from './walkActions.ts'

/** One stage: heading, count, cards. `held` only when it concerns this column, so that others stay as they are. */
export const Column = memo(function Column({
  stage,
  stories,
  held,
  foldable,
}: {
  readonly stage: Stage
  readonly stories: readonly Story[]
  readonly held: Held | null
  readonly foldable: boolean
}) {
  const board = useBoard()
  const shown = useMemo(() => shownWith(stage, stories, held), [stage, stories, held])
  const closed = useStore(board.state, (state) => whyClosed(state, stage))
  const name = STAGE_NAMES[stage]
  return (
    <section
      data-column={stage}
      aria-labelledby={`column-${stage}`}
      className={classes(
        'relative flex h-full min-h-0 min-w-0 flex-1 flex-col',
        'md:max-w-md md:min-w-60 md:rounded-panel md:bg-sunken/60',
      )}
    >
      <header className="flex h-10 shrink-0 items-center gap-2 pr-2 pl-4 max-md:sr-only">
        <StageDot stage={stage} />
        <h2 id={`column-${stage}`} className="truncate text-interface font-medium">
          {name}
        </h2>
        <span
          className="text-interface text-subtle tabular-nums"
          aria-label={countOf(stories.length)}
        >
          {stories.length.toLocaleString('en')}
        </span>
        <span className="flex-1" />
        <HeaderButton board={board} stage={stage} foldable={foldable} />
      </header>
      <CardList stage={stage} stories={shown} label={`${name} stories`}>
        <EmptyColumn stage={stage} />
      </CardList>
      {stage === 'idea' ? <Composer /> : null}
      {closed === null ? null : <Closed>{closed}</Closed>}
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
        label="Capture an idea"
        keys="C"
        onClick={() => runAction(capture, board)}
      >
        <Plus aria-hidden size={16} />
      </IconButton>
    )
  }
  if (stage !== 'wont-do' || !foldable) return null
  return (
    <IconButton size="small" label="Fold Won't do" onClick={() => runAction(foldWontDo, board)}>
      <ChevronsRight aria-hidden size={16} />
    </IconButton>
  )
}

/** While a card is dragged that may not go here: why, in words, over the dimmed column (UX20). */
function Closed({ children }: { readonly children: string }) {
  return (
    <div className="absolute inset-0 z-10 flex justify-center rounded-panel bg-canvas/80 px-4 pt-16">
      <p className="h-fit max-w-64 rounded-card border bg-surface px-3 py-2 text-center text-interface text-muted">
        {children}
      </p>
    </div>
  )
}

/** Gives why the dragged card may not go to a stage, or null. */
export function whyClosed({ hand }: BoardState, stage: Stage): string | null {
  return hand.kind === 'dragging' ? whyNot(hand.story, stage) : null
}

function countOf(count: number): string {
  return count === 1 ? '1 story' : `${count.toLocaleString('en')} stories`
}
