'use client'

import { Popover } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { cardElement } from './cardElement.ts'

/**
 * What is asked about several stories, shown at the button of the bar that opens it (`opens`), else at the bar, else at the
 * card of `story`.
 */
export function PickPopover({
  label,
  opens,
  story,
  onDone,
  children,
}: {
  readonly label: string
  readonly opens: string
  readonly story: string | undefined
  readonly onDone: () => void
  readonly children: ReactNode
}) {
  return (
    <Popover.Root open onOpenChange={(open) => open || onDone()}>
      {/* A landmark, so that what is in it belongs to one, as everything on the page does. */}
      <Popover.Portal render={<section aria-label={label} />}>
        <Popover.Positioner
          anchor={() => anchorOf(opens, story)}
          side="top"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          className="z-50"
        >
          <Popover.Popup
            finalFocus={false}
            aria-label={label}
            className="pop-in flex max-h-(--available-height) w-80 max-w-(--available-width) flex-col overflow-y-auto rounded-card border bg-surface text-interface shadow-overlay focus-visible:outline-none"
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function anchorOf(opens: string, story: string | undefined): Element | null {
  const bar = document.querySelector('[data-selection-bar]')
  return (
    bar?.querySelector(`[data-opens="${opens}"]`) ??
    bar ??
    (story === undefined ? null : cardElement(story))
  )
}
