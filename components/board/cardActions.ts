import { defineAction, type Outcome, sendUndoably } from '#components/actions/index.ts'
import { allowed } from '#components/flow/target.ts'
import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import type { CardTarget, ShownTarget } from './board.ts'

export const openStory = defineAction<ShownTarget>({
  id: 'story.open',
  group: 'Story',
  keys: ['Enter'],
  run: ({ board, story }) => board.openPage(story),
})

export const peekStory = defineAction<CardTarget>({
  id: 'story.peek',
  group: 'Story',
  keys: ['Space'],
  run: ({ board, story }) => board.peek(board.state.get().peeked === story.id ? null : story),
})

export const editTitle = defineAction<CardTarget>({
  id: 'story.rename',
  group: 'Story',
  keys: ['E', 'F2'],
  opensField: true,
  when: ({ board, story }) =>
    allowed(board.client, { type: 'renameStory', story: story.id, title: story.title }),
  run: ({ board, story }) =>
    board.state.set({ focus: story.id, hand: { kind: 'renaming', story: story.id } }),
})

/** Gives a story another title. Not in menus: `editTitle` asks for it. */
export const renameStory = defineAction<ShownTarget & { readonly title: string }>({
  id: 'story.giveTitle',
  group: 'Story',
  keysOnly: true,
  run: ({ board, story, title }): Outcome | void => {
    if (title === story.title) return
    return sendUndoably(
      board,
      { type: 'renameStory', story: story.id, title },
      textsOf('board.said')('renamed', { name: storyName(story) }),
    )
  },
})

export const chooseStage = defineAction<CardTarget>({
  id: 'story.moveTo',
  group: 'Story',
  keys: ['Shift+M'],
  run: ({ board, story }) =>
    board.state.set({ focus: story.id, hand: { kind: 'choosing', story: story.id } }),
})

export const trashStory = defineAction<CardTarget>({
  id: 'story.trash',
  group: 'Story',
  keys: ['Delete', 'Backspace'],
  when: ({ board, story }) => allowed(board.client, { type: 'trashStory', story: story.id }),
  run: ({ board, story }) =>
    sendUndoably(
      board,
      { type: 'trashStory', story: story.id },
      textsOf('flow.said')('trashed', { name: storyName(story) }),
    ),
})
