import { defineAction } from '#components/actions/index.ts'
import { changeBoard } from '#components/shell/location.ts'
import { keptLook } from '#components/shell/lastView.ts'
import type { Board } from './board.ts'

/** The refinement area as a board or as a list; what is filtered stays, Back goes back (UX18). */
export const showAs = {
  list: defineAction<Board>({
    id: 'board.asList',
    group: 'Board',
    keys: ['Shift+V'],
    when: ({ state }) => state.get().list === null,
    run: ({ workspaceId }) => changeBoard({ list: keptLook(workspaceId), group: undefined }),
  }),
  board: defineAction<Board>({
    id: 'board.asBoard',
    group: 'Board',
    keys: ['Shift+V'],
    when: ({ state }) => state.get().list !== null,
    run: () => changeBoard({ list: undefined }),
  }),
}
