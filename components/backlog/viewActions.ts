import { defineAction } from '#components/actions/index.ts'
import type { Backlog } from './backlog.ts'
import { NO_FILTER } from './filter.ts'

/** The same backlog as a list, or its steps side by side. */
export const showAs = {
  list: defineAction<Backlog>({
    id: 'backlog.asList',
    group: 'Backlog',
    words: 'view order',
    when: ({ layout }) => layout() !== 'stacked',
    run: ({ show }) => show({ view: 'list' }),
  }),
  board: defineAction<Backlog>({
    id: 'backlog.asBoard',
    group: 'Backlog',
    words: 'view columns kanban',
    when: ({ layout }) => layout() !== 'columns',
    run: ({ show }) => show({ view: 'board' }),
  }),
}

export const showFilter = defineAction<Backlog>({
  id: 'backlog.filter',
  group: 'Backlog',
  keys: ['F'],
  words: 'theme mine find',
  run: ({ state }) => state.set({ filterOpen: true }),
})

export const showAll = defineAction<Backlog>({
  id: 'backlog.showAll',
  group: 'Backlog',
  words: 'clear filter',
  run: ({ show }) => show(NO_FILTER),
})
