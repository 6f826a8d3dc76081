import { type Stage, STAGES } from '#lib/domain/stage.ts'
import { formatHistory, type HistoryFilter, parseHistory } from './historyAddress.ts'
import { type BacklogRoute, formatBacklog, parseBacklog } from './backlogRoute.ts'
import {
  formatPlanning,
  parsePlanning,
  type PlanningListRoute,
  type PlanningRoute,
} from './planningRoute.ts'
import { formatSearch, parseSearch, type SearchRoute } from './searchRoute.ts'
import { formatCapture, parseCapture } from './captureRoute.ts'
import { type ListLook, parseLook, writeLook } from './listLook.ts'
import { type BoardFilter, isNoFilter, parseFilter, writeFilter } from './boardFilter.ts'

/**
 * The addresses inside a workspace: `/w/<workspace>/…`. One HTML page serves them all, so that any of them opens offline;
 * `location.ts` moves between them. Only what exists is here.
 */
export type Route =
  /**
   * The refinement board. `peek`: the key (or, while it has none, the id) of the story shown beside it. `stage`: the tab
   * that is open where there is room for one column only. `filter`: which stories are shown. `group`: what the stories of
   * a column are put together by. `list`: it is a list instead, looked at like this. `saved`: the view it was opened as.
   */
  | BoardRoute
  | { readonly page: 'story'; readonly key: string }
  /** `team`: the one whose settings are open, only in the section `teams`. */
  | { readonly page: 'settings'; readonly section: SettingsSection; readonly team?: string }
  /** Every theme and persona, or one theme by its id. */
  | { readonly page: 'themes' }
  | { readonly page: 'theme'; readonly theme: string }
  /** What happened in the workspace, as far as the filter says. */
  | { readonly page: 'history'; readonly filter: HistoryFilter }
  | { readonly page: 'trash' }
  /** A view by its id: leads on to what it shows. */
  | { readonly page: 'view'; readonly view: string }
  /** What concerns the person: what is new, what is done, their questions. */
  | { readonly page: 'inbox'; readonly tab: InboxTab }
  /** Every meeting, or one by its id: what is prepared, the room while it runs, what came of it. */
  | { readonly page: 'meetings' }
  | { readonly page: 'meeting'; readonly session: string }
  | BacklogRoute
  | PlanningListRoute
  | PlanningRoute
  | SearchRoute
  | { readonly page: 'unknown' }

export interface BoardRoute {
  readonly page: 'refine'
  readonly peek: string | null
  readonly stage?: Stage
  readonly filter?: BoardFilter
  readonly group?: 'theme'
  /** What was shared with Sluice, or '': the capture box is to be open, with that in it. */
  readonly capture?: string
  readonly list?: ListLook
  readonly saved?: string
}

export const SETTINGS_SECTIONS = [
  'account',
  'devices',
  'offline',
  'mail',
  'appearance',
  'language',
  'keyboard',
  'tokens',
  'people',
  'teams',
  'ready',
  'templates',
] as const
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]

export const INBOX_TABS = ['new', 'done', 'questions'] as const
export type InboxTab = (typeof INBOX_TABS)[number]

export interface Place {
  readonly workspace: string
  readonly route: Route
}

export const BOARD: BoardRoute = { page: 'refine', peek: null }

/** Reads an address of this origin; null when it is not inside a workspace. */
export function parsePlace(url: {
  readonly pathname: string
  readonly search: string
}): Place | null {
  const [first, workspace, page, ...path] = url.pathname.split('/').filter(Boolean).map(decode)
  if (first !== 'w' || !workspace) return null
  return { workspace, route: parseRoute(page, path, url.search) }
}

function parseRoute(page: string | undefined, path: readonly string[], search: string): Route {
  const [detail, more] = path
  if (page === 'settings') return parseSettings(path)
  if (page === 't') return parseTeam(path, search) ?? { page: 'unknown' }
  if (more !== undefined) return { page: 'unknown' }
  switch (page) {
    case undefined:
      return BOARD
    case 'refine':
      return detail ? { page: 'unknown' } : parseBoard(new URLSearchParams(search))
    case 'capture':
      return detail ? { page: 'unknown' } : parseCapture(new URLSearchParams(search))
    case 's':
      return detail ? { page: 'story', key: detail } : { page: 'unknown' }
    case 'themes':
      return detail ? { page: 'theme', theme: detail } : { page: 'themes' }
    case 'meet':
      return detail ? { page: 'meeting', session: detail } : { page: 'meetings' }
    case 'history':
      if (detail) return { page: 'unknown' }
      return { page: 'history', filter: parseHistory(new URLSearchParams(search)) }
    case 'trash':
      return { page: detail ? 'unknown' : 'trash' }
    case 'views':
      return detail ? { page: 'view', view: detail } : { page: 'unknown' }
    case 'search':
      return detail ? { page: 'unknown' } : parseSearch(new URLSearchParams(search))
    case 'inbox': {
      const tab = INBOX_TABS.find((one) => one === (detail ?? 'new'))
      return tab ? { page: 'inbox', tab } : { page: 'unknown' }
    }
    default:
      return { page: 'unknown' }
  }
}

function parseTeam([team, page, ...more]: readonly string[], search: string): Route | null {
  if (!team) return null
  if (page === 'plan') return parsePlanning(team, more, search)
  return page === 'backlog' && more.length === 0 ? parseBacklog(team, search) : null
}

function parseSettings([name = 'account', team, ...more]: readonly string[]): Route {
  const section = SETTINGS_SECTIONS.find((one) => one === name)
  if (!section || more.length > 0) return { page: 'unknown' }
  if (team === undefined) return { page: 'settings', section }
  return section === 'teams' ? { page: 'settings', section, team } : { page: 'unknown' }
}

/** Writes the address of a place; `parsePlace` gives the place back. */
export function formatPlace({ workspace, route }: Place): string {
  const base = `/w/${encodeURIComponent(workspace)}`
  switch (route.page) {
    case 'refine':
      if (route.capture !== undefined) return `${base}/capture${formatCapture(route.capture)}`
      return `${base}/refine${formatBoard(route)}`
    case 'backlog':
      return `${base}/t/${encodeURIComponent(route.team)}/backlog${formatBacklog(route)}`
    case 'plannings':
    case 'planning':
      return `${base}${formatPlanning(route)}`
    case 'story':
      return `${base}/s/${encodeURIComponent(route.key)}`
    case 'settings':
      return `${base}/settings/${route.section}${route.team ? `/${encodeURIComponent(route.team)}` : ''}`
    case 'themes':
      return `${base}/themes`
    case 'theme':
      return `${base}/themes/${encodeURIComponent(route.theme)}`
    case 'meetings':
      return `${base}/meet`
    case 'meeting':
      return `${base}/meet/${encodeURIComponent(route.session)}`
    case 'history':
      return `${base}/history${formatHistory(route.filter)}`
    case 'trash':
      return `${base}/trash`
    case 'view':
      return `${base}/views/${encodeURIComponent(route.view)}`
    case 'inbox':
      return `${base}/inbox${route.tab === 'new' ? '' : `/${route.tab}`}`
    case 'search':
      return `${base}/search${formatSearch(route)}`
    case 'unknown':
      return `${base}/refine`
  }
}

function parseBoard(query: URLSearchParams): Route {
  const stage = STAGES.find((name) => name === query.get('stage'))
  const filter = parseFilter(query)
  const isList = query.get('view') === 'list'
  const saved = query.get('saved')
  return {
    page: 'refine',
    peek: query.get('s') || null,
    ...(stage && { stage }),
    ...(!isNoFilter(filter) && { filter }),
    ...(!isList && query.get('group') === 'theme' && { group: 'theme' }),
    ...(isList && { list: parseLook(query) }),
    ...(saved && { saved }),
  }
}

function formatBoard({ peek, stage, filter, group, list, saved }: BoardRoute): string {
  const query = new URLSearchParams()
  if (list) query.set('view', 'list')
  if (stage) query.set('stage', stage)
  if (filter) writeFilter(filter, query)
  if (list) writeLook(list, query)
  else if (group) query.set('group', group)
  if (saved) query.set('saved', saved)
  if (peek) query.set('s', peek)
  return query.size === 0 ? '' : `?${query}`
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
