'use client'

import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactNode } from 'react'
import { Keys } from '../Kbd.tsx'

/** The few words that a tooltip shows beside an element. */
export function TooltipPopup({
  anchor,
  text,
  keys,
  side,
  onClose,
  hovered,
}: {
  readonly anchor: Element
  readonly text: ReactNode
  readonly keys?: string
  readonly side: 'top' | 'bottom' | 'inline-start' | 'inline-end'
  readonly onClose: () => void
  /** The pointer came onto it, or left it. */
  readonly hovered: (is: boolean) => void
}) {
  return (
    <Base.Root open onOpenChange={(open) => open || onClose()}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} side={side} sideOffset={6} className="z-50">
          <Base.Popup
            onPointerEnter={() => hovered(true)}
            onPointerLeave={() => hovered(false)}
            className="pop-in flex max-w-xs items-center gap-2 rounded-button border bg-surface px-2 py-1 text-label text-text shadow-overlay"
          >
            {text}
            {keys ? <Keys keys={keys} /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
