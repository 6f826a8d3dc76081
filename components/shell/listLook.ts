/** What a list shows beside key and title, in the order of the screen. */
export const LIST_COLUMNS = [
  'stage',
  'readiness',
  'theme',
  'persona',
  'labels',
  'talk',
  'votes',
  'people',
  'by',
  'age',
  'changed',
] as const
export type ListColumn = (typeof LIST_COLUMNS)[number]

/** What a list can be sorted by. */
export const LIST_SORTS = [
  'key',
  'title',
  'stage',
  'readiness',
  'theme',
  'persona',
  'talk',
  'votes',
  'by',
  'age',
  'changed',
] as const
export type ListSort = (typeof LIST_SORTS)[number]

/** What the stories of a list are put together by. */
export const LIST_GROUPS = ['none', 'stage', 'theme', 'by', 'age'] as const
export type ListGroup = (typeof LIST_GROUPS)[number]

/** How a list of stories is looked at. The address holds it (UX18). */
export interface ListLook {
  readonly group: ListGroup
  /** Null: the workspace's own order. `down`: the largest first. */
  readonly sort: { readonly by: ListSort; readonly down: boolean } | null
  readonly columns: readonly ListColumn[]
  /** Rows are as low as they can be. */
  readonly compact: boolean
}

export const PLAIN_LIST: ListLook = {
  group: 'stage',
  sort: null,
  columns: ['stage', 'readiness', 'theme', 'labels', 'votes', 'people', 'age', 'changed'],
  compact: false,
}

/** Reads a list's look from an address; what does not belong to one is left out. */
export function parseLook(query: URLSearchParams): ListLook {
  const group = LIST_GROUPS.find((one) => one === query.get('group')) ?? PLAIN_LIST.group
  const sort = query.get('sort') ?? ''
  const by = LIST_SORTS.find((one) => one === sort.replace(/^-/, ''))
  const names = query.get('columns')?.split('.')
  return {
    group,
    sort: by ? { by, down: sort.startsWith('-') } : null,
    columns: names ? LIST_COLUMNS.filter((one) => names.includes(one)) : PLAIN_LIST.columns,
    compact: query.get('rows') === 'compact',
  }
}

/** Writes it into an address, as far as it is not plain; `parseLook` gives it back. */
export function writeLook({ group, sort, columns, compact }: ListLook, query: URLSearchParams) {
  if (group !== PLAIN_LIST.group) query.set('group', group)
  if (sort) query.set('sort', `${sort.down ? '-' : ''}${sort.by}`)
  const names = columnsInOrder(columns).join('.')
  if (names !== PLAIN_LIST.columns.join('.')) query.set('columns', names)
  if (compact) query.set('rows', 'compact')
}

/** Gives the look with a column more, or without it where it was there. */
export function withColumn(look: ListLook, column: ListColumn): ListLook {
  const has = look.columns.includes(column)
  const columns = has ? look.columns.filter((one) => one !== column) : [...look.columns, column]
  return { ...look, columns: columnsInOrder(columns) }
}

/** Gives the look after a press of a column's heading: sorted by it, then the other way round, then as the workspace has it. */
export function withSort(look: ListLook, by: ListSort): ListLook {
  const { sort } = look
  const first = DOWN_FIRST.has(by)
  if (sort?.by !== by) return { ...look, sort: { by, down: first } }
  return { ...look, sort: sort.down === first ? { by, down: !first } : null }
}

/** Of these people look for the most. */
const DOWN_FIRST: ReadonlySet<ListSort> = new Set(['votes', 'talk', 'readiness', 'age', 'changed'])

function columnsInOrder(columns: readonly ListColumn[]): readonly ListColumn[] {
  return LIST_COLUMNS.filter((one) => columns.includes(one))
}
