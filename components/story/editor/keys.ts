import { type Editor, Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { isComposing } from '#components/ui/composing.ts'
import { isChoosing } from './choosing/choosing.ts'
import { readSelection } from './readSelection.ts'

/**
 * Escape, then Tab, leaves the editor from wherever the caret is: lists and tables take Tab for themselves otherwise.
 * A second Escape gives the keys back to the page around.
 */
export const LeaveByEscape = Extension.create({
  name: 'leaveByEscape',
  priority: 2_000,
  addProseMirrorPlugins() {
    let leaving = false
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown(view, event) {
              if (isComposing(event)) return false
              if (event.key === 'Escape' && !isChoosing(view.state)) {
                if (leaving) view.dom.blur()
                leaving = !leaving
                event.preventDefault()
                // The page around (a peek that closes on Escape) hears of the second one only.
                event.stopPropagation()
                return true
              }
              const tab = event.key === 'Tab' && leaving
              if (event.key !== 'Shift') leaving = false
              // Handled here, and not prevented: the browser moves the focus.
              return tab
            },
            blur() {
              leaving = false
              return false
            },
          },
        },
      }),
    ]
  },
})

/** What these keys do depends on where in its block the caret is. */
const BY_PLACE = new Set(['Backspace', 'Delete', 'Enter'])

/**
 * The blocks' own keys hold where the caret is now, also right behind a key that moved it, which the editor may not have been told
 * of yet. Left to the browser, Backspace at the start of a block takes its words out of what the editor reads.
 */
export const KeysAtCaret = Extension.create({
  name: 'keysAtCaret',
  priority: 2_200,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown(view, event) {
            if (BY_PLACE.has(event.key) && !isComposing(event)) readSelection(view)
            return false
          },
        },
      },
    }),
  ],
})

/** Keys of a story's text that the blocks themselves do not have. */
export const StoryKeys = Extension.create({
  name: 'storyKeys',
  priority: 1_500,
  addKeyboardShortcuts() {
    return {
      'Mod-Enter': ({ editor }) => {
        if (!editor.isActive('taskItem')) return false
        const checked: unknown = editor.getAttributes('taskItem').checked
        return editor.commands.updateAttributes('taskItem', { checked: checked !== true })
      },
      'Mod-z': ({ editor }) => step(editor, 'undo'),
      'Shift-Mod-z': ({ editor }) => step(editor, 'redo'),
      'Mod-y': ({ editor }) => step(editor, 'redo'),
    }
  },
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            // Undo from the browser's menu, or by shaking a phone.
            beforeinput(_view, event) {
              const isUndo = event.inputType === 'historyUndo'
              if (!isUndo && event.inputType !== 'historyRedo') return false
              event.preventDefault()
              return step(editor, isUndo ? 'undo' : 'redo')
            },
          },
        },
      }),
    ]
  },
})

/**
 * Takes back, or does again, and leaves the caret where the text changed: the binding loses it at the very beginning, and
 * what changes out of sight is a surprise. Counts as handled, also with nothing left to take back: the browser's own undo
 * knows nothing of the others and would take back their words.
 */
function step(editor: Editor, way: 'undo' | 'redo'): true {
  const before = editor.state.doc
  editor.commands[way]()
  const { doc, selection, tr } = editor.state
  const from = before.content.findDiffStart(doc.content)
  if (from === null) return true
  const to = Math.max(from, before.content.findDiffEnd(doc.content)?.b ?? from)
  // What was selected before, a word that was made bold, stays selected.
  const isThere = !selection.empty && selection.from <= to && selection.to >= from
  if (!isThere) tr.setSelection(TextSelection.near(doc.resolve(to), -1))
  editor.view.dispatch(tr.setMeta('addToHistory', false).scrollIntoView())
  return true
}
