import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { isMainThread } from 'node:worker_threads'
import { doorAnswers } from './askDoor.ts'
import { doorRequestSchema, refuseVerb, type VerbAnswer } from './request.ts'
import { makeSocketFolder, socketPath } from './socketPath.ts'
import type { Verbs } from './verbs.ts'

/** The longest request, in bytes. */
const LONGEST_REQUEST = 200_000

export interface AdminDoor {
  /** Where it listens; null when the door of another server with the same DATA_DIR was there first. */
  readonly path: string | null
  /** Waits for the verbs under way. */
  close(): Promise<void>
}

/**
 * Opens the local door of a running server, through which the shell's administration verbs reach it: a socket that
 * only this user can open. One JSON request and one JSON answer per connection. Rejects when the socket cannot be made.
 */
export async function openAdminDoor({
  dataDir,
  verbs,
}: {
  dataDir: string
  verbs: Verbs
}): Promise<AdminDoor> {
  const path = socketPath(dataDir)
  makeSocketFolder(path)
  // Two servers on one Postgres may share a DATA_DIR; the first one's door serves both.
  if (await doorAnswers(path)) return { path: null, close: async () => undefined }
  // What is left of a server that was killed.
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const server = createServer({ allowHalfOpen: true }, (socket) => void serve(socket, verbs))
  await listenPrivately(server, path)
  return {
    path,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function serve(socket: Socket, verbs: Verbs): Promise<void> {
  // Whoever asked has gone away: what was asked for is carried out all the same.
  socket.on('error', () => undefined)
  let answer: VerbAnswer
  try {
    answer = await answerTo(await readRequest(socket), verbs)
  } catch (error) {
    answer = refuseVerb(`The server met an unexpected fault: ${String(error)}`)
  }
  socket.end(JSON.stringify(answer))
}

async function readRequest(socket: Socket): Promise<unknown> {
  let length = 0
  socket.on('data', (chunk) => {
    length += chunk.length
    if (length > LONGEST_REQUEST) socket.destroy()
  })
  return JSON.parse(await text(socket))
}

async function answerTo(raw: unknown, verbs: Verbs): Promise<VerbAnswer> {
  const { data: request } = doorRequestSchema.safeParse(raw)
  if (!request) {
    return refuseVerb(
      'The running server does not know this request; it may be of another version. Nothing was changed.',
    )
  }
  if ('run' in request) return verbs.run(request.run)
  await verbs.announce(request.changed)
  return { ok: true, line: null, note: '' }
}

/** Listens on a socket that nobody else can open, not even between its making and the change of its mode. */
async function listenPrivately(server: Server, path: string): Promise<void> {
  const mask = isMainThread ? process.umask(0o177) : null
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      // The socket is bound before `listen` returns, so the mask holds for it and for nothing else.
      server.listen(path, resolve)
      if (mask !== null) process.umask(mask)
    })
  } finally {
    if (mask !== null) process.umask(mask)
  }
  if (process.platform !== 'win32') chmodSync(path, 0o600)
}
