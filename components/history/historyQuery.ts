import type { HistoryFilter } from '#components/shell/historyAddress.ts'

/** Gives what the API is asked for. Days are those of the reader: both the first and the last are meant whole. */
export function queryOf({ kind, by, story, since, until }: HistoryFilter): string {
  const query = new URLSearchParams()
  if (story !== null) query.set('story', story)
  if (kind !== null) query.set('type', kind)
  if (by !== null) query.set('by', by)
  if (since !== null) query.set('since', midnight(since, 0))
  if (until !== null) query.set('until', midnight(until, 1))
  return query.toString()
}

/** Gives when a day begins here, so many days on. */
function midnight(day: string, daysOn: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + daysOn).toISOString()
}
