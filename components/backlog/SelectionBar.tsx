'use client'

import {
  copyStories,
  pickLabel,
  pickTheme,
  type SeveralTarget,
} from '#components/cards/severalActions.ts'
import { useStore } from '#components/cards/store.ts'
import { type SelectionButton, SelectionFrame } from '#components/cards/SelectionFrame.tsx'
import { type StoriesTarget, useBacklog } from './backlog.ts'
import { sendBack } from './leaveActions.ts'
import { chooseAction, choosePlace, chooseSchedule, chooseSize } from './lookActions.ts'
import { takeStories } from './placeActions.ts'
import { meant } from './useBacklogKeys.ts'

const BUTTONS: readonly SelectionButton<StoriesTarget & SeveralTarget>[] = [
  { action: takeStories, label: 'Take onto the backlog' },
  { action: choosePlace, opens: 'place', popup: 'menu', label: 'Move to…' },
  { action: chooseSize, opens: 'size', popup: 'menu', label: 'Size' },
  { action: chooseSchedule, opens: 'schedule', popup: 'menu', label: 'Schedule' },
  { action: pickTheme, opens: 'theme', popup: 'dialog', label: 'Theme' },
  { action: pickLabel, opens: 'label', popup: 'dialog', label: 'Labels' },
  { action: copyStories, label: 'Copy' },
  { action: sendBack, label: 'Send back…' },
  { action: chooseAction, opens: 'action', popup: 'menu', label: 'More' },
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
