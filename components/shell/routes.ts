import { type Stage, STAGES } from '#lib/domain/stage.ts'

/**
 * The addresses inside a workspace: `/w/<workspace>/…`. One HTML page serves them all, so that any of them opens offline;
 * `location.ts` moves between them. Only what exists is here.
 */
export type Route =
  /**
   * The refinement board. `peek`: the key (or, while it has none, the id) of the story shown beside it. `stage`: the tab
   * that is open where there is room for one column only.
   */
  | { readonly page: 'refine'; readonly peek: string | null; readonly stage?: Stage }
  | { readonly page: 'story'; readonly key: string }
  | { readonly page: 'settings'; readonly section: SettingsSection }
  | { readonly page: 'unknown' }

export const SETTINGS_SECTIONS = [
  'account',
  'devices',
  'people',
  'tokens',
  'appearance',
  'keyboard',
] as const
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]

export interface Place {
  readonly workspace: string
  readonly route: Route
}

export const BOARD: Route = { page: 'refine', peek: null }

/** Reads an address of this origin; null when it is not inside a workspace. */
export function parsePlace(url: {
  readonly pathname: string
  readonly search: string
}): Place | null {
  const [first, workspace, page, detail, ...more] = url.pathname
    .split('/')
    .filter(Boolean)
    .map(decode)
  if (first !== 'w' || !workspace) return null
  return {
    workspace,
    route: more.length > 0 ? { page: 'unknown' } : parseRoute(page, detail, url.search),
  }
}

function parseRoute(page: string | undefined, detail: string | undefined, search: string): Route {
  switch (page) {
    case undefined:
      return BOARD
    case 'refine':
      return detail ? { page: 'unknown' } : parseBoard(new URLSearchParams(search))
    case 's':
      return detail ? { page: 'story', key: detail } : { page: 'unknown' }
    case 'settings': {
      const section = SETTINGS_SECTIONS.find((name) => name === (detail ?? 'account'))
      return section ? { page: 'settings', section } : { page: 'unknown' }
    }
    default:
      return { page: 'unknown' }
  }
}

/** Writes the address of a place; `parsePlace` gives the place back. */
export function formatPlace({ workspace, route }: Place): string {
  const base = `/w/${encodeURIComponent(workspace)}`
  switch (route.page) {
    case 'refine':
      return `${base}/refine${formatBoard(route)}`
    case 'story':
      return `${base}/s/${encodeURIComponent(route.key)}`
    case 'settings':
      return `${base}/settings/${route.section}`
    case 'unknown':
      return `${base}/refine`
  }
}

function parseBoard(query: URLSearchParams): Route {
  const board = { page: 'refine', peek: query.get('s') || null } as const
  const stage = STAGES.find((name) => name === query.get('stage'))
  return stage ? { ...board, stage } : board
}

function formatBoard({ peek, stage }: Extract<Route, { page: 'refine' }>): string {
  const query = new URLSearchParams()
  if (stage) query.set('stage', stage)
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
