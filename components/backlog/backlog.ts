import { createContext, use } from 'react'
import type { ReadyArea } from '#components/actions/index.ts'
import type { SeveralPage } from '#components/cards/severalActions.ts'
import type { BacklogGroup, BacklogRoute } from '#components/shell/backlogRoute.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Team } from '#lib/domain/team.ts'
import type { BacklogStore } from './backlogState.ts'
import type { Part } from './parts.ts'

/** `stacked`: one list, part below part. `columns`: the steps side by side. */
export type Layout = 'stacked' | 'columns'

/** What the actions on a team's backlog act with. One object as long as the page is mounted; it always answers for now. */
export interface Backlog extends SeveralPage {
  readonly client: WorkspaceClient
  readonly state: BacklogStore
  /** Every story as it really is, pending changes included. */
  readonly area: () => ReadyArea
  readonly team: () => Team
  /** `YYYY-MM-DD`, where the person is. */
  readonly today: () => string
  readonly layout: () => Layout
  /** What the list is put together by; null: it stands in the team's order. */
  readonly group: () => BacklogGroup | null
  /** The parts of the backlog on the screen, as they are shown: a story in move mode stands where it is held. */
  readonly parts: () => readonly Part[]
  /** What was done lately, as the list shows it below its parts; none while it is folded. */
  readonly done: () => readonly Story[]
  /** The ready stories in the tray as they are shown; none while it is folded. */
  readonly tray: () => readonly Story[]
  /** Shows a story in the panel beside the backlog; null closes it. */
  readonly peek: (story: Story | null) => void
  /** The address asks for a story in the panel, whether it is there or not. */
  readonly isPeeking: () => boolean
  readonly openPage: (story: Story) => void
  /** Looks at the backlog another way: as a list or a board, filtered. */
  readonly show: (change: Partial<Omit<BacklogRoute, 'page' | 'team'>>) => void
}

/** What an action about stories acts on: the selected ones, or the one in focus. At least one, in the order of the screen. */
export interface StoriesTarget {
  readonly backlog: Backlog
  readonly stories: readonly Story[]
}

/** Gives the page's one tab stop to a story, and the keyboard's focus with it. */
export function focusStory({ state }: Backlog, story: string | null): void {
  state.set({ focus: story, grab: true })
}

export const BacklogContext = createContext<Backlog | null>(null)

/** Gives the backlog around a view. Throws outside of one, because that is a bug. */
export function useBacklog(): Backlog {
  const backlog = use(BacklogContext)
  if (!backlog) throw new Error('A part of a backlog is rendered outside of it')
  return backlog
}
