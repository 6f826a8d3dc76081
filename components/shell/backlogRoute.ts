/**
 * A team's backlog, by the team's id. `board`: its steps side by side instead of the list; `step`: the tab that is open
 * where there is room for one only. `peek`: the key (or, while it has none, the id) of the story shown beside it. `theme` and
 * `who` leave stories out. `saved`: the view it was opened as.
 */
export interface BacklogRoute {
  readonly page: 'backlog'
  readonly team: string
  readonly view?: 'list' | 'board'
  readonly peek?: string | null
  readonly step?: string | null
  readonly theme?: string | null
  readonly who?: 'mine' | 'here' | null
  readonly saved?: string | null
}

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
    saved: query.get('saved') || null,
  }
}

/** Writes it, with the `?` when there is anything to say. */
export function formatBacklog({ view, peek, step, theme, who, saved }: BacklogRoute): string {
  const query = new URLSearchParams()
  if (view === 'board') query.set('view', view)
  if (step) query.set('step', step)
  if (theme) query.set('theme', theme)
  if (who) query.set('who', who)
  if (saved) query.set('saved', saved)
  if (peek) query.set('s', peek)
  return query.size === 0 ? '' : `?${query}`
}
