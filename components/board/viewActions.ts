import { defineAction } from '#components/actions/index.ts'
import { changeBoard } from '#components/shell/location.ts'
import { keptLook } from '#components/shell/lastView.ts'
import type { Board } from './board.ts'

/** The refinement area as a board or as a list; what is filtered stays, Back goes back (UX18). */
export const showAs = {
  list: defineAction<Board>({
    id: 'board.asList',
    title: 'Show as a list',
    group: 'Board',
    keys: ['Shift+V'],
    words: 'view table rows',
    when: ({ state }) => state.get().list === null,
    run: ({ workspaceId }) => changeBoard({ list: keptLook(workspaceId), group: undefined }),
  }),
  board: defineAction<Board>({
    id: 'board.asBoard',
    title: 'Show as a board',
    group: 'Board',
    keys: ['Shift+V'],
    words: 'view columns kanban',
    when: ({ state }) => state.get().list !== null,
    run: () => changeBoard({ list: undefined }),
  }),
}
