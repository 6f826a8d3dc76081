import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { isBlockId, newBlockId } from './ids.ts'
import { localOnly } from './localOnly.ts'

/**
 * Every criterion and question has a name of its own: given when it is made, kept when it is changed or moved, given anew
 * to what is split off, pasted or doubled. This follows one's own edits only. Where two people moved the same one at
 * once both copies have its name until somebody writes on; then the first keeps it.
 */
export const StableIds = Extension.create({
  name: 'stableIds',
  addProseMirrorPlugins: () => [stableIds()],
})

/** The plugin of it, for what has a state and no editor. */
export function stableIds(): Plugin {
  return localOnly(
    new Plugin({
      appendTransaction(transactions, before, { doc, tr }) {
        if (!transactions.some(({ docChanged }) => docChanged)) return null
        for (const at of nameless(doc, keepersOf(before.doc, transactions))) {
          tr.setNodeAttribute(at, 'id', newBlockId())
        }
        return tr.docChanged ? tr : null
      },
    }),
  )
}

/**
 * Gives the places of blocks that need a name: those without one, and of those with the same name all but the one that
 * `isKeeper` says had it before, or the first.
 */
export function nameless(doc: Node, isKeeper: IsKeeper = () => false): readonly number[] {
  const named = new Map<string, number[]>()
  const places: number[] = []
  doc.descendants((node, at) => {
    if (node.type.spec.attrs && 'id' in node.type.spec.attrs) {
      const id: unknown = node.attrs.id
      if (!isBlockId(id)) places.push(at)
      else named.set(id, [...(named.get(id) ?? []), at])
    }
    return !node.isTextblock
  })
  for (const [id, same] of named) {
    if (same.length === 1) continue
    const keeper = same.find((at) => isKeeper(id, at)) ?? same[0]
    places.push(...same.filter((at) => at !== keeper))
  }
  return places
}

type IsKeeper = (id: string, at: number) => boolean

/** A block stays who it was where it was, also when a copy of it is put in front of it. */
function keepersOf(before: Node, transactions: readonly Transaction[]): IsKeeper {
  return (id, at) => {
    let isKeeper = false
    before.descendants((node, pos) => {
      if (node.attrs.id === id && !isKeeper) isKeeper = placeAfter(pos, transactions) === at
      return !isKeeper && !node.isTextblock
    })
    return isKeeper
  }
}

function placeAfter(pos: number, transactions: readonly Transaction[]): number | null {
  let at = pos
  for (const { mapping } of transactions) {
    const { pos: moved, deletedAcross } = mapping.mapResult(at)
    if (deletedAcross) return null
    at = moved
  }
  return at
}
