import type { ListColumn, ListGroup, ListSort } from '#components/shell/listLook.ts'

/** How wide a column of the list is, in pixels. */
interface ColumnFrame {
  readonly width: number
  /** Absent: nothing can be sorted by it. */
  readonly sort?: ListSort
  /** Numbers stand at the end. */
  readonly isNumber?: boolean
}

export const COLUMN_FRAMES: Readonly<Record<ListColumn, ColumnFrame>> = {
  stage: { width: 128, sort: 'stage' },
  readiness: { width: 72, sort: 'readiness' },
  theme: { width: 144, sort: 'theme' },
  persona: { width: 120, sort: 'persona' },
  labels: { width: 152 },
  talk: { width: 80, sort: 'talk', isNumber: true },
  votes: { width: 68, sort: 'votes', isNumber: true },
  people: { width: 76 },
  by: { width: 144, sort: 'by' },
  age: { width: 60, sort: 'age', isNumber: true },
  changed: { width: 88, sort: 'changed', isNumber: true },
}

/** Select box and key in front, the menu behind, and as much as a title needs to be read. */
const KEY_WIDTH = 108
const MENU_WIDTH = 40
const TITLE_WIDTH = 320

/** Which columns go first where there is no room for all. */
const GOES_FIRST: readonly ListColumn[] = [
  'by',
  'labels',
  'persona',
  'people',
  'changed',
  'talk',
  'theme',
  'votes',
  'age',
  'readiness',
  'stage',
]

/**
 * Gives the columns that a list of a width (pixels) has room for, so that it never scrolls sideways, without the one that
 * its headings say already: of an age they say no more than a span.
 */
export function columnsFor(
  columns: readonly ListColumn[],
  group: ListGroup,
  width: number,
): readonly ListColumn[] {
  let shown = columns.filter((column) => column !== group || group === 'age')
  for (const column of GOES_FIRST) {
    const wide = shown.reduce((sum, one) => sum + COLUMN_FRAMES[one].width, 0)
    if (wide + KEY_WIDTH + TITLE_WIDTH + MENU_WIDTH <= width) break
    shown = shown.filter((one) => one !== column)
  }
  return shown
}

/** Gives `grid-template-columns` of a row with these columns. */
export function templateOf(columns: readonly ListColumn[]): string {
  const widths = columns.map((column) => `${COLUMN_FRAMES[column].width}px`)
  return [`${KEY_WIDTH}px`, 'minmax(0, 1fr)', ...widths, `${MENU_WIDTH}px`].join(' ')
}
