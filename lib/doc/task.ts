import { TaskItem } from '@tiptap/extension-list'
import { ITEM_CONTENT } from './lists.ts'

/**
 * A task. Its checkbox is for the pointer: inside the text Tab would walk from box to box, and Escape, then Tab, must
 * leave. The keyboard ticks the task at the caret (Ctrl or Cmd with Enter).
 */
export const StoryTask = TaskItem.extend({
  content: ITEM_CONTENT,
  addNodeView() {
    const draw = this.parent?.()
    if (!draw) return null
    return (props) => {
      const view = draw(props)
      const box = view.dom instanceof HTMLElement && view.dom.querySelector('input')
      if (box) box.tabIndex = -1
      return view
    }
  },
}).configure({
  nested: true,
  // The task itself is read right behind it.
  a11y: { checkboxLabel: () => 'Done' },
})
