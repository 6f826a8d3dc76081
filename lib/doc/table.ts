import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { localOnly } from './localOnly.ts'

const SPAN_MAX = 100

/** Column widths follow the content (no resizing), so no `colgroup` is kept and a forged `colspan` costs nothing to draw. */
const StoryTable = Table.extend({
  renderHTML() {
    return ['div', { class: 'tableWrapper' }, ['table', ['tbody', 0]]]
  },
  addProseMirrorPlugins() {
    return (this.parent?.() ?? []).map(localOnly)
  },
}).configure({ resizable: false, View: null })

/** What a cell keeps of pasted tables: spans within reason. Widths and alignment belong to the page they came from. */
const spans = {
  colspan: { default: 1, parseHTML: (cell: HTMLElement) => readSpan(cell, 'colspan') },
  rowspan: { default: 1, parseHTML: (cell: HTMLElement) => readSpan(cell, 'rowspan') },
  colwidth: { default: null, rendered: false, parseHTML: () => null },
}

/** Tables of a story: header cells, spans, no widths. */
export const storyTables = [
  StoryTable,
  TableRow,
  TableHeader.extend({ addAttributes: () => spans }),
  TableCell.extend({ addAttributes: () => spans }),
]

function readSpan(cell: HTMLElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return span >= 1 && span <= SPAN_MAX ? span : 1
}
