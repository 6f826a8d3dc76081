import { defineAction } from '#components/actions/index.ts'

/** The keys of the page itself: `/` is the field that is here, not the palette. */
export const searchPageActions = [
  defineAction<{ readonly focusField: () => void }>({
    id: 'search.field',
    group: 'Search',
    keys: ['/'],
    keysOnly: true,
    run: ({ focusField }) => focusField(),
  }),
]
