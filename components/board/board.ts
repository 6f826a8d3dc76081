import { createContext, use } from 'react'
import type { SeveralPage } from '#components/cards/severalActions.ts'
import type { Sent } from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { ReadyArea } from '#components/actions/index.ts'
import type { AskingTarget, Question, StoryClient } from '#components/flow/target.ts'
import type { AreaStory, Story } from '#lib/domain/story.ts'
import type { BoardStore } from './boardState.ts'
import type { Lists } from '#components/cards/walk.ts'
import type { Held } from './held.ts'
import type { ShownColumns } from './shownColumns.ts'

/** What the board's actions act with. One object as long as the board is mounted; it always answers for now. */
export interface Board extends SeveralPage {
  readonly workspaceId: string
  /** What actions on stories need. */
  readonly client: StoryClient
  /** Several at once; see `WorkspaceClient`. */
  readonly sendAll: (commands: readonly NewCommand[]) => readonly Sent[]
  readonly state: BoardStore
  /** Every story and column as they really are, pending changes included. */
  readonly area: () => ReadyArea
  /** The columns on the screen, as they are shown: filtered, grouped, with a held card where it is held. */
  readonly columns: () => ShownColumns
  /** The id of the heading that a story of the list stands under; null where there is none. */
  readonly groupOf: (story: string) => string | null
  /** What the focus walks over: the columns, or the one list. */
  readonly lists: () => Lists
  /** Shows a story in the panel beside the board; null closes it. */
  readonly peek: (story: Story | null) => void
  readonly openPage: (story: Story) => void
}

/** What an action about a story that is shown acts on: a card, or what the panel shows, which a team may have by now. */
export interface ShownTarget {
  readonly board: Board
  readonly story: Story
}

/** What an action about one card acts on. */
export interface CardTarget extends ShownTarget {
  readonly story: AreaStory
}

/** What an action about one card acts on, wherever the story is shown; what it asks, it asks at the card (UX10, UX20). */
export function askingAtCard(
  board: Board,
  story: AreaStory,
  held: Held | null = null,
): AskingTarget & { readonly story: AreaStory } {
  const { client, state } = board
  const ask = (question: Question) =>
    state.set({ focus: story.id, hand: { kind: 'asking', story, question, held } })
  return { client, story, ask, reveal: () => board.peek(story) }
}

/** Gives the board's one tab stop to a story, and the keyboard's focus with it. */
export function focusStory({ state }: Board, story: string | null): void {
  state.set({ focus: story, grab: true })
}

export const BoardContext = createContext<Board | null>(null)

/** Gives the board around a view. Throws outside of one, because that is a bug. */
export function useBoard(): Board {
  const board = use(BoardContext)
  if (!board) throw new Error('A part of the board is rendered outside of it')
  return board
}

/** Gives the name under which the capture box of a workspace keeps what is typed (UX11). */
export function captureDraft(workspaceId: string): string {
  return `capture:${workspaceId}`
}
