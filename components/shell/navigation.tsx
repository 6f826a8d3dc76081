import { Columns3, Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { BOARD, type Route } from './routes.ts'

export interface Entry {
  readonly title: string
  readonly icon: ReactNode
  readonly to: Route
  readonly keys: string
  readonly contains: (route: Route) => boolean
}

/** The entries of sidebar and bottom bar. */
export const ENTRIES: readonly Entry[] = [
  {
    title: 'Refinement',
    icon: <Columns3 aria-hidden size={16} />,
    to: BOARD,
    keys: 'G R',
    contains: ({ page }) => page === 'refine' || page === 'story',
  },
  {
    title: 'Settings',
    icon: <Settings aria-hidden size={16} />,
    to: { page: 'settings', section: 'account' },
    keys: 'G S',
    contains: ({ page }) => page === 'settings',
  },
]
