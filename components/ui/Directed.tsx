'use client'

import { DirectionProvider } from '@base-ui/react/direction-provider'
import type { ReactNode } from 'react'
import { pageDirection } from '#components/language/direction.ts'

/** Menus, tabs and the like inside follow how the text of the page runs: which arrow opens a submenu, where it opens. */
export function Directed({ children }: { readonly children: ReactNode }) {
  return <DirectionProvider direction={pageDirection()}>{children}</DirectionProvider>
}
