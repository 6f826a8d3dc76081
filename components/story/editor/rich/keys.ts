import { Extension, InputRule } from '@tiptap/core'
import { type Command, Selection, TextSelection } from '@tiptap/pm/state'
import { readCalloutKind } from '#lib/doc/calloutKinds.ts'
import { around, emptyLine, type Found, typeOf } from '../around.ts'
import { enterInBody, leaveCode, leaveLastCode } from './body.ts'
import { toggleOpen } from './folds.ts'
import { enterAtGap } from './gap.ts'
import { toDetails, unfold } from './turn.ts'

/** What GitHub and others write in front of a callout, and the kind it is. */
const ALERTS: Readonly<Record<string, string>> = {
  info: 'note',
  important: 'decision',
  caution: 'danger',
  error: 'danger',
  success: 'tip',
}

/** Gives the kind that a word in brackets names, or null: "note", "WARNING", "caution". */
export function calloutNamed(word: string): ReturnType<typeof readCalloutKind> | null {
  const name = ALERTS[word.toLowerCase()] ?? word.toLowerCase()
  const kind = readCalloutKind(name)
  return kind === name ? kind : null
}

/** The keys of callouts and folding sections; `> [!warning] ` makes a callout of a quote, as on GitHub. */
export const RichKeys = Extension.create({
  name: 'richKeys',
  // Behind the sections' own keys, ahead of what every text has.
  priority: 1_300,
  addKeyboardShortcuts() {
    const run =
      (...commands: readonly Command[]) =>
      () =>
        commands.some((command) =>
          command(this.editor.state, this.editor.view.dispatch, this.editor.view),
        )
    return {
      Enter: run(enterAtGap, enterInSummary, enterInBody),
      ArrowDown: run(leaveLastCode),
      Backspace: run(backspaceInSummary),
      'Mod-Enter': ({ editor }) => {
        const found = summaryAt(editor.state.selection)
        if (!found) return run(leaveCode)()
        toggleOpen(editor.view, found.details.pos)
        return true
      },
    }
  },
  addInputRules() {
    return [
      new InputRule({
        find: /^\[!([a-z]+)\]\s$/i,
        handler: ({ state, range, match }) => {
          const kind = calloutNamed(match[1] ?? '')
          const quote = around(state.selection.$from, 'blockquote')
          if (!kind || !quote) return null
          state.tr.delete(range.from, range.to)
          state.tr.setNodeMarkup(quote.pos, typeOf(state.schema, 'callout'), { kind })
          return undefined
        },
      }),
      new InputRule({
        find: /^\+\+\+\s$/,
        handler: ({ state, range }) => {
          state.tr.delete(range.from, range.to)
          if (!toDetails(state.tr)) return null
          return undefined
        },
      }),
    ]
  },
})

/** A summary with the caret in it, and the folding section it heads. */
function summaryAt({ $from, empty }: Selection): { line: Found; details: Found } | null {
  const line = around($from, 'summary')
  const details = around($from, 'details')
  return empty && line && details ? { line, details } : null
}

/** Enter in a summary goes on in what is folded; an empty section is given up by it. */
export const enterInSummary: Command = ({ selection, tr, schema }, dispatch) => {
  const found = summaryAt(selection)
  if (!found) return false
  const { line, details } = found
  const isEmpty = details.node.textContent === '' && details.node.childCount <= 2
  if (isEmpty) {
    unfold(tr, details)
  } else {
    const rest = line.node.content.cut(selection.$from.parentOffset)
    if (rest.size > 0) tr.delete(selection.from, selection.$from.end())
    const behind = tr.mapping.map(line.end)
    const next = tr.doc.nodeAt(behind)
    const isLine = next?.type.name === 'paragraph' && next.content.size === 0 && rest.size === 0
    if (!isLine)
      tr.insert(
        behind,
        rest.size > 0 ? typeOf(schema, 'paragraph').create(null, rest) : emptyLine(schema),
      )
    tr.setSelection(TextSelection.create(tr.doc, behind + 1))
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Backspace at the start of a summary makes lines of the section: nothing in it is lost. */
export const backspaceInSummary: Command = ({ selection, tr }, dispatch) => {
  const found = summaryAt(selection)
  if (!found || selection.$from.parentOffset > 0) return false
  unfold(tr, found.details)
  dispatch?.(tr.scrollIntoView())
  return true
}
