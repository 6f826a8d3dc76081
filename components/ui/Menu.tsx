'use client'

import { later } from './popups/later.tsx'
import type { MenuProps } from './popups/Menu.tsx'
import { PlainTrigger, useWanted } from './popups/PlainTrigger.tsx'

export type { Choice, MenuItemProps, MenuProps } from './popups/Menu.tsx'

/** A menu of actions; `MenuItem`, `MenuLink`, `MenuChoices`, `MenuCheckbox`, `MenuGroup` and `MenuLine` go inside. */
export function Menu(props: MenuProps) {
  const { popups, isWanted, want } = useWanted(props)
  if (popups) return <popups.Menu {...props} opensAtOnce={isWanted} />
  return <PlainTrigger trigger={props.trigger} opens="menu" onWanted={want} />
}

export const MenuItem = later('MenuItem')
export const MenuLink = later('MenuLink')
/** One of several, with a tick. */
export const MenuChoices = later('MenuChoices')
/** One of several that can be on together; the menu stays open. */
export const MenuCheckbox = later('MenuCheckbox')
/** Entries that belong together, under a heading. */
export const MenuGroup = later('MenuGroup')
export const MenuLine = later('MenuLine')
