import { defineAction, useActions } from '#components/actions/index.ts'
import { storyName } from '#components/language/names.ts'
import { type AreaStory } from '#lib/domain/story.ts'
import { fieldActions } from '#components/flow/fieldActions.ts'
import { storyMoves } from '#components/flow/moveActions.ts'
import { voteForStory, watchStory } from '#components/flow/markActions.ts'
import { assignStory } from '#components/flow/teamActions.ts'
import { askingAtCard, type Board } from './board.ts'
import type { Hand } from './boardState.ts'
import { chooseStage, editTitle, openStory, peekStory, trashStory } from './cardActions.ts'
import { clearFilter, groupByTheme, openFilter } from './filterActions.ts'
import {
  clearSelection,
  extendSelection,
  selectAll,
  selectFocused,
} from '#components/cards/selectActions.ts'
import { useStore } from '#components/cards/store.ts'
import { cancelMoving, dropMoving, moveNow, startMoving, stepMoving } from './movingActions.ts'
import { showAs } from './viewActions.ts'
import { keepStories, unfoldAllQuiet } from './quietActions.ts'
import { capture, foldWontDo, walk, walkToEdge } from './walkActions.ts'

const closePeek = defineAction<Board>({
  id: 'board.closePeek',
  group: 'Board',
  keys: ['Escape'],
  keysOnly: true,
  when: ({ state }) => state.get().peeked !== null,
  run: (board) => board.peek(null),
})

const BOARD_ACTIONS = [
  capture,
  foldWontDo,
  openFilter,
  clearFilter,
  groupByTheme,
  unfoldAllQuiet,
  closePeek,
  ...Object.values(showAs),
]
const WALK_ACTIONS = [...walk, ...walkToEdge]
const SELECT_ACTIONS = [selectFocused, ...extendSelection, selectAll, clearSelection]
const LOOK_ACTIONS = [openStory, peekStory, editTitle]
const CARD_ACTIONS = [startMoving, ...moveNow, chooseStage, trashStory]
const STORY_ACTIONS = [
  ...Object.values(storyMoves),
  assignStory,
  ...fieldActions,
  voteForStory,
  watchStory,
]
const KEEP_ACTIONS = [keepStories]
const MOVING_ACTIONS = [...stepMoving, dropMoving, cancelMoving]

/** Offers what can be done on the board, about the focused card, and with a lifted one. */
export function useBoardKeys(board: Board, focused: AreaStory | null, hand: Hand): void {
  const free = hand.kind === 'empty'
  const card = free && focused ? { board, story: focused } : null
  // While something is selected, what acts on stories acts on that (`SelectionBar`), not on the one in focus.
  const selecting = useStore(board.state, ({ selection }) => selection.ids.size > 0)
  const alone = selecting ? null : card
  const about = focused && storyName(focused)
  const moving =
    hand.kind === 'moving'
      ? { board, story: hand.held.story, held: hand.held, landings: hand.landings }
      : null
  useActions(BOARD_ACTIONS, board)
  useActions(WALK_ACTIONS, free ? board : null)
  useActions(SELECT_ACTIONS, free ? board : null)
  useActions(LOOK_ACTIONS, card, { about, layer: 'focus' })
  useActions(STORY_ACTIONS, alone && askingAtCard(board, alone.story), { about, layer: 'focus' })
  useActions(KEEP_ACTIONS, alone && { page: board, stories: [alone.story] }, {
    about,
    layer: 'focus',
  })
  useActions(CARD_ACTIONS, alone, { about, layer: 'focus' })
  useActions(MOVING_ACTIONS, moving, { about, layer: 'focus' })
}
