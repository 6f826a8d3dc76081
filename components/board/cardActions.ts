import { defineAction, type Outcome, sendUndoably } from '#components/actions/index.ts'
import { allowed } from '#components/flow/target.ts'
import { shortName } from '#lib/domain/story.ts'
import type { CardTarget, ShownTarget } from './board.ts'

export const openStory = defineAction<ShownTarget>({
  id: 'story.open',
  title: 'Open the story',
  group: 'Story',
  keys: ['Enter'],
  run: ({ board, story }) => board.openPage(story),
})

export const peekStory = defineAction<CardTarget>({
  id: 'story.peek',
  title: 'Peek',
  group: 'Story',
  keys: ['Space'],
  words: 'preview panel',
  run: ({ board, story }) => board.peek(board.state.get().peeked === story.id ? null : story),
})

export const editTitle = defineAction<CardTarget>({
  id: 'story.rename',
  title: 'Rename',
  group: 'Story',
  keys: ['E', 'F2'],
  opensField: true,
  words: 'edit title',
  when: ({ board, story }) =>
    allowed(board.client, { type: 'renameStory', story: story.id, title: story.title }),
  run: ({ board, story }) =>
    board.state.set({ focus: story.id, hand: { kind: 'renaming', story: story.id } }),
})

/** Gives a story another title. Not in menus: `editTitle` asks for it. */
export const renameStory = defineAction<ShownTarget & { readonly title: string }>({
  id: 'story.giveTitle',
  title: 'Rename',
  group: 'Story',
  keysOnly: true,
  run: ({ board, story, title }): Outcome | void => {
    if (title === story.title) return
    return sendUndoably(
      board,
      { type: 'renameStory', story: story.id, title },
      `${shortName(story)} renamed`,
    )
  },
})

export const chooseStage = defineAction<CardTarget>({
  id: 'story.moveTo',
  title: 'Move to…',
  group: 'Story',
  keys: ['Shift+M'],
  words: 'stage column status',
  run: ({ board, story }) =>
    board.state.set({ focus: story.id, hand: { kind: 'choosing', story: story.id } }),
})

export const trashStory = defineAction<CardTarget>({
  id: 'story.trash',
  title: 'Move to trash',
  group: 'Story',
  keys: ['Delete', 'Backspace'],
  words: 'delete remove',
  when: ({ board, story }) => allowed(board.client, { type: 'trashStory', story: story.id }),
  run: ({ board, story }) =>
    sendUndoably(
      board,
      { type: 'trashStory', story: story.id },
      `${shortName(story)} moved to trash`,
    ),
})
