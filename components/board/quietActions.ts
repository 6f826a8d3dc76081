import { defineAction } from '#components/actions/index.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import { possible, together } from '#components/cards/together.ts'
import { textsOf } from '#components/language/loaded.ts'
import { isQuiet } from '#lib/domain/quiet.ts'
import type { Stage } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Board } from './board.ts'
import type { CardsTarget } from './putSeveral.ts'

/** [QU3] Keeps quiet stories for another 60 days: those that are selected, or the one in focus. */
export const keepStories = defineAction<CardsTarget>({
  id: 'board.keep',
  group: 'Selection',
  keys: ['Y'],
  when: ({ page, stories }) => {
    const quiet = quietOf(page, stories)
    return quiet.length > 0 && possible(page, quiet, keeping)
  },
  run: ({ page, stories }) =>
    together(page, quietOf(page, stories), keeping, (kept) =>
      textsOf('board.quiet')('kept', { stories: nameOf(kept) }),
    ),
})

/** Shows the quiet stories at the end of a column, or folds them again. */
export const unfoldQuiet = defineAction<{ readonly board: Board; readonly stage: Stage }>({
  id: 'board.unfoldQuiet',
  group: 'Board',
  keysOnly: true,
  run: ({ board: { state }, stage }) => {
    const { quietOpen } = state.get()
    const isOpen = quietOpen.includes(stage)
    state.set({
      quietOpen: isOpen ? quietOpen.filter((one) => one !== stage) : [...quietOpen, stage],
    })
  },
})

/** The same for all columns, by key and palette. */
export const unfoldAllQuiet = defineAction<Board>({
  id: 'board.unfoldAllQuiet',
  group: 'Board',
  keys: ['Shift+Y'],
  when: ({ state }) => state.get().list === null,
  run: ({ state }) => {
    const { quietOpen, stages } = state.get()
    state.set({ quietOpen: quietOpen.length > 0 ? [] : stages })
  },
})

function quietOf({ state }: Board, stories: CardsTarget['stories']): CardsTarget['stories'] {
  return stories.filter((story) => isQuiet(story, state.get().now))
}

function keeping({ id }: Story) {
  return { type: 'keepStory', story: id } as const
}
