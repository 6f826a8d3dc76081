'use client'

import { type ReactNode, useMemo, useRef } from 'react'
import { useArea } from '#components/session/hooks.ts'
import { navigate } from '#components/shell/location.ts'
import type { Stage } from '#lib/domain/stage.ts'
import { BoardContext } from './board.ts'
import { BoardSkeleton } from './BoardSkeleton.tsx'
import { heldIn } from './boardState.ts'
import { Column } from './Column.tsx'
import { Flip, type LetGo } from './Flip.tsx'
import type { Held } from './held.ts'
import { MoveMenu } from './MoveMenu.tsx'
import { Peek } from './Peek.tsx'
import { ReasonPopover } from './ReasonPopover.tsx'
import { StageTabs } from './StageTabs.tsx'
import { useStore } from './store.ts'
import { Spoken } from './Spoken.tsx'
import { useBoardFocus } from './useBoardFocus.ts'
import { useBoardKeys } from './useBoardKeys.ts'
import { type ReadyArea, useBoardModel, useCardFacts, useStillWhile } from './useBoardModel.ts'
import { useCardDrag } from './useCardDrag.ts'
import { usePeeked } from './usePeeked.ts'
import { useStages, useWide } from './useStages.ts'
import { NoStory } from './NoStory.tsx'
import { WontDoRail } from './WontDoRail.tsx'

/**
 * The refinement area as a board with a peek. `renderDocument` gives the prose of a story for the peek, so that this
 * folder knows nothing of the editor.
 */
export function Board({
  renderDocument,
}: {
  readonly renderDocument?: (storyId: string) => ReactNode
}) {
  const area = useArea()
  if (area.phase === 'loading') return <BoardSkeleton />
  return <LoadedBoard area={area} renderDocument={renderDocument} />
}

function LoadedBoard({
  area,
  renderDocument,
}: {
  readonly area: ReadyArea
  readonly renderDocument?: (storyId: string) => ReactNode
}) {
  const wide = useWide()
  const board = useBoardModel(wide)
  const { state } = board
  const stages = useStore(state, (now) => now.stages)
  const hand = useStore(state, (now) => now.hand)
  const pressed = useStore(state, (now) => now.pressed)
  const focus = useStore(state, (now) => now.focus)
  const columns = useStillWhile(pressed, area.columns)
  const held = heldIn(hand)
  const peeked = usePeeked(board, area, wide)
  const root = useRef<HTMLDivElement>(null)
  const letGo = useRef<LetGo | null>(null)
  const stamp = useMemo(() => ({ columns, held, stages }), [columns, held, stages])

  useCardFacts(state, area)
  useStages(board, wide)
  useBoardFocus(board, area, stages)
  useBoardKeys(board, (focus !== null && area.stories.get(focus)) || null, hand)
  useCardDrag(board, root, letGo)

  return (
    <BoardContext value={board}>
      <div className="flex h-full min-h-0 min-w-0">
        <div className="flex h-full min-h-0 min-w-0 flex-1 flex-col">
          {wide ? null : (
            <StageTabs
              stage={stages[0] ?? 'idea'}
              counts={countsOf(columns)}
              onChange={(stage) =>
                navigate({ page: 'refine', peek: null, stage }, { replace: true })
              }
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
                stories={columns[stage]}
                held={concerns(held, stage) ? held : null}
                foldable={wide}
              />
            ))}
            {wide && !stages.includes('wont-do') ? (
              <WontDoRail count={columns['wont-do'].length} />
            ) : null}
          </div>
        </div>
        {peeked === null ? null : (
          <div className="h-full w-md shrink-0 border-l bg-surface max-lg:w-96">
            {peeked === 'absent' ? (
              <NoStory />
            ) : (
              <Peek story={peeked} stories={area.stories} members={area.members}>
                {renderDocument?.(peeked.id)}
              </Peek>
            )}
          </div>
        )}
      </div>
      <ReasonPopover />
      <MoveMenu stories={area.stories} />
      <Spoken />
      <Flip board={root} stamp={stamp} dropped={letGo} />
    </BoardContext>
  )
}

/** Whether a column shows a held card, or lacks it. */
function concerns(held: Held | null, stage: Stage): boolean {
  return held !== null && (held.stage === stage || held.story.stage === stage)
}

function countsOf(columns: ReadyArea['columns']): Record<Stage, number> {
  return {
    idea: columns.idea.length,
    refinement: columns.refinement.length,
    ready: columns.ready.length,
    'wont-do': columns['wont-do'].length,
  }
}
