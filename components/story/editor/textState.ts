import { type Editor, isTextSelection } from '@tiptap/core'
import { NodeSelection, type Selection } from '@tiptap/pm/state'
import { offersCard } from './rich/cardOffer.ts'

/** What the bars show of the text at the caret. */
export interface TextState {
  readonly focused: boolean
  readonly from: number
  readonly to: number
  /** Some words are selected, and not in code. */
  readonly wordsSelected: boolean
  readonly inTable: boolean
  readonly inCode: boolean
  readonly inCriterion: boolean
  /** The address of the link at the caret, or ''. */
  readonly href: string
  /** The whole selection is one link. */
  readonly link: boolean
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly strike: boolean
  readonly code: boolean
  readonly heading: boolean
  readonly bulletList: boolean
  readonly taskList: boolean
  /** The mention or card that is chosen, and where it is; null for anything else. */
  readonly chosen: 'mention' | 'linkCard' | null
  /** The line at the caret is a pasted address that could be a card. */
  readonly offersCard: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export function readTextState(editor: Editor): TextState {
  const { selection, doc } = editor.state
  const { from, to, empty } = selection
  const inCode = editor.isActive('codeBlock')
  const href: unknown = editor.getAttributes('link').href
  return {
    focused: editor.isFocused,
    from,
    to,
    wordsSelected:
      !empty && !inCode && isTextSelection(selection) && doc.textBetween(from, to).trim() !== '',
    inTable: editor.isActive('table'),
    inCode,
    inCriterion: editor.isActive('criterion'),
    href: typeof href === 'string' ? href : '',
    link: editor.isActive('link'),
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    strike: editor.isActive('strike'),
    code: editor.isActive('code'),
    heading: editor.isActive('heading', { level: 2 }),
    bulletList: editor.isActive('bulletList'),
    taskList: editor.isActive('taskList'),
    chosen: chosenIn(selection),
    offersCard: offersCard(editor.state),
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  }
}

function chosenIn(selection: Selection): TextState['chosen'] {
  if (!(selection instanceof NodeSelection)) return null
  const { name } = selection.node.type
  return name === 'mention' || name === 'linkCard' ? name : null
}
