import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import type { Logger } from 'pino'
import { WebSocketServer } from 'ws'
import { SCHEMA_VERSION } from '#lib/doc/schema.ts'
import { CLOSE_CODES } from '#lib/schema/syncToken.ts'
import type { Authenticator } from '#server/auth/authenticator.ts'
import type { News, Workspaces } from '#server/commands/workspaces.ts'
import type { Files } from '#server/files/files.ts'
import type { Storage } from '#server/storage/storage.ts'
import { createJournal } from './journal.ts'
import { FRAME_MAX_BYTES, HEARTBEAT_MS, RECHECK_MS, STRANGERS_MAX } from './limits.ts'
import { PlainSocket } from './plainSocket.ts'
import type { Room } from './room.ts'
import { createRooms } from './rooms.ts'
import { SyncSocket } from './socket.ts'
import { KEEPING, type Keeping } from './versions.ts'

/** The sync server: prose, lists, presence and commands over one socket a workspace (docs/protocol.md). */
export interface Sync {
  /**
   * Takes an HTTP upgrade of `/sync/<workspaceId>` (Hocuspocus's protocol) or `/yjs/<workspaceId>/<document>?token=`
   * (y-websocket's); anything else it answers with a plain HTTP refusal.
   */
  handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Sends everyone away (they come back to the next process) and waits until what they typed is stored. */
  close(): Promise<void>
  /** Open sockets. */
  connections(): number
}

/** How long `close` waits for storage to take the last edits, in ms. They were not acknowledged; their authors keep them. */
const DRAIN_MS = 5_000

/** How long `close` waits for the other sides to say goodbye, in ms. */
const GOODBYE_MS = 500

/**
 * Makes the sync server. `allowedOrigin` judges the Origin header of an upgrade; where it refuses a missing one, the
 * cookie of such a request does not count.
 */
export function createSync({
  storage,
  files,
  workspaces,
  authenticator,
  log,
  allowedOrigin,
  heartbeatMs = HEARTBEAT_MS,
  newestSchema = SCHEMA_VERSION,
  keeping = KEEPING,
}: {
  storage: Storage
  files: Pick<Files, 'share'>
  workspaces: Workspaces
  authenticator: Authenticator
  log: Logger
  allowedOrigin: (origin: string | undefined, req: IncomingMessage) => boolean
  heartbeatMs?: number
  newestSchema?: number
  /** When versions keep themselves. */
  keeping?: Keeping
}): Sync {
  const sockets = new Set<SyncSocket>()
  const journal = createJournal(storage, log)
  const rooms = createRooms({
    workspaces,
    store: storage.documents,
    files,
    journal,
    log,
    newestSchema,
    keeping,
    onMade: (room) => room.workspace.onNews((news) => judgeAnew(room, news)),
  })
  // Compression is off. Measured with 200 sockets that get a list of 320 kB each: 350 kB of memory more a socket, for
  // as long as it lives, and 8 times the CPU. A large list comes compressed over HTTP (/api/v1/…/lists/<name>).
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME_MAX_BYTES,
    perMessageDeflate: false,
    clientTracking: false,
  })
  let closing = false

  /** What was allowed a moment ago may not be any more, or the other way round: nobody has to come back for that. */
  function judgeAnew(room: Room, { rights, stories, versions }: News): void {
    const { workspace } = room
    room.judgeAnew(stories)
    if (rights) {
      for (const socket of [...sockets]) {
        if (socket.workspaceId === workspace.id) socket.rightsChanged(workspace.rolesOf)
      }
    }
    room.reconsiderPresence()
    room.tellVersions(versions)
  }

  /** Waits until every socket is closed, a moment at most. */
  async function allGone(): Promise<void> {
    const end = performance.now() + GOODBYE_MS
    while (sockets.size > 0 && performance.now() < end) await setTimeout(5)
  }

  /** Strangers wait seconds at most when they mean well: the one that has waited longest goes for the one that comes. */
  function makeRoom(): void {
    const strangers = [...sockets].filter((socket) => socket.isStranger)
    if (strangers.length >= STRANGERS_MAX) strangers[0]?.terminate()
  }

  const stopDocuments = workspaces.useDocuments(rooms.documents)

  const stopListening = authenticator.onEnded((ended) => {
    for (const socket of sockets) socket.sessionsEnded(ended)
  })

  const heartbeat = setInterval(() => {
    for (const socket of sockets) socket.beat()
  }, heartbeatMs)

  const recheck = setInterval(async () => {
    for (const socket of sockets) {
      await socket.recheck().catch((error: unknown) => {
        // Storage does not answer: that judges nobody, and the next round asks again.
        log.warn({ err: error }, 'Sessions could not be looked up')
      })
    }
  }, RECHECK_MS)
  heartbeat.unref()
  recheck.unref()

  return {
    handleUpgrade(req, socket, head) {
      socket.on('error', (error) => log.debug({ err: error }, 'An upgrade broke'))
      const place = placeOf(req.url)
      const { origin } = req.headers
      if (closing) return turnAway(socket, '503 Service Unavailable')
      if (!place) return turnAway(socket, '404 Not Found')
      const known = allowedOrigin(origin, req)
      if (origin !== undefined && !known) return turnAway(socket, '403 Forbidden')
      makeRoom()
      server.handleUpgrade(req, socket, head, (ws) => {
        const { workspaceId, plain } = place
        sockets.add(
          new SyncSocket(
            plain ? new PlainSocket(ws, plain.document, plain.token) : ws,
            { workspaceId, cookie: known ? req.headers.cookie : undefined, wire: socket },
            {
              rooms,
              authenticator,
              log,
              onClosed: (closed) => sockets.delete(closed),
              all: () => sockets,
            },
          ),
        )
      })
    },
    async close() {
      closing = true
      stopListening()
      clearInterval(heartbeat)
      clearInterval(recheck)
      for (const socket of sockets) {
        socket.close(CLOSE_CODES.restarting, 'The server is restarting.')
      }
      const drained = await journal.drain(DRAIN_MS)
      if (!drained) log.error('The last edits could not be stored; their authors still have them')
      await allGone()
      for (const socket of sockets) socket.terminate()
      await rooms.close()
      stopDocuments()
    },
    connections: () => sockets.size,
  }
}

interface Place {
  readonly workspaceId: string
  /** The one document of a y-websocket client. */
  readonly plain: { readonly document: string; readonly token: string | null } | null
}

function placeOf(url = ''): Place | null {
  const [path = '', query = ''] = url.split('?', 2)
  const [, sync] = /^\/sync\/([A-Za-z0-9_-]{1,64})\/?$/.exec(path) ?? []
  if (sync) return { workspaceId: sync, plain: null }
  const [, workspaceId, name] = PLAIN.exec(path) ?? []
  if (!workspaceId || !name) return null
  // A document's name has one sign that some clients escape.
  const document = name.replace(/%3a/i, ':')
  return { workspaceId, plain: { document, token: new URLSearchParams(query).get('token') } }
}

const PLAIN = /^\/yjs\/([A-Za-z0-9_-]{1,64})\/([A-Za-z0-9_:%-]{1,200})$/

function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
