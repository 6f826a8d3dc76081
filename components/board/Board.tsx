'use client'

import { type ReactNode, useMemo, useRef } from 'react'
import { withTexts } from '#components/language/loaded.ts'
import { useArea } from '#components/session/hooks.ts'
import { changeBoard } from '#components/shell/location.ts'
import type { Stage } from '#lib/domain/stage.ts'
import { type AreaStory, isAreaStory } from '#lib/domain/story.ts'
import { BoardContext } from './board.ts'
import { BoardSkeleton } from './BoardSkeleton.tsx'
import { heldIn } from './boardState.ts'
import { FilterBar } from './FilterBar.tsx'
import { type Lens, through, useLens } from './lens.ts'
import { Column } from './Column.tsx'
import { Flip, type LetGo } from '#components/cards/Flip.tsx'
import type { Held } from './held.ts'
import { ListSkeleton } from './ListSkeleton.tsx'
import { Peek } from './Peek.tsx'
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
import { useShared } from './useShared.ts'
import { loadList } from './list/loading.ts'
import { useKeptView } from './useKeptView.ts'
import { useStages } from './useStages.ts'
import { classes } from '#components/ui/classes.ts'
import { loadPopups } from '#components/ui/popups/loading.ts'
import { useBehind } from '#components/ui/useBehind.ts'
import { NoStory } from './NoStory.tsx'
import { WontDoRail } from './WontDoRail.tsx'

/** What is laid over the board comes behind its first picture. */
async function loadBoardPopups() {
  const code = withTexts(import('./BoardPopups.tsx'), ['actions', 'asks'])
  const [popups] = await Promise.all([code, loadPopups()])
  return popups
}

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
  // Nor under who writes a title: a card that moves is taken from an input method (UX7).
  const shownArea = useStill(pressed || hand.kind === 'renaming', area)
  const { columns } = shownArea
  const older = shownArea.filed.get(null)?.places['wont-do'] ?? 0
  const list = useStore(state, (now) => now.list)
  const held = heldIn(hand)
  const peeked = usePeeked(board, area, wide)
  const popups = useBehind(loadBoardPopups)
  const behind = useBehind(loadList)
  const root = useRef<HTMLDivElement>(null)
  const letGo = useRef<LetGo | null>(null)
  const lens = useLens(state, area)
  const stamp = useMemo(() => ({ columns, held, stages, lens }), [columns, held, stages, lens])

  const folded = useStore(state, (now) => now.folded)
  const quietOpen = useStore(state, (now) => now.quietOpen)
  // What folds takes cards away: the focus has to know, the others need not glide.
  const shown = useMemo(
    () => ({ stamp, folded, quietOpen, list, behind }),
    [stamp, folded, quietOpen, list, behind],
  )

  useCardFacts(state, area)
  useStages(board, wide)
  useShared(board)
  useKeptView()
  useBoardFocus(board, area, shown)
  useBoardKeys(board, cardWith(focus, area), hand)
  useCardDrag(board, root, letGo)

  return (
    <BoardContext value={board}>
      <div className="flex h-full min-h-0 min-w-0">
        <div className="relative flex h-full min-h-0 min-w-0 flex-1 flex-col">
          <FilterBar area={area} lens={lens} />
          {wide || list ? null : (
            <StageTabs
              stage={stages[0] ?? 'idea'}
              counts={countsOf(shownArea, lens)}
              onChange={(stage) => changeBoard({ peek: null, stage }, { replace: true })}
            />
          )}
          <div
            ref={root}
            data-board
            className={classes(
              'flex min-h-0 flex-1',
              list === null && 'gap-2 overflow-x-auto pt-2 md:p-3',
            )}
          >
            {list === null ? null : behind ? (
              <behind.StoryList area={shownArea} look={list} lens={lens} held={held} wide={wide} />
            ) : (
              <ListSkeleton />
            )}
            {list
              ? null
              : stages.map((stage) => (
                  <Column
                    key={stage}
                    stage={stage}
                    stories={through(columns[stage], lens)}
                    of={columns[stage].length}
                    older={stage === 'wont-do' ? older : 0}
                    lens={lens}
                    held={concerns(held, stage) ? held : null}
                    foldable={wide}
                  />
                ))}
            {wide && !list && !stages.includes('wont-do') ? (
              <WontDoRail count={countsOf(shownArea, lens)['wont-do']} />
            ) : null}
          </div>
          {popups ? <popups.SelectionBar /> : null}
        </div>
        {peeked === null ? null : (
          <div className="h-full w-md shrink-0 border-s bg-surface max-lg:w-96">
            {peeked === 'absent' ? (
              <NoStory />
            ) : (
              <Peek story={peeked}>{renderStory(peeked.id)}</Peek>
            )}
          </div>
        )}
      </div>
      {popups ? <popups.BoardPopups stories={area.stories} /> : null}
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

/** Gives how many stories of each stage pass the filter; what was filed counts where all do, since it cannot be asked. */
function countsOf({ columns, filed }: ReadyArea, lens: Lens): Record<Stage, number> {
  const aside = through(columns['wont-do'], lens).length
  const older = filed.get(null)?.places['wont-do'] ?? 0
  return {
    idea: through(columns.idea, lens).length,
    refinement: through(columns.refinement, lens).length,
    ready: through(columns.ready, lens).length,
    'wont-do': aside < columns['wont-do'].length ? aside : aside + older,
  }
}
