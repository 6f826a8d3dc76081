import { createContext, use } from 'react'
import type { Sent } from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { Before } from '#lib/domain/inverse.ts'
import type { Story } from '#lib/domain/story.ts'
import type { BoardStore } from './boardState.ts'
import type { ShownColumns } from './walk.ts'

/** What the board's actions act with. One object as long as the board is mounted; it always answers for now. */
export interface Board {
  readonly workspaceId: string
  readonly send: (command: NewCommand) => Sent
  /** Several at once; see `WorkspaceClient`. */
  readonly sendAll: (commands: readonly NewCommand[]) => readonly Sent[]
  readonly state: BoardStore
  /** Every story and column as they really are, pending changes included. */
  readonly area: () => Before
  /** The columns on the screen, as they are shown. */
  readonly columns: () => ShownColumns
  /** Shows a story in the panel beside the board; null closes it. */
  readonly peek: (story: Story | null) => void
  readonly openPage: (story: Story) => void
  /** Reads a sentence to whoever cannot see the board. */
  readonly announce: (sentence: string) => void
}

/** What an action about one card acts on. */
export interface CardTarget {
  readonly board: Board
  readonly story: Story
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
