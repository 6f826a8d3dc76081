import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'

/**
 * What an item holds: a line first, as a list that is nested in it may be where somebody has moved the line away meanwhile. And
 * a list may be empty. Where people move items at once such lists meet, and what does not fit the schema is deleted for
 * everyone, with all that is in it.
 */
export const ITEM_CONTENT = '((paragraph | bulletList | orderedList | taskList) block*)?'

/** Points and numbers. */
export const storyLists = [
  BulletList.extend({ content: 'listItem*' }),
  OrderedList.extend({ content: 'listItem*' }),
  ListItem.extend({ content: ITEM_CONTENT }),
]
