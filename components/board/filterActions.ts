import { defineAction } from '#components/actions/index.ts'
import { isNoFilter, NO_FILTER } from '#components/shell/boardFilter.ts'
import { changeBoard } from '#components/shell/location.ts'
import type { Board } from './board.ts'
import { withChoice } from './filterLines.ts'

/** The address holds what the board is looked at through (UX18); Back goes back to how it was looked at before. */
export const openFilter = defineAction<Board>({
  id: 'board.filter',
  group: 'Board',
  keys: ['F'],
  run: ({ state }) => state.set({ filtering: true }),
})

export const clearFilter = defineAction<Board>({
  id: 'board.clearFilter',
  group: 'Board',
  keys: ['Shift+F'],
  when: ({ state }) => !isNoFilter(state.get().filter),
  run: () => changeBoard({ filter: undefined }),
})

export const groupByTheme = defineAction<Board>({
  id: 'board.groupByTheme',
  group: 'Board',
  when: ({ state }) => state.get().list === null,
  run: ({ state }) => changeBoard({ group: state.get().grouping ? undefined : 'theme' }),
})

/** Turns one choice of the filter on or off. */
export const toggleFilter = defineAction<{ readonly board: Board; readonly choice: string }>({
  id: 'board.toggleFilter',
  group: 'Board',
  keysOnly: true,
  run: ({ board, choice }) => {
    const filter = withChoice(board.state.get().filter, choice)
    changeBoard({ filter: isNoFilter(filter) ? NO_FILTER : filter })
  },
})
