import { type Editor, Extension } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { around, type Found } from '../around.ts'
import type { Asks } from '../asks.ts'
import { enterInCriterion } from '../criteria/enter.ts'
import { backspaceInCriterion, deleteInCriterion } from '../criteria/erase.ts'
import { liftCriteria, nestCriteria } from '../criteria/nest.ts'
import { moveBlock, placeBeside } from '../move.ts'
import { movableIn } from './movable.ts'
import { readSelection } from '../readSelection.ts'
import { changeQuestion, toAnswer } from '../questions/change.ts'
import { backspaceInQuestion, deleteInQuestion, enterInQuestion } from '../questions/lines.ts'
import {
  backspaceBehindSection,
  backspaceInSection,
  deleteBeforeSection,
  enterInSection,
} from '../sections/lines.ts'

/** The keys that the sections of a story have beside those of any text. `me` asks the questions begun here. */
export const StructureKeys = Extension.create<{ me: string; asks: Asks | null }>({
  name: 'structureKeys',
  // Ahead of the lists, which would take Enter, Tab and Backspace; behind the slash menu, which has them first.
  priority: 1_400,
  addOptions: () => ({ me: '', asks: null }),
  addKeyboardShortcuts() {
    const { me, asks } = this.options
    const erase = [
      backspaceInCriterion,
      backspaceInQuestion,
      backspaceInSection,
      backspaceBehindSection,
    ]
    const take = [deleteInCriterion, deleteInQuestion, deleteBeforeSection]
    return {
      Enter: ({ editor }) => {
        clearLines(editor)
        return first(editor, enterInCriterion, enterInQuestion(me), enterInSection)
      },
      Tab: ({ editor }) => first(editor, nestCriteria),
      'Shift-Tab': ({ editor }) => first(editor, liftCriteria),
      ...forEach(
        ERASING,
        ({ editor }) => editor.commands.undoInputRule() || first(editor, ...erase),
      ),
      ...forEach(TAKING, ({ editor }) => first(editor, ...take)),
      'Alt-Shift-ArrowUp': ({ editor }) => move(editor, 'up'),
      'Alt-Shift-ArrowDown': ({ editor }) => move(editor, 'down'),
      'Mod-Enter': ({ editor }) => answer(editor),
      'Mod-/': ({ editor }) => openMenu(editor, asks),
    }
  },
})

/** By the letter, the word or the line: at the edge of a block they all mean the same. */
const ERASING = ['Backspace', 'Shift-Backspace', 'Mod-Backspace', 'Alt-Backspace']
const TAKING = ['Delete', 'Mod-Delete', 'Alt-Delete']

type Shortcut = (props: { editor: Editor }) => boolean

function forEach(keys: readonly string[], shortcut: Shortcut): Record<string, Shortcut> {
  return Object.fromEntries(keys.map((key) => [key, shortcut]))
}

/** Runs the first command that has something to do here. True: the key was one of these. */
function first({ state, view }: Editor, ...commands: readonly Command[]): boolean {
  return commands.some((command) => command(state, view.dispatch, view))
}

/** What is selected over several lines of a list goes away by Enter first, as it does in any text. */
function clearLines({ state, view }: Editor): void {
  const { $from, $to, empty } = state.selection
  if (empty || $from.sameParent($to) || !blockAt(state.selection)) return
  view.dispatch(state.tr.deleteSelection())
}

function move({ state, view }: Editor, way: 'up' | 'down'): boolean {
  const block = movableIn(state.selection)
  if (!block) return false
  const to = placeBeside(state.doc, block.pos, way)
  // At the edge it stays, and the key is not the browser's either, which would select a line.
  if (to !== null) moveBlock(view, block.pos, to)
  return true
}

/** From the words of a question to its answer; from the answer to "answered". */
function answer({ state, view }: Editor): boolean {
  const question = around(state.selection.$from, 'question')
  if (!question) return false
  const isInAnswer = around(state.selection.$from, 'answer') !== null
  const isOpen = question.node.attrs.open !== false
  view.dispatch(
    isOpen && !isInAnswer
      ? toAnswer(state, question)
      : changeQuestion(state, question, { open: !isOpen }),
  )
  return true
}

function openMenu({ view }: Editor, asks: Asks | null): boolean {
  readSelection(view)
  const block = movableIn(view.state.selection)
  if (!block) return false
  asks?.set({ what: 'menu', pos: block.pos })
  return true
}

function blockAt({ $from }: Editor['state']['selection']): Found | null {
  return around($from, 'criterion', 'question')
}
