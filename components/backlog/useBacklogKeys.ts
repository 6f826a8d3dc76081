import { useActions } from '#components/actions/index.ts'
import {
  clearSelection,
  extendSelection,
  selectAll,
  selectFocused,
} from '#components/cards/selectActions.ts'
import { copyStories, pickLabel, pickTheme } from '#components/cards/severalActions.ts'
import { useStore } from '#components/cards/store.ts'
import type { Story } from '#lib/domain/story.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import type { Backlog } from './backlog.ts'
import { FOLD_ACTIONS, groupBySteps } from './groupActions.ts'
import { dismiss, sendBack, trashStories } from './leaveActions.ts'
import {
  chooseAction,
  choosePlace,
  chooseSchedule,
  chooseSize,
  chooseTeam,
  closePeek,
  openStory,
  peekStory,
} from './lookActions.ts'
import { cancelMoving, dropMoving, moveNow, startMoving, stepMoving } from './movingActions.ts'
import { takeStories } from './placeActions.ts'
import { acknowledgeChange } from './planActions.ts'
import { selectedIn } from '#components/cards/selection.ts'
import { showAll, showAs, showFilter } from './viewActions.ts'
import { foldDone, foldTray, showOlder, sideOf, walk, walkToEdge } from './walkActions.ts'

const PAGE_ACTIONS = [
  foldTray,
  foldDone,
  showOlder,
  showAs.list,
  showAs.board,
  groupBySteps,
  showFilter,
  showAll,
  closePeek,
]
const WALK_ACTIONS = [...walk, ...walkToEdge]
const SELECT_ACTIONS = [selectFocused, ...extendSelection, selectAll, clearSelection]
const STORY_ACTIONS = [
  openStory,
  peekStory,
  takeStories,
  chooseSize,
  chooseSchedule,
  choosePlace,
  startMoving,
  ...moveNow,
  acknowledgeChange,
  sendBack,
  dismiss,
  chooseTeam,
  chooseAction,
  trashStories,
]
const SAME_ACTIONS = [pickTheme, pickLabel, copyStories]
const MOVING_ACTIONS = [...stepMoving, dropMoving, cancelMoving]

/** Offers what can be done with the page, with the stories in focus or selected, and with lifted ones. */
export function useBacklogKeys(backlog: Backlog): void {
  const hand = useStore(backlog.state, (now) => now.hand)
  const focus = useStore(backlog.state, (now) => now.focus)
  const selection = useStore(backlog.state, (now) => now.selection)
  const free = hand.kind === 'empty'
  const stories = free ? meant(backlog, focus, selection) : []
  const target = stories.length > 0 ? { backlog, stories } : null
  const moving = hand.kind === 'moving' ? { backlog, held: hand.held } : null
  const about = stories.length > 0 ? nameOf(stories) : null
  useActions(PAGE_ACTIONS, backlog)
  useActions(WALK_ACTIONS, free ? backlog : null)
  useActions(FOLD_ACTIONS, free ? backlog : null, { layer: 'focus' })
  useActions(SELECT_ACTIONS, free ? backlog : null)
  useActions(STORY_ACTIONS, target, { about, layer: 'focus' })
  useActions(SAME_ACTIONS, target && { page: backlog, stories }, { about, layer: 'focus' })
  useActions(MOVING_ACTIONS, moving, { layer: 'focus' })
}

/** Gives the stories that an action means: those selected, in the order of the screen, else the one in focus. */
export function meant(
  backlog: Backlog,
  focus: string | null,
  selection: Parameters<typeof selectedIn>[0],
): readonly Story[] {
  const { stories } = backlog.area()
  const some = selection.anchor ?? [...selection.ids][0]
  const ids =
    some === undefined
      ? focus === null
        ? []
        : [focus]
      : selectedIn(selection, sideOf(backlog, some))
  return ids.flatMap((id) => stories.get(id) ?? [])
}
