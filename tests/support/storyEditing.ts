import type { JSONContent } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import {
  type Command,
  EditorState,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { storySchema } from '#lib/doc/extensions.ts'
import { stableIds } from '#lib/doc/stableIds.ts'
import { story } from '#tests/support/storyContent.ts'

/** Opens a story in which `|` is the caret; two of them are the ends of a selection. */
export function open(...content: JSONContent[]): EditorState {
  const doc = Node.fromJSON(storySchema(), story(...content))
  const marks: number[] = []
  doc.descendants((node, pos) => {
    for (const { index } of (node.text ?? '').matchAll(/\|/g)) marks.push(pos + index)
  })
  const { tr } = EditorState.create({ doc })
  for (const at of marks.toReversed()) tr.delete(at, at + 1)
  const [anchor, head = anchor] = marks.map((at, index) => at - index)
  return EditorState.create({
    doc: tr.doc,
    selection:
      anchor === undefined ? Selection.atStart(tr.doc) : TextSelection.create(tr.doc, anchor, head),
    plugins: [stableIds()],
  })
}

/** Gives a view without a screen, for what changes a story through one. */
export function viewOf(first: EditorState): EditorView {
  let state = first
  return {
    get state() {
      return state
    },
    dispatch(tr: Transaction) {
      state = state.apply(tr)
    },
  } as unknown as EditorView
}

/** Gives the state after a key; the same when the key did nothing, null when it was not taken. */
export function press(state: EditorState, command: Command): EditorState | null {
  let after = state
  const taken = command(state, (tr) => {
    after = state.apply(tr)
  })
  after.doc.check()
  return taken ? after : null
}

/** Draws a story as people see it: a line each, nested ones further in, numbers and words in front, `|` where the caret is. */
export function show(state: EditorState | null): string[] {
  if (!state) return ['(not taken)']
  const { doc, selection } = state
  const lines: string[] = []
  const counts: number[] = []
  const walk = (node: Node, pos: number, depth: number, number: string) => {
    let label = number
    node.forEach((child, offset) => {
      const at = pos + offset
      const name = child.type.name
      if (child.isTextblock) {
        const word = name === 'clause' ? `${child.attrs.word}: ` : ''
        lines.push(`${'  '.repeat(depth)}${label}${word}${wordsOf(child, at, selection.head)}`)
        label = ''
        return
      }
      if (name === 'criterion') {
        counts.length = depth
        counts[depth - 1] = (counts[depth - 1] ?? 0) + 1
        walk(child, at + 1, depth, `${counts.slice(0, depth).join('.')} `)
      } else if (name === 'question') {
        walk(child, at + 1, depth, `${standing(child)} `)
      } else {
        if (depth === 0 || name === 'answer') lines.push(`${'  '.repeat(depth)}${name}`)
        walk(child, at + 1, depth + 1, '')
      }
    })
  }
  walk(doc, 0, 0, '')
  return lines
}

/** Gives the ids of criteria and questions, in reading order. */
export function ids(state: EditorState | null): unknown[] {
  const found: unknown[] = []
  state?.doc.descendants(({ type, attrs }) => {
    if (type.name === 'criterion' || type.name === 'question') found.push(attrs.id)
  })
  return found
}

function wordsOf(line: Node, pos: number, head: number): string {
  const at = head - pos - 1
  const words = line.textContent
  return at < 0 || at > line.content.size ? words : `${words.slice(0, at)}|${words.slice(at)}`
}

function standing({ attrs }: Node): string {
  return `${attrs.open === false ? '✓' : attrs.blocking === true ? '!' : '?'}${attrs.owner ? `@${attrs.owner}` : ''}`
}
