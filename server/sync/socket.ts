import { setImmediate } from 'node:timers/promises'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { type RawData, WebSocket } from 'ws'
import { CLOSE_CODES, DENIALS } from '#lib/schema/syncToken.ts'
import type { Authenticator, Ended, Identity } from '#server/auth/authenticator.ts'
import { Attachment } from './attachment.ts'
import { SocketCommands } from './commands.ts'
import { deniedFrame, FRAME, type Frame, parseFrame, PING, readToken } from './frames.ts'
import {
  DOCUMENTS_MAX,
  PERSON_WAITING_MAX_BYTES,
  STRANGER_MAX_BYTES,
  STRANGER_MAX_DOCUMENTS,
  STRANGER_MAX_MS,
  UNSENT_MAX_BYTES,
} from './limits.ts'
import { parseDocumentName } from './names.ts'
import type { FrameSocket } from './plainSocket.ts'
import type { Rooms } from './rooms.ts'
import { Visitors } from './visitors.ts'

/** What every socket shares. */
export interface SocketParts {
  readonly rooms: Rooms
  readonly authenticator: Authenticator
  readonly log: Logger
  readonly onClosed: (socket: SyncSocket) => void
  /** Every open socket of the process. */
  readonly all: () => Iterable<SyncSocket>
}

const WHOLE = { binary: true, fin: true } as const

/** One browser's (or client's) socket on one workspace, with its documents. Every frame passes through here first. */
export class SyncSocket {
  readonly workspaceId: string
  readonly rooms: Rooms
  readonly log: Logger
  readonly commands: SocketCommands
  readonly visitors: Visitors

  readonly #ws: FrameSocket
  readonly #onClosed: (socket: SyncSocket) => void
  readonly #all: () => Iterable<SyncSocket>
  readonly #attachments = new Map<string, Attachment>()
  readonly #strangerTimer: NodeJS.Timeout
  readonly #stopCounting: () => void
  #alive = true
  #kept = 0
  #sentSinceBeat = false

  constructor(
    ws: FrameSocket,
    place: { workspaceId: string; cookie: string | undefined; wire: Duplex },
    parts: SocketParts,
  ) {
    this.#ws = ws
    this.workspaceId = place.workspaceId
    this.visitors = new Visitors(parts.authenticator, place.workspaceId, place.cookie)
    this.rooms = parts.rooms
    this.log = parts.log
    this.#onClosed = parts.onClosed
    this.#all = parts.all
    this.commands = new SocketCommands((name) => this.#attachmentsOf(name), parts.log)
    this.#strangerTimer = setTimeout(
      () => this.close(CLOSE_CODES.signedOut, 'Nobody signed in on this connection.'),
      STRANGER_MAX_MS,
    )
    this.#stopCounting = this.#countBytes(place.wire)
    ws.on('message', (data: RawData, isBinary: boolean) => this.#receive(data, isBinary))
    ws.on('pong', () => (this.#alive = true))
    ws.on('close', () => this.#closed())
    // A broken socket is closed next, which is where it is dealt with.
    ws.on('error', (error: Error) => this.log.debug({ err: error }, 'A sync socket broke'))
  }

  get isOpen(): boolean {
    return this.#ws.readyState === WebSocket.OPEN
  }

  /** Takes note of bytes that wait until a document is open, or until what they build on has come. False: too many. */
  keep(bytes: number): boolean {
    this.#kept += bytes
    return (
      this.#kept <= PERSON_WAITING_MAX_BYTES / 32 ||
      this.#keptOfPerson() <= PERSON_WAITING_MAX_BYTES
    )
  }

  /** They wait no longer. */
  letGo(bytes: number): void {
    this.#kept -= bytes
  }

  /** What waits on all sockets of this one's people. */
  #keptOfPerson(): number {
    const { people } = this.visitors
    let sum = 0
    for (const socket of this.#all()) {
      if ([...socket.visitors.people].some((id) => people.has(id))) sum += socket.#kept
    }
    return Math.max(sum, this.#kept)
  }

  /** Nobody has been let in yet. */
  get isStranger(): boolean {
    return !this.visitors.known
  }

  /** Called when somebody is let in: from here on the socket is theirs. */
  recognise(identity: Identity, token: string | null): void {
    this.visitors.admit(token, identity)
    clearTimeout(this.#strangerTimer)
    this.#stopCounting()
  }

  /** Closes the socket if it lives on a session that has ended. */
  sessionsEnded(ended: Ended): void {
    if (this.visitors.sessionsEnded(ended)) this.#signOut()
  }

  /** Looks up everyone anew: a session may have expired, a token may have been revoked. Rejects when storage does. */
  async recheck(): Promise<void> {
    if (!(await this.visitors.stillValid())) this.#signOut()
  }

  #signOut(): void {
    this.close(CLOSE_CODES.signedOut, 'The session has ended.')
  }

  /** Judges all that is open anew. Closes the socket if one of its people is not a member any more. */
  rightsChanged(rolesOf: (user: string) => readonly string[] | null): void {
    const attachments = [...this.#attachments.values()]
    for (const { recognisedActor } of attachments) {
      if (recognisedActor && rolesOf(recognisedActor.id) === null) {
        return this.close(CLOSE_CODES.accessChanged, 'Access to this workspace has ended.')
      }
    }
    for (const attachment of attachments) attachment.judgeAnew()
  }

  send(frame: Uint8Array): void {
    if (this.#mayBeSent()) this.#ws.send(frame, WHOLE)
  }

  /** Sends one frame in two parts: its body is the same for many, and is in memory once for all of them. */
  sendShared(head: Uint8Array, body: Uint8Array): void {
    if (!this.#mayBeSent()) return
    this.#ws.send(head, { binary: true, fin: false })
    this.#ws.send(body, WHOLE)
  }

  #mayBeSent(): boolean {
    if (!this.isOpen) return false
    if (this.#ws.bufferedAmount > UNSENT_MAX_BYTES) {
      this.#ws.terminate()
      return false
    }
    this.#sentSinceBeat = true
    return true
  }

  /** Waits until what was sent is on its way, at most this long (ms). */
  async drained(timeoutMs: number): Promise<void> {
    const end = performance.now() + timeoutMs
    do await setImmediate()
    while (this.#ws.bufferedAmount > 0 && performance.now() < end)
  }

  /** Asks for a sign of life, and gives one to a client that closes quiet sockets. */
  beat(): void {
    if (!this.#alive) return this.#ws.terminate()
    this.#alive = false
    this.#ws.ping()
    if (!this.#sentSinceBeat && this.visitors.known) this.#ws.send(PING, WHOLE)
    this.#sentSinceBeat = false
  }

  close(code: number, reason: string): void {
    if (code === CLOSE_CODES.signedOut || code === CLOSE_CODES.accessChanged) this.commands.revoke()
    // Documents end first: nothing that still arrives may reach them.
    this.#endAll()
    this.#ws.close(code, reason)
  }

  /** Ends the socket without waiting for its other side. */
  terminate(): void {
    this.#ws.terminate()
  }

  /** Closes for a frame that nobody can make sense of. */
  refuseFrame(why: string): void {
    this.close(CLOSE_CODES.badFrame, why)
  }

  /** Closes in a way that makes every client come back. */
  restart(why: string): void {
    this.close(CLOSE_CODES.restarting, why)
  }

  forget(attachment: Attachment): void {
    if (this.#attachments.get(attachment.address) === attachment) {
      this.#attachments.delete(attachment.address)
    }
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (!this.isOpen) return
    this.#alive = true
    try {
      if (!isBinary) return this.refuseFrame('Frames are binary.')
      // A copy of its own: lib0 reads by stated lengths, and ws hands out windows on memory shared with other sockets.
      this.#dispatch(new Uint8Array(data as Buffer))
    } catch (error) {
      this.log.error({ err: error }, 'A frame broke the server’s handling of it')
      this.restart('The server could not handle a frame.')
    }
  }

  #dispatch(bytes: Uint8Array): void {
    const parsed = parseFrame(bytes)
    if (parsed.kind === 'pong') return
    if (parsed.kind === 'malformed') return this.refuseFrame(parsed.why)
    const { frame } = parsed
    const attachment = this.#attachments.get(frame.address)
    if (attachment) attachment.receive(frame)
    else if (frame.type === FRAME.auth) this.#attach(frame, bytes)
    // Anything else belongs to a document that was refused or has ended: its client is told so already.
  }

  #attach(frame: Frame, bytes: Uint8Array): void {
    const token = readToken(frame.body)
    if (token === null) return this.refuseFrame('A request to open a document cannot be read.')
    const document = parseDocumentName(frame.name, this.workspaceId)
    if (!document) return this.send(deniedFrame(frame.address, DENIALS.notFound))
    const most = this.visitors.known ? DOCUMENTS_MAX : STRANGER_MAX_DOCUMENTS
    if (this.#attachments.size >= most) {
      return this.refuseFrame(`More than ${most} documents on one connection.`)
    }
    const attachment = new Attachment(this, document, frame.address)
    this.#attachments.set(frame.address, attachment)
    void attachment.open(token, bytes)
  }

  /** Counts on the wire, where a stranger's one large frame is seen while it arrives. Gives what ends it. */
  #countBytes(wire: Duplex): () => void {
    let bytes = 0
    const count = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > STRANGER_MAX_BYTES) this.#ws.terminate()
    }
    wire.on('data', count)
    return () => wire.off('data', count)
  }

  *#attachmentsOf(name: string): Iterable<Attachment> {
    for (const attachment of this.#attachments.values()) {
      if (attachment.name === name) yield attachment
    }
  }

  #endAll(): void {
    for (const attachment of this.#attachments.values()) attachment.end()
  }

  #closed(): void {
    clearTimeout(this.#strangerTimer)
    this.#stopCounting()
    this.#endAll()
    this.#onClosed(this)
  }
}
