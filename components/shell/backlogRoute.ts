/**
 * A team's backlog, by the team's id. `board`: its steps side by side instead of the list; `step`: the tab that is open
 * where there is room for one only. `peek`: the key (or, while it has none, the id) of the story shown beside it. `theme` and
 * `who` leave stories out; `group`: what the list is put together by instead of the team's order. `saved`: the view it was opened as.
 */
export interface BacklogRoute {
  readonly page: 'backlog'
  readonly team: string
  readonly view?: 'list' | 'board'
  readonly peek?: string | null
  readonly step?: string | null
  readonly theme?: string | null
  readonly who?: 'mine' | 'here' | null
  readonly group?: BacklogGroup | null
  readonly saved?: string | null
}

/** What a backlog's list can be put together by. */
export const BACKLOG_GROUPS = ['step', 'theme', 'by', 'age'] as const
export type BacklogGroup = (typeof BACKLOG_GROUPS)[number]

/** Reads what the address of a backlog says behind its `?`. */
export function parseBacklog(team: string, search: string): BacklogRoute {
  const query = new URLSearchParams(search)
  const who = query.get('who')
  return {
    page: 'backlog',
    team,
    view: query.get('view') === 'board' ? 'board' : 'list',
    peek: query.get('s') || null,
    step: query.get('step') || null,
    theme: query.get('theme') || null,
    who: who === 'mine' || who === 'here' ? who : null,
    group: BACKLOG_GROUPS.find((one) => one === query.get('group')) ?? null,
    saved: query.get('saved') || null,
  }
}

/** Writes it, with the `?` when there is anything to say. */
export function formatBacklog({
  view,
  peek,
  step,
  theme,
  who,
  group,
  saved,
}: BacklogRoute): string {
  const query = new URLSearchParams()
  if (view === 'board') query.set('view', view)
  if (step) query.set('step', step)
  if (theme) query.set('theme', theme)
  if (who) query.set('who', who)
  if (group && view !== 'board') query.set('group', group)
  if (saved) query.set('saved', saved)
  if (peek) query.set('s', peek)
  return query.size === 0 ? '' : `?${query}`
}
