import { BOARD, formatPlace } from '#components/shell/routes.ts'
import type { Account } from './account.ts'

/**
 * Gives where to go after signing in: `next` when it is an address of this origin, else the board of the first workspace,
 * else where one is begun. An address of another origin is never followed: a link could lead people away with it.
 */
export function nextPlace(next: string | null, account: Account, origin: string): string {
  const wanted = next === null ? null : ownPath(next, origin)
  if (wanted) return wanted
  const [first] = account.workspaces
  return first ? formatPlace({ workspace: first.id, route: BOARD }) : '/new'
}

function ownPath(next: string, origin: string): string | null {
  if (!URL.canParse(next, origin)) return null
  const url = new URL(next, origin)
  if (url.origin !== origin || !next.startsWith('/')) return null
  // "/w/..//evil.example" is of this origin, but what is left of it names another host.
  if (url.pathname.startsWith('//')) return null
  return url.pathname + url.search + url.hash
}
