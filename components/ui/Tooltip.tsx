'use client'

import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { Keys } from './Kbd.tsx'

export interface TooltipProps {
  /** A few words. Nothing that a person must not miss: touch screens show no tooltips. */
  readonly text: ReactNode
  readonly keys?: string
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  /** The one element it belongs to; it must have its own accessible name. */
  readonly children: ReactElement
}

/** Shows a few words beside an element under the pointer or focus. */
export function Tooltip({ text, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children as ReactElement<Record<string, unknown>>} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="pop-in flex max-w-xs items-center gap-2 rounded-button border bg-surface px-2 py-1 text-label text-text shadow-overlay">
            {text}
            {keys ? <Keys keys={keys} /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** Goes around the app once: tooltips wait before the first and follow at once from one to the next. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Base.Provider delay={450} closeDelay={0} timeout={350}>
      {children}
    </Base.Provider>
  )
}
