import { HISTORY_KINDS, type HistoryKind } from '#lib/domain/history/kinds.ts'

/** What of the workspace's history is shown, as its address says it; null: any. */
export interface HistoryFilter {
  readonly kind: HistoryKind | null
  /** A user's id. */
  readonly by: string | null
  /** A story's key. */
  readonly story: string | null
  /** The first and the last day, `YYYY-MM-DD`, where the reader is. */
  readonly since: string | null
  readonly until: string | null
}

export const ALL_HISTORY: HistoryFilter = {
  kind: null,
  by: null,
  story: null,
  since: null,
  until: null,
}

/** Reads the filter from an address; what it does not know is left out. */
export function parseHistory(query: URLSearchParams): HistoryFilter {
  return {
    kind: HISTORY_KINDS.find((kind) => kind === query.get('kind')) ?? null,
    by: query.get('by') || null,
    story: query.get('story') || null,
    since: readDay(query.get('since')),
    until: readDay(query.get('until')),
  }
}

/** Writes what is behind the path; `parseHistory` gives the filter back. */
export function formatHistory(filter: HistoryFilter): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value !== null) query.set(name, value)
  return query.size === 0 ? '' : `?${query}`
}

function readDay(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null
}
