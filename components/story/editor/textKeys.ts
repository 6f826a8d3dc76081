import { type Action, defineAction } from '#components/actions/index.ts'

/**
 * The keys that a text itself answers to, as the list of keys tells them. Offered with no target: the editor runs them where
 * the caret is, and nothing else does.
 */
export const textKeys: readonly Action[] = [
  key('bold', 'Bold', '$mod+B'),
  key('italic', 'Italic', '$mod+I'),
  key('underline', 'Underlined', '$mod+U'),
  key('strike', 'Struck through', '$mod+Shift+S'),
  key('code', 'Code', '$mod+E'),
  key('slash', 'Blocks: choose one', '/'),
  key('mention', 'Mention somebody or something', '@'),
  key('block', 'What can be done with this block', '$mod+/'),
  key('move', 'Move this block', 'Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown'),
  key('done', 'Tick a task, answer a question', '$mod+Enter'),
  key('comment', 'Comment on the selected words', '$mod+Alt+M'),
  key('suggest', 'Suggest other words', '$mod+Alt+Shift+M'),
  key('find', 'Find and replace', '$mod+F'),
  key('undo', 'Undo in the text', '$mod+Z'),
  key('redo', 'Do it again', '$mod+Shift+Z'),
  key('leave', 'Leave the text', 'Escape Tab'),
]

function key(id: string, title: string, ...keys: readonly string[]): Action {
  return defineAction({ id: `keys.${id}`, title, group: 'In a text', keys, run: () => {} })
}
