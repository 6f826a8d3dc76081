import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Authenticator } from '#server/auth/authenticator.ts'
import type { Setup } from '#server/auth/setup.ts'
import type { Storage } from '#server/storage/storage.ts'

const LAST_WORKSPACE = 'sluice_workspace'
/**
 * Pages of the workspace the person was in last: an installed app cannot name it (components/shell/manifest.ts). Offline the service
 * worker leads there.
 */
const GO = /^\/go\/([a-z]+)$/
const YEAR = 365 * 24 * 60 * 60

/**
 * Where a visit of a page is sent instead, or null for the page itself. Pages below `/w/` are served to anyone: an
 * expired or offline person must be able to open their own work, and the page itself asks them to sign in.
 * Rejects when storage does not answer.
 */
export type Doorway = (path: string, req: IncomingMessage) => Promise<string | null>

/** Makes the doorway: setup first, then sign-in, then the workspace the person was in last, or a first one of their own. */
export function createDoorway(parts: {
  storage: Storage
  setup: Setup
  authenticator: Authenticator
}): Doorway {
  const { storage, setup, authenticator } = parts
  return async (path, { headers, url = path }) => {
    if (path === '/setup') return (await setup.needed()) ? null : '/'
    if (path === '/login') return (await setup.needed()) ? '/setup' : null
    const page = GO.exec(path)?.[1]
    if (path !== '/' && path !== '/new' && page === undefined) return null
    if (await setup.needed()) return '/setup'
    const identity = await authenticator.byCookie(headers.cookie)
    if (!identity) return page === undefined ? '/login' : `/login?next=${encodeURIComponent(url)}`
    if (path === '/new') return null
    const mine = await storage.people.memberships(identity.user.id)
    const last = lastWorkspace(headers.cookie)
    const workspace = mine.find(({ workspace }) => workspace.id === last) ?? mine[0]
    if (!workspace) return '/new'
    const inside = page === undefined ? 'refine' : `${page}${url.slice(path.length)}`
    return `/w/${encodeURIComponent(workspace.workspace.id)}/${inside}`
  }
}

/** Remembers in the browser which workspace's page was opened, for the next visit of `/`. It is a hint, no right. */
export function rememberWorkspace(path: string, res: ServerResponse, secure: boolean): void {
  const workspace = /^\/w\/([A-Za-z0-9_-]{1,64})\//.exec(path)?.[1]
  if (workspace === undefined) return
  const safely = secure ? '; Secure' : ''
  res.setHeader(
    'Set-Cookie',
    `${LAST_WORKSPACE}=${workspace}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax${safely}`,
  )
}

function lastWorkspace(cookies = ''): string | null {
  return new RegExp(`(?:^|;)\\s*${LAST_WORKSPACE}=([A-Za-z0-9_-]{1,64})`).exec(cookies)?.[1] ?? null
}
