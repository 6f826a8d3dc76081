'use client'

import { cloneElement, type ReactElement, type ReactNode } from 'react'
import { usePopups } from './popups/loading.ts'
import { type HintEvents, useHint } from './useHint.ts'

export interface TooltipProps {
  /** A few words. Nothing that a person must not miss: touch screens show no tooltips. */
  readonly text: ReactNode
  readonly keys?: string
  readonly side?: 'top' | 'bottom' | 'inline-start' | 'inline-end'
  /** The one element it belongs to; it must have its own accessible name. */
  readonly children: ReactElement
}

/** Shows a few words beside an element under the pointer or focus. */
export function Tooltip({ text, keys, side = 'bottom', children }: TooltipProps) {
  const popups = usePopups()
  const { anchor, events, close, hovered } = useHint()
  const element = children as ReactElement<Partial<HintEvents>>
  return (
    <>
      {cloneElement(element, both(element.props, events))}
      {popups && anchor ? (
        <popups.TooltipPopup {...{ anchor, text, keys, side, hovered }} onClose={close} />
      ) : null}
    </>
  )
}

/** What the element itself listens to comes first. */
function both(own: Partial<HintEvents>, ours: HintEvents): HintEvents {
  const all = Object.entries(ours).map(([name, listener]) => {
    const first = own[name as keyof HintEvents] as ((event: never) => void) | undefined
    return [
      name,
      first
        ? (event: never) => {
            first(event)
            ;(listener as (event: never) => void)(event)
          }
        : listener,
    ]
  })
  return Object.fromEntries(all) as HintEvents
}
