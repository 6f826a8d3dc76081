'use client'

import { X } from 'lucide-react'
import { type Action, availability, runAction } from '#components/actions/index.ts'
import { useStore } from '#components/cards/store.ts'
import { Button } from '#components/ui/Button.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Tooltip } from '#components/ui/Tooltip.tsx'
import { type StoriesTarget, useBacklog } from './backlog.ts'
import { sendBack } from './leaveActions.ts'
import { chooseAction, choosePlace, chooseSchedule, chooseSize } from './lookActions.ts'
import { takeStories } from './placeActions.ts'
import { meant } from './useBacklogKeys.ts'
import { clearSelection } from './walkActions.ts'

const BUTTONS: readonly {
  readonly action: Action<StoriesTarget>
  readonly opens?: string
  readonly label: string
}[] = [
  { action: takeStories, label: 'Take onto the backlog' },
  { action: choosePlace, opens: 'place', label: 'Move to…' },
  { action: chooseSize, opens: 'size', label: 'Size' },
  { action: chooseSchedule, opens: 'schedule', label: 'Schedule' },
  { action: sendBack, label: 'Send back…' },
  { action: chooseAction, opens: 'action', label: 'More' },
]

/** What can be done with everything that is selected, in reach while something is. */
export function SelectionBar() {
  const backlog = useBacklog()
  const { state } = backlog
  const selection = useStore(state, (now) => now.selection)
  if (selection.ids.size === 0) return null
  const stories = meant(backlog, null, selection)
  const target = { backlog, stories }
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-20 flex justify-center px-2 md:justify-start md:px-4">
      <div
        role="toolbar"
        aria-label="Selected stories"
        data-selection-bar
        className="pointer-events-auto flex max-w-full items-center gap-1 overflow-x-auto rounded-panel border bg-surface p-1.5 shadow-overlay [scrollbar-width:none]"
      >
        <span
          role="status"
          className="px-2 text-interface font-medium whitespace-nowrap tabular-nums"
        >
          {stories.length.toLocaleString('en')} selected
        </span>
        {BUTTONS.map(({ action, opens, label }) => {
          const can = availability(action, target)
          if (can.kind === 'hidden') return null
          const why = can.kind === 'explained' ? can.reason : null
          return (
            <Tooltip key={action.id} text={why ?? action.title} keys={action.keys?.[0]} side="top">
              <Button
                size="small"
                data-opens={opens}
                aria-disabled={why !== null}
                aria-haspopup={opens ? 'menu' : undefined}
                onClick={() => runAction(action, target)}
                className="aria-disabled:opacity-55"
              >
                {label}
              </Button>
            </Tooltip>
          )
        })}
        <IconButton
          size="small"
          label="Let go of the selection"
          keys="Escape"
          onClick={() => runAction(clearSelection, backlog)}
        >
          <X aria-hidden size={16} />
        </IconButton>
      </div>
    </div>
  )
}
