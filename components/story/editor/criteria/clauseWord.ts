import { Extension, InputRule } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { readClauseWord } from '#lib/doc/clause.ts'
import { lineAt, typeOf } from '../around.ts'

/**
 * "Given " typed at the start of a clause is its word. Typed at the start of a criterion that says nothing else, it begins
 * the Given / When / Then form.
 */
export const ClauseWords = Extension.create({
  name: 'clauseWords',
  addInputRules() {
    return [
      new InputRule({
        find: /^(given|when|then|and)\s$/i,
        handler: ({ state, range, match }) => {
          const word = readClauseWord(match[1]?.toLowerCase())
          return takeWord(state.tr, range, word) ? undefined : null
        },
      }),
    ]
  },
})

function takeWord(
  tr: Transaction,
  { from, to }: { from: number; to: number },
  word: string,
): boolean {
  const at = lineAt(tr.selection, 'criterion')
  if (!at) return false
  if (at.line.node.type.name === 'clause') {
    tr.delete(from, to)
    tr.setNodeAttribute(at.line.pos, 'word', word)
    return true
  }
  const isAlone = at.block.node.childCount === 1 || at.block.node.child(1).type.name === 'criteria'
  if (at.index > 0 || !isAlone || (word !== 'given' && word !== 'when')) return false
  tr.delete(from, to)
  tr.setNodeMarkup(at.line.pos, typeOf(tr.doc.type.schema, 'clause'), { word })
  return true
}
