'use client'

import type { PickerMenuProps } from './popups/PickerMenu.tsx'
import { PlainTrigger, useWanted } from './popups/PlainTrigger.tsx'

/** A picker beside the element that opens it. Choosing closes it, unless several can be chosen. */
export function PickerMenu(props: PickerMenuProps) {
  const { popups, isWanted, want } = useWanted(props)
  if (popups) return <popups.PickerMenu {...props} opensAtOnce={isWanted} />
  const wanted = () => props.locked || want()
  return <PlainTrigger trigger={props.trigger} opens="dialog" onWanted={wanted} />
}
