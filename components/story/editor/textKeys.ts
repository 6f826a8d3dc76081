import { type Action, defineAction } from '#components/actions/index.ts'

/**
 * The keys that a text itself answers to, as the list of keys tells them. Offered with no target: the editor runs them where
 * the caret is, and nothing else does.
 */
export const textKeys: readonly Action[] = [
  key('bold', '$mod+B'),
  key('italic', '$mod+I'),
  key('underline', '$mod+U'),
  key('strike', '$mod+Shift+S'),
  key('code', '$mod+E'),
  key('slash', '/'),
  key('mention', '@'),
  key('block', '$mod+/'),
  key('move', 'Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown'),
  key('done', '$mod+Enter'),
  key('comment', '$mod+Alt+M'),
  key('suggest', '$mod+Alt+Shift+M'),
  key('find', '$mod+F'),
  key('undo', '$mod+Z'),
  key('redo', '$mod+Shift+Z'),
  key('leave', 'Escape Tab'),
]

function key(id: string, ...keys: readonly string[]): Action {
  return defineAction({ id: `keys.${id}`, group: 'In a text', keys, run: () => {} })
}
