import { Extension, InputRule } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { foundAt } from '../around.ts'
import { isListItem, type ListName, toList } from './items.ts'

/**
 * What Markdown begins a point with, typed at the beginning of one: it is what it says already, or becomes a number or a task.
 * A list is nested by Tab, never by a sign.
 */
export const ListMarkers = Extension.create({
  name: 'listMarkers',
  // Ahead of the lists' own rules, which would begin a list in the point.
  priority: 1_200,
  addInputRules: () =>
    MARKERS.map(
      ([find, list]) =>
        new InputRule({
          find,
          handler: ({ state, range, match }) => {
            if (!isFirstLineOfItem(state)) return null
            state.tr.delete(range.from, range.to)
            become(state, list, match[1] === 'x')
            return undefined
          },
        }),
    ),
})

const MARKERS: readonly (readonly [RegExp, ListName])[] = [
  [/^\s*[-+*]\s$/, 'bulletList'],
  [/^\s*\d+[.)]\s$/, 'orderedList'],
  [/^\s*\[([ x]?)\]\s$/, 'taskList'],
]

function isFirstLineOfItem({ selection: { $from } }: EditorState): boolean {
  return $from.depth > 1 && isListItem($from.node(-1)) && $from.index(-1) === 0
}

/** Makes the item at the caret one of a kind of list; without a change where it is one. */
function become(state: EditorState, list: ListName, isDone: boolean): void {
  // Of an input rule's state only the transaction is what has been done so far.
  const { tr } = state
  const { $from } = tr.selection
  if ($from.node(-2).type.name !== list) toList(state, foundAt(tr.doc, $from.before(-1)), list)
  const item = tr.selection.$from.before(-1)
  if (list === 'taskList' && isDone) tr.setNodeAttribute(item, 'checked', true)
}
