import type { Selection } from '@tiptap/pm/state'
import { around } from './around.ts'

/**
 * Gives on which side of a table its bar stands: above, as long as the caret is not in the first of several rows. There the line
 * above the table is next to what is being written.
 */
export function tableBarSide({ $from }: Pick<Selection, '$from'>): 'above' | 'below' {
  const table = around($from, 'table')
  if (!table || table.node.childCount < 2) return 'above'
  return $from.index(table.depth) === 0 ? 'below' : 'above'
}
