'use client'

import { X } from 'lucide-react'
import { type Action, availability, runAction } from '#components/actions/index.ts'
import { titleOf } from '#components/actions/titles.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Tooltip } from '#components/ui/Tooltip.tsx'
import { clearSelection, type Selectable } from './selectActions.ts'

/** One thing that can be done with what is selected. */
export interface SelectionButton<Target> {
  readonly action: Action<Target>
  /** What the button says: a few letters of it. */
  readonly label: string
  /** What it opens, where it opens something: that is shown at the button. */
  readonly opens?: string
  readonly popup?: 'menu' | 'dialog'
}

/** What can be done with everything that is selected, in reach while something is: the count, the actions, the way out. */
export function SelectionFrame<Target>({
  page,
  count,
  buttons,
  target,
}: {
  readonly page: Selectable
  readonly count: number
  readonly buttons: readonly SelectionButton<Target>[]
  readonly target: Target
}) {
  const t = textsOf('asks.bar')
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-20 flex justify-center px-2 md:justify-start md:px-4">
      <div
        role="toolbar"
        aria-label={t('label')}
        data-selection-bar
        className="pop-in pointer-events-auto flex max-w-full items-center gap-1 rounded-panel border bg-surface p-1.5 shadow-overlay"
      >
        <span className="shrink-0 px-2 text-interface font-medium whitespace-nowrap tabular-nums">
          {textsOf('flow')('selected', { count })}
        </span>
        <div className="flex min-w-0 items-center gap-1 overflow-x-auto [scrollbar-width:none]">
          {buttons.map(({ action, opens, popup, label }) => {
            const can = availability(action, target)
            if (can.kind === 'hidden') return null
            const why = can.kind === 'explained' ? can.reason : null
            return (
              <Tooltip
                key={action.id}
                text={why ?? titleOf(action)}
                keys={action.keys?.[0]}
                side="top"
              >
                <Button
                  size="small"
                  data-opens={opens}
                  aria-disabled={why !== null}
                  aria-haspopup={popup}
                  onClick={() => runAction(action, target)}
                  className="shrink-0 aria-disabled:opacity-55"
                >
                  {label}
                </Button>
              </Tooltip>
            )
          })}
        </div>
        <IconButton
          size="small"
          label={t('clear')}
          keys="Escape"
          onClick={() => runAction(clearSelection, page)}
        >
          <X aria-hidden size={16} />
        </IconButton>
      </div>
    </div>
  )
}
