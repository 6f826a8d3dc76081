'use client'

import { useMemo, useSyncExternalStore } from 'react'
import {
  BOARD,
  type BoardRoute,
  formatPlace,
  parsePlace,
  type Place,
  type Route,
} from './routes.ts'
import type { BacklogRoute } from './backlogRoute.ts'
import { keepView, keptList } from './lastView.ts'

/** Fired on the window when `navigate` has changed the address; `popstate` tells of the browser's own buttons. */
const MOVED = 'sluice:moved'

/** Gives the place the address names; null on the server and outside a workspace. */
export function usePlace(): Place | null {
  const href = useSyncExternalStore(subscribe, currentHref, noHref)
  return useMemo(() => (href === null ? null : parsePlace(new URL(href))), [href])
}

/** Gives the route inside the workspace, and the workspace's id. Only below the shell, where there is one. */
export function useRoute(): Place {
  const place = usePlace()
  if (!place) throw new Error('A view of a workspace is rendered outside one')
  return place
}

/**
 * Goes to another route of the workspace, without loading a page. `replace` leaves no step for the back button: for walking
 * from peek to peek, not for opening the first. `hash`: the name of a place in it; in the same step, because the framework takes
 * over the address of every step when it is through with it.
 */
export function navigate(
  route: Route,
  { replace = false, hash = null }: { replace?: boolean; hash?: string | null } = {},
): void {
  const place = parsePlace(location)
  boardHere()
  if (place?.route.page === 'backlog') seenBacklog = place.route
  if (!place) throw new Error('There is no workspace to navigate in')
  if (route.page === 'refine') keepView(place.workspace, route.list ?? null)
  go(formatPlace({ workspace: place.workspace, route }), replace, hash)
}

/** Changes something about the board that is open: its peek, its filter, … Everything else of it stays. */
export function changeBoard(
  change: Partial<Omit<BoardRoute, 'page'>>,
  how: { replace?: boolean } = {},
): void {
  navigate({ ...(boardHere() ?? BOARD), ...change }, how)
}

/** Gives the board as it was last seen in this workspace, without its peek: where a way back to it leads. */
export function lastBoard(): BoardRoute {
  const here = boardHere()
  if (here) return { ...here, peek: null }
  if (!seen || seen.workspace !== parsePlace(location)?.workspace) return refinement()
  return { ...seen.board, peek: null }
}

/** Gives the refinement area, everything of it, as it was last looked at on this device: as a board or as a list. */
export function refinement(): BoardRoute {
  const workspace = parsePlace(location)?.workspace
  const list = workspace === undefined ? null : keptList(workspace)
  return list ? { ...BOARD, list } : BOARD
}

/** Gives a team's backlog as it was last seen in this tab, without its peek: where a way back to it leads. */
export function lastBacklog(team: string): BacklogRoute {
  const plain = { page: 'backlog', team } as const
  return seenBacklog?.team === team ? { ...seenBacklog, peek: null } : plain
}

/** Notes whose page is open, by key or id, so that a board goes on there, by whatever way one comes back to it. */
export function noteStory(key: string): void {
  leftStory = key
}

/** Gives the story, by its key or id, whose page was open last in this tab; once: whoever asks goes on there. */
export function comesFrom(): string | null {
  const story = leftStory
  leftStory = null
  return story
}

let seenBacklog: BacklogRoute | null = null
let leftStory: string | null = null

let seen: { readonly workspace: string; readonly board: BoardRoute } | null = null

function boardHere(): BoardRoute | null {
  const place = parsePlace(location)
  if (place?.route.page !== 'refine') return null
  seen = { workspace: place.workspace, board: place.route }
  return place.route
}

/** Gives the address of a route in the current workspace, for a link. */
export function useHref(): (route: Route) => string {
  const { workspace } = useRoute()
  return (route) => formatPlace({ workspace, route })
}

function go(href: string, replace: boolean, hash: string | null): void {
  const isHere = href === location.pathname + location.search
  if (isHere && hash === null) return
  const named = hash === null ? href : `${href}#${hash}`
  if (replace || isHere) history.replaceState(null, '', named)
  else history.pushState(null, '', named)
  window.dispatchEvent(new Event(MOVED))
  if (hash !== null) window.dispatchEvent(new Event('hashchange'))
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener)
  window.addEventListener(MOVED, listener)
  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(MOVED, listener)
  }
}

function currentHref(): string {
  return location.href
}

function noHref(): null {
  return null
}
