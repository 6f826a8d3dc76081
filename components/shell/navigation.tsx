import { Columns3, History, Inbox, Settings, Target, Trash2, UsersRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { ALL_HISTORY } from './historyAddress.ts'
import { refinement } from './location.ts'
import type { Route } from './routes.ts'

export interface Entry {
  /** What it is called, in the texts `shell.nav`. */
  readonly name: 'inbox' | 'refinement' | 'meetings' | 'themes' | 'settings' | 'history' | 'trash'
  readonly icon: ReactNode
  /** A function where it depends on where one was last. */
  readonly to: Route | (() => Route)
  readonly keys?: string
  /** `team`: the id of the team whose backlog the page is about. */
  readonly contains: (route: Route, team: string | null) => boolean
  /** It tells how much is new in the inbox. */
  readonly hasBadge?: boolean
  /** What runs now stands under it; the bottom bar has it only then. */
  readonly isLive?: boolean
}

/** Where a thumb has no room for one entry more, the workspace's menu has it. */
export const MEETINGS: Entry & { readonly to: Route } = {
  name: 'meetings',
  icon: <UsersRound aria-hidden size={16} />,
  to: { page: 'meetings' },
  keys: 'G M',
  contains: ({ page }) => page === 'meetings' || page === 'meeting',
  isLive: true,
}

/** The entries of sidebar and bottom bar. */
export const ENTRIES: readonly Entry[] = [
  {
    name: 'inbox',
    icon: <Inbox aria-hidden size={16} />,
    to: { page: 'inbox', tab: 'new' },
    keys: 'G I',
    contains: ({ page }) => page === 'inbox',
    hasBadge: true,
  },
  {
    name: 'refinement',
    icon: <Columns3 aria-hidden size={16} />,
    to: refinement,
    keys: 'G R',
    contains: ({ page }, team) => page === 'refine' || (page === 'story' && team === null),
  },
  MEETINGS,
  {
    name: 'themes',
    icon: <Target aria-hidden size={16} />,
    to: { page: 'themes' },
    keys: 'G T',
    contains: ({ page }) => page === 'themes' || page === 'theme',
  },
  {
    name: 'settings',
    icon: <Settings aria-hidden size={16} />,
    to: { page: 'settings', section: 'account' },
    keys: 'G S',
    contains: ({ page }) => page === 'settings',
  },
]

/** What is looked up now and then: at the sidebar's end, and in the workspace's menu. */
export const LATER_ENTRIES: readonly (Entry & { readonly to: Route })[] = [
  {
    name: 'history',
    icon: <History aria-hidden size={16} />,
    to: { page: 'history', filter: ALL_HISTORY },
    keys: 'G H',
    contains: ({ page }) => page === 'history',
  },
  {
    name: 'trash',
    icon: <Trash2 aria-hidden size={16} />,
    to: { page: 'trash' },
    contains: ({ page }) => page === 'trash',
  },
]
