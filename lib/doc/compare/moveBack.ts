import type { Doc, XmlElement } from 'yjs'
import type { Content } from '../../schema/history.ts'
import { readBlock, readContent } from '../content.ts'
import { BODY } from '../schema.ts'
import { compareBlocks, type Row } from './blocks.ts'
import { canonical } from './canonical.ts'
import { afterOf, applyRows, edit, findElement, findNamed, isEqual, putBack } from './restore.ts'

/**
 * Brings a block that only moved back to where it was. `moved` is what it says. It is written anew there (decision 0011).
 * Gives false when it stands where it stood, or says something else by now.
 */
export function moveBack(doc: Doc, version: readonly Content[], moved: Content): boolean {
  const body = doc.getXmlFragment(BODY)
  const rows = compareBlocks(canonical(version), canonical(readContent(doc)))
  const isOfIt = (row: Row) =>
    (row.kind === 'added' || row.kind === 'removed') &&
    row.move !== null &&
    isEqual(row.node, moved)
  if (!rows.some(isOfIt)) return false
  const back = rows.flatMap((row): Row[] => {
    if (isOfIt(row)) return [{ ...row, kind: row.kind === 'added' ? 'removed' : 'added' } as Row]
    const node = afterOf(row)
    return node ? [{ kind: 'same', node }] : []
  })
  edit(doc, () => applyRows(body, back))
  return true
}

/** The same for a criterion or question, by its name, whatever it says now: behind the one that it stood behind. */
export function moveNamedBack(doc: Doc, version: readonly Content[], id: string): boolean {
  const then = findNamed(canonical(version), id)
  const body = doc.getXmlFragment(BODY)
  const now = findElement(body, (node) => node.getAttribute('id') === id)
  if (!then || !now) return false
  const [node] = canonical([readBlock(now)])
  const parent = now.parent as XmlElement
  if (!node) return false
  edit(doc, () => {
    parent.delete(parent.toArray().indexOf(now), 1)
    putBack(body, { ...then, node })
  })
  return true
}
