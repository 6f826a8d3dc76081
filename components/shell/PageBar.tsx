'use client'

import { createContext, type ReactNode, use } from 'react'
import { createPortal } from 'react-dom'

/** The place in the shell's bar for a page's own controls; null until the shell is mounted. */
export const PageBarSlot = createContext<HTMLElement | null>(null)

/**
 * Puts a page's controls into the shell's bar, between the title and the people: `<PageBar><Segmented …/></PageBar>`.
 * On narrow screens they get a line of their own.
 */
export function PageBar({ children }: { readonly children: ReactNode }) {
  const slot = use(PageBarSlot)
  return slot ? createPortal(children, slot) : null
}
