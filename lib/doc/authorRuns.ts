import type { Node } from '@tiptap/pm/model'
import { type Doc, type Item, XmlElement, XmlText } from 'yjs'
import { BODY } from './schema.ts'

/** A stretch of the editor's text that one Yjs client wrote. */
export interface AuthorRun {
  readonly from: number
  readonly to: number
  readonly client: number
}

/**
 * Gives who wrote which stretch of a text, by walking the Yjs document and the editor's side by side. A block in which the
 * two differ for a moment is left out: the next look has it.
 */
export function authorRuns(doc: Doc, shown: Node): AuthorRun[] {
  const runs: AuthorRun[] = []
  walk(doc.getXmlFragment(BODY).toArray(), 0, shown, runs)
  return runs
}

/** Gives the position behind the last child, or null where the two differ. */
function walk(
  children: readonly unknown[],
  start: number,
  shown: Node,
  runs: AuthorRun[],
): number | null {
  let at = start
  for (const child of children) {
    if (child instanceof XmlText) {
      at = runsOf(child, at, runs)
      continue
    }
    const node = at < shown.content.size ? shown.nodeAt(at) : null
    if (!(child instanceof XmlElement) || node?.type.name !== child.nodeName) return null
    if (node.isLeaf || node.isAtom) {
      const client = child._item?.id.client
      if (node.isInline && client !== undefined) add(runs, at, at + node.nodeSize, client)
    } else {
      const inside: AuthorRun[] = []
      const end = walk(child.toArray(), at + 1, shown, inside)
      if (end === at + node.nodeSize - 1) runs.push(...inside)
    }
    at += node.nodeSize
  }
  return at
}

function runsOf(text: XmlText, start: number, runs: AuthorRun[]): number {
  let at = start
  for (let item: Item | null = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    add(runs, at, at + item.length, item.id.client)
    at += item.length
  }
  return at
}

/** What one person wrote on end is one stretch. */
function add(runs: AuthorRun[], from: number, to: number, client: number): void {
  const last = runs.at(-1)
  if (last?.to === from && last.client === client) runs[runs.length - 1] = { ...last, to }
  else runs.push({ from, to, client })
}
