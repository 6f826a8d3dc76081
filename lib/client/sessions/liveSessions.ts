import type { WorkspaceClient } from '../client.ts'
import { LiveSession } from './liveSession.ts'

/** A session is followed this long after its last view is gone: a look at the board is no departure, ms. */
const LINGER = 20_000

interface Open {
  readonly session: LiveSession
  readers: number
  timer: ReturnType<typeof setTimeout> | null
}

const all = new WeakMap<WorkspaceClient, Map<string, Open>>()

/**
 * Gives a session, followed for as long as somebody holds it and a little longer: the same object for everybody who looks
 * at it. Call `release` when the view is gone.
 */
export function holdSession(
  client: WorkspaceClient,
  id: string,
): { readonly session: LiveSession; readonly release: () => void } {
  const sessions = sessionsOf(client)
  let open = sessions.get(id)
  if (!open) {
    open = { session: new LiveSession(client, id), readers: 0, timer: null }
    sessions.set(id, open)
  }
  const held = open
  held.readers += 1
  if (held.timer) clearTimeout(held.timer)
  let isReleased = false
  const release = () => {
    if (isReleased) return
    isReleased = true
    held.readers -= 1
    if (held.readers === 0) held.timer = setTimeout(() => end(sessions, id, held), LINGER)
  }
  return { session: held.session, release }
}

function sessionsOf(client: WorkspaceClient): Map<string, Open> {
  let sessions = all.get(client)
  if (!sessions) {
    const opened = new Map<string, Open>()
    sessions = opened
    all.set(client, opened)
    client.onClose(async () => {
      for (const [id, open] of [...opened]) end(opened, id, open)
    })
  }
  return sessions
}

function end(sessions: Map<string, Open>, id: string, open: Open): void {
  if (open.timer) clearTimeout(open.timer)
  if (sessions.get(id) === open) sessions.delete(id)
  open.session.close()
}
