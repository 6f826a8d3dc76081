/** Which stories a board shows; a facet that is absent asks for nothing. Several values of a facet: any of them. */
export interface BoardFilter {
  /** Ids of themes; NONE for stories without one. */
  readonly theme?: readonly string[]
  /** Ids of personas; NONE for stories without one. */
  readonly persona?: readonly string[]
  readonly label?: readonly string[]
  /** Who captured it: ids of people. */
  readonly by?: readonly string[]
  /** Whether all required checks are met. */
  readonly ready?: 'yes' | 'no'
  /** Only those with an open blocking question. */
  readonly blocked?: true
  /** Only those that are quiet (QU1). */
  readonly quiet?: true
}

/** Stands for "without one" among the values of a facet. */
export const NONE = 'none'

/** The facets that hold several values. */
export const LISTED = ['theme', 'persona', 'label', 'by'] as const
export type Listed = (typeof LISTED)[number]

export const NO_FILTER: BoardFilter = {}

/** True when nothing is filtered. */
export function isNoFilter(filter: BoardFilter): boolean {
  return Object.keys(filter).length === 0
}

/** Reads a filter from an address; what does not belong to one is left out. */
export function parseFilter(query: URLSearchParams): BoardFilter {
  const filter: { -readonly [Facet in keyof BoardFilter]: BoardFilter[Facet] } = {}
  for (const facet of LISTED) {
    const values = [...new Set(query.getAll(facet).filter(Boolean))]
    if (values.length > 0) filter[facet] = values
  }
  const ready = query.get('ready')
  if (ready === 'yes' || ready === 'no') filter.ready = ready
  if (query.get('blocked') === 'yes') filter.blocked = true
  if (query.get('quiet') === 'yes') filter.quiet = true
  return Object.keys(filter).length === 0 ? NO_FILTER : filter
}

/** Writes a filter into an address; `parseFilter` gives it back. */
export function writeFilter(filter: BoardFilter, query: URLSearchParams): void {
  for (const facet of LISTED) for (const value of filter[facet] ?? []) query.append(facet, value)
  if (filter.ready) query.set('ready', filter.ready)
  if (filter.blocked) query.set('blocked', 'yes')
  if (filter.quiet) query.set('quiet', 'yes')
}

/** Gives the filter with a value more in a facet, or without it where it was there. */
export function toggled(filter: BoardFilter, facet: Listed, value: string): BoardFilter {
  const values = filter[facet] ?? []
  const next = values.includes(value)
    ? values.filter((other) => other !== value)
    : [...values, value]
  const { [facet]: _, ...rest } = filter
  return next.length === 0 ? rest : { ...rest, [facet]: next }
}
