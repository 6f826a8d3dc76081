import { type Action, defineAction } from '#components/actions/index.ts'
import type { Store } from '../store.ts'

/** What the actions act on: whether it is shown who wrote what. */
export interface AuthorsTarget {
  readonly isShown: boolean
  readonly shown: Store<boolean>
}

const words = 'authors authorship colours blame'

export const showAuthors = defineAction<AuthorsTarget>({
  id: 'text.showAuthors',
  group: 'Story',
  words,
  when: ({ isShown }) => !isShown,
  run: ({ shown }) => shown.set(true),
})

export const hideAuthors = defineAction<AuthorsTarget>({
  id: 'text.hideAuthors',
  group: 'Story',
  words,
  when: ({ isShown }) => isShown,
  run: ({ shown }) => shown.set(false),
})

/** What the palette offers while a text is open. */
export const authorActions: readonly Action<AuthorsTarget>[] = [showAuthors, hideAuthors]
