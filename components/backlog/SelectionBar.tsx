'use client'

import {
  copyStories,
  pickLabel,
  pickTheme,
  type SeveralTarget,
} from '#components/cards/severalActions.ts'
import { useStore } from '#components/cards/store.ts'
import { type SelectionButton, SelectionFrame } from '#components/cards/SelectionFrame.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { type StoriesTarget, useBacklog } from './backlog.ts'
import { sendBack } from './leaveActions.ts'
import { chooseAction, choosePlace, chooseSchedule, chooseSize } from './lookActions.ts'
import { takeStories } from './placeActions.ts'
import { meant } from './useBacklogKeys.ts'

const BUTTONS: readonly SelectionButton<StoriesTarget & SeveralTarget>[] = [
  {
    action: takeStories,
    get label() {
      return textsOf('backlog')('actions.take')
    },
  },
  {
    action: choosePlace,
    opens: 'place',
    popup: 'menu',
    get label() {
      return textsOf('backlog')('chosen.place')
    },
  },
  {
    action: chooseSize,
    opens: 'size',
    popup: 'menu',
    get label() {
      return textsOf('backlog')('actions.size')
    },
  },
  {
    action: chooseSchedule,
    opens: 'schedule',
    popup: 'menu',
    get label() {
      return textsOf('backlog')('schedule')
    },
  },
  {
    action: pickTheme,
    opens: 'theme',
    popup: 'dialog',
    get label() {
      return textsOf('backlog')('filter.theme')
    },
  },
  {
    action: pickLabel,
    opens: 'label',
    popup: 'dialog',
    get label() {
      return textsOf('backlog')('labels')
    },
  },
  {
    action: copyStories,
    get label() {
      return textsOf('backlog')('copy')
    },
  },
  {
    action: sendBack,
    get label() {
      return textsOf('backlog')('sendBack')
    },
  },
  {
    action: chooseAction,
    opens: 'action',
    popup: 'menu',
    get label() {
      return textsOf('backlog')('more')
    },
  },
]

/** What can be done with everything that is selected, in reach while something is. */
export function SelectionBar() {
  const backlog = useBacklog()
  const selection = useStore(backlog.state, (now) => now.selection)
  if (selection.ids.size === 0) return null
  const stories = meant(backlog, null, selection)
  return (
    <SelectionFrame
      page={backlog}
      count={stories.length}
      buttons={BUTTONS}
      target={{ backlog, page: backlog, stories }}
    />
  )
}
