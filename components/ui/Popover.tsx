'use client'

import { PlainTrigger, useWanted } from './popups/PlainTrigger.tsx'
import type { PopoverProps } from './popups/Popover.tsx'

/** A panel beside the element that opens it; not modal. */
export function Popover(props: PopoverProps) {
  const { popups, isWanted, want } = useWanted(props)
  if (popups) return <popups.Popover {...props} opensAtOnce={isWanted} />
  return <PlainTrigger trigger={props.trigger} opens="dialog" onWanted={want} />
}
