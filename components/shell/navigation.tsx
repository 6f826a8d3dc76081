import { Columns3, History, Settings, Target, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { ALL_HISTORY } from './historyAddress.ts'
import { BOARD, type Route } from './routes.ts'

export interface Entry {
  readonly title: string
  readonly icon: ReactNode
  readonly to: Route
  readonly keys?: string
  /** `team`: the id of the team whose backlog the page is about. */
  readonly contains: (route: Route, team: string | null) => boolean
}

/** The entries of sidebar and bottom bar. */
export const ENTRIES: readonly Entry[] = [
  {
    title: 'Refinement',
    icon: <Columns3 aria-hidden size={16} />,
    to: BOARD,
    keys: 'G R',
    contains: ({ page }, team) => page === 'refine' || (page === 'story' && team === null),
  },
  {
    title: 'Themes',
    icon: <Target aria-hidden size={16} />,
    to: { page: 'themes' },
    keys: 'G T',
    contains: ({ page }) => page === 'themes' || page === 'theme',
  },
  {
    title: 'Settings',
    icon: <Settings aria-hidden size={16} />,
    to: { page: 'settings', section: 'account' },
    keys: 'G S',
    contains: ({ page }) => page === 'settings',
  },
]

/** What is looked up now and then: at the sidebar's end, and in the workspace's menu. */
export const LATER_ENTRIES: readonly Entry[] = [
  {
    title: 'History',
    icon: <History aria-hidden size={16} />,
    to: { page: 'history', filter: ALL_HISTORY },
    keys: 'G H',
    contains: ({ page }) => page === 'history',
  },
  {
    title: 'Trash',
    icon: <Trash2 aria-hidden size={16} />,
    to: { page: 'trash' },
    contains: ({ page }) => page === 'trash',
  },
]
