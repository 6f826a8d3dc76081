'use client'

import { useActions } from '#components/actions/index.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import { type SelectionButton, SelectionFrame } from '#components/cards/SelectionFrame.tsx'
import {
  copyStories,
  pickLabel,
  pickTheme,
  trashStories,
} from '#components/cards/severalActions.ts'
import { useStore } from '#components/cards/store.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useArea } from '#components/session/hooks.ts'
import { isAreaStory } from '#lib/domain/story.ts'
import { type Board, useBoard } from './board.ts'
import { selectedOn } from './selected.ts'
import { keepStories } from './quietActions.ts'
import type { CardsTarget } from './putSeveral.ts'
import { dismissAll, markAllReady, moveAllNow, pickStage, pickTeam } from './severalActions.ts'

function buttons(): readonly SelectionButton<CardsTarget>[] {
  const t = textsOf('asks.bar')
  return [
    { action: pickStage, opens: 'stage', popup: 'dialog', label: t('stage') },
    { action: pickTeam, opens: 'team', popup: 'dialog', label: t('team') },
    { action: pickTheme, opens: 'theme', popup: 'dialog', label: t('theme') },
    { action: pickLabel, opens: 'label', popup: 'dialog', label: t('labels') },
    { action: dismissAll, opens: 'reason', popup: 'dialog', label: t('dismiss') },
    { action: keepStories, label: t('keep') },
    { action: copyStories, label: t('copy') },
  ]
}

const SELECTED_ACTIONS = [keepStories, pickStage, markAllReady, ...moveAllNow, pickTeam, dismissAll]
const SAME_ACTIONS = [pickTheme, trashStories]
/** These have no other form for the card in focus. */
const ANY_ACTIONS = [pickLabel, copyStories]

/** What can be done with the selected cards, in reach while there are any; the keys do the same. */
export function SelectionBar() {
  const board = useBoard()
  const selection = useStore(board.state, (now) => now.selection)
  const free = useStore(board.state, ({ hand }) => hand.kind === 'empty')
  const focus = useStore(board.state, (now) => now.focus)
  // Whoever else moves one of them changes what can be done.
  useArea()
  const stories = selection.ids.size === 0 ? NONE : selectedOn(board)
  const target = free && stories.length > 0 ? { page: board, stories } : null
  const about = stories.length > 0 ? nameOf(stories) : null
  useActions(ANY_ACTIONS, target ?? (free ? inFocus(board, focus) : null), {
    about: about ?? textsOf('actions.groups')('Story'),
    layer: 'focus',
  })
  useActions(SAME_ACTIONS, target, { about, layer: 'focus' })
  useActions(SELECTED_ACTIONS, target, { about, layer: 'focus' })
  if (stories.length === 0) return null
  return (
    <SelectionFrame
      page={board}
      count={stories.length}
      buttons={buttons()}
      target={{ page: board, stories }}
    />
  )
}

const NONE: CardsTarget['stories'] = []

function inFocus(board: Board, focus: string | null): CardsTarget | null {
  const story = focus === null ? undefined : board.area().stories.get(focus)
  return story && isAreaStory(story) ? { page: board, stories: [story] } : null
}
