'use client'

import { type ReactNode, useMemo, useRef } from 'react'
import { useArea } from '#components/session/hooks.ts'
import { changeBoard } from '#components/shell/location.ts'
import type { Stage } from '#lib/domain/stage.ts'
import { type AreaStory, isAreaStory } from '#lib/domain/story.ts'
import { AskPopover } from './AskPopover.tsx'
import { BoardContext } from './board.ts'
import { BoardSkeleton } from './BoardSkeleton.tsx'
import { heldIn } from './boardState.ts'
import { FilterBar } from './FilterBar.tsx'
import { type Lens, through, useLens } from './lens.ts'
import { Column } from './Column.tsx'
import { Flip, type LetGo } from '#components/cards/Flip.tsx'
import type { Held } from './held.ts'
import { MoveMenu } from './MoveMenu.tsx'
import { Peek } from './Peek.tsx'
import { RevisitNotice } from './RevisitNotice.tsx'
import { StageTabs } from './StageTabs.tsx'
import { useStore } from '#components/cards/store.ts'
import { useStill } from '#components/cards/useStill.ts'
import { useWide } from '#components/cards/useWide.ts'
import { Spoken } from './Spoken.tsx'
import { useBoardFocus } from './useBoardFocus.ts'
import { useBoardKeys } from './useBoardKeys.ts'
import type { ReadyArea } from '#components/actions/index.ts'
import { useBoardModel, useCardFacts } from './useBoardModel.ts'
import { useCardDrag } from './useCardDrag.ts'
import { usePeeked } from './usePeeked.ts'
import { useStages } from './useStages.ts'
import { NoStory } from './NoStory.tsx'
import { WontDoRail } from './WontDoRail.tsx'

/**
 * The refinement area as a board with a peek. `renderStory` gives a story for the peek, so that this folder knows
 * nothing of its fields and its editor.
 */
export function Board({ renderStory }: { readonly renderStory: (storyId: string) => ReactNode }) {
  const area = useArea()
  if (area.phase === 'loading') return <BoardSkeleton />
  return <LoadedBoard area={area} renderStory={renderStory} />
}

function LoadedBoard({
  area,
  renderStory,
}: {
  readonly area: ReadyArea
  readonly renderStory: (storyId: string) => ReactNode
}) {
  const wide = useWide()
  const board = useBoardModel(wide)
  const { state } = board
  const stages = useStore(state, (now) => now.stages)
  const hand = useStore(state, (now) => now.hand)
  const pressed = useStore(state, (now) => now.pressed)
  const focus = useStore(state, (state) => state.focus)
  const now = useStore(state, (state) => state.now)
  const columns = useStill(pressed, area.columns)
  const held = heldIn(hand)
  const peeked = usePeeked(board, area, wide)
  const root = useRef<HTMLDivElement>(null)
  const letGo = useRef<LetGo | null>(null)
  const lens = useLens(state, area)
  const stamp = useMemo(() => ({ columns, held, stages, lens }), [columns, held, stages, lens])

  useCardFacts(state, area)
  useStages(board, wide)
  useBoardFocus(board, area, stamp)
  useBoardKeys(board, cardWith(focus, area), hand)
  useCardDrag(board, root, letGo)

  return (
    <BoardContext value={board}>
      <div className="flex h-full min-h-0 min-w-0">
        <div className="flex h-full min-h-0 min-w-0 flex-1 flex-col">
          <FilterBar area={area} lens={lens} />
          <RevisitNotice area={area} now={now} />
          {wide ? null : (
            <StageTabs
              stage={stages[0] ?? 'idea'}
              counts={countsOf(columns, lens)}
              onChange={(stage) => changeBoard({ peek: null, stage }, { replace: true })}
            />
          )}
          <div
            ref={root}
            data-board
            className="flex min-h-0 flex-1 gap-2 overflow-x-auto pt-2 md:p-3"
          >
            {stages.map((stage) => (
              <Column
                key={stage}
                stage={stage}
                stories={through(columns[stage], lens)}
                of={columns[stage].length}
                lens={lens}
                held={concerns(held, stage) ? held : null}
                foldable={wide}
              />
            ))}
            {wide && !stages.includes('wont-do') ? (
              <WontDoRail count={through(columns['wont-do'], lens).length} />
            ) : null}
          </div>
        </div>
        {peeked === null ? null : (
          <div className="h-full w-md shrink-0 border-l bg-surface max-lg:w-96">
            {peeked === 'absent' ? (
              <NoStory />
            ) : (
              <Peek story={peeked}>{renderStory(peeked.id)}</Peek>
            )}
          </div>
        )}
      </div>
      <AskPopover />
      <MoveMenu stories={area.stories} />
      <Spoken />
      <Flip board={root} stamp={stamp} dropped={letGo} />
    </BoardContext>
  )
}

/** Gives the focused card; null when the story is on no column of this board. */
function cardWith(focus: string | null, { stories }: ReadyArea): AreaStory | null {
  const story = focus === null ? undefined : stories.get(focus)
  return story && isAreaStory(story) ? story : null
}

/** Whether a column shows a held card, or lacks it. */
function concerns(held: Held | null, stage: Stage): boolean {
  return held !== null && (held.stage === stage || held.story.stage === stage)
}

function countsOf(columns: ReadyArea['columns'], lens: Lens): Record<Stage, number> {
  return {
    idea: through(columns.idea, lens).length,
    refinement: through(columns.refinement, lens).length,
    ready: through(columns.ready, lens).length,
    'wont-do': through(columns['wont-do'], lens).length,
  }
}
