import type { Connection, Hocuspocus, WebSocketLike } from '@hocuspocus/server'
import { must } from '#lib/domain/must.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { type Denial, DENIALS } from '#lib/schema/syncToken.ts'
import type { Identity } from '#server/auth/authenticator.ts'
import { type Admission, admit } from './admit.ts'
import { type Arriving, askedFor, framesOf } from './asStored.ts'
import {
  authenticatedFrame,
  deniedFrame,
  FRAME,
  type Frame,
  statelessFrame,
  statelessHead,
} from './frames.ts'
import { WAITING_MAX_BYTES, WAITING_MAX_FRAMES } from './limits.ts'
import { receiveStateless } from './messages.ts'
import type { DocumentName } from './names.ts'
import { Presence } from './presence.ts'
import { Outgoing } from './outgoing.ts'
import type { Prose, Reader } from './prose.ts'
import { Question } from './question.ts'
import { type Rights, rightsOn } from './rights.ts'
import { REQUEST } from './room.ts'
import type { SyncSocket } from './socket.ts'
import { Writer } from './write.ts'

/** Retrying to open a document while storage is down: the first wait and the longest, in ms. */
const RETRY_FIRST_MS = 250
const RETRY_LONGEST_MS = 10_000
/** The message that the versions of a story are others now. */
const VERSIONS_CHANGED = JSON.stringify({ versions: 'changed' })
/** A document is not kept from others for longer than this, in ms, because one of them reads slowly. */
const LEAVING_MAX_MS = 100
/** From this size on, in bytes, a message is not copied for each receiver. */
const LARGE_BYTES = 32_768

/**
 * One document on one socket, from the request to open it to its end. To Hocuspocus it is the socket itself, so that
 * no document of a socket can reach another, and everything Hocuspocus says passes `send`.
 */
export class Attachment implements WebSocketLike, Reader {
  readonly socket: SyncSocket
  readonly document: DocumentName
  readonly address: string
  readonly writer: Writer
  readonly presence: Presence
  readonly #question = new Question()
  readonly #outgoing: Outgoing
  readonly #wake = new Set<() => void>()
  #phase: 'opening' | 'open' | 'ended' = 'opening'
  #waiting: Frame[] = []
  #waitingBytes = 0
  /** The client was sent what this document was when it was read from storage. */
  #told: Arriving | null = null
  #admission: Admission | null = null
  #client: ReturnType<Hocuspocus['handleConnection']> | null = null
  #connection: Connection | null = null
  /** An editor newer than this client's has written to the document since it was opened. */
  #tooOld = false
  #actor: Actor | null = null
  #rights: Rights = 'none'

  constructor(socket: SyncSocket, document: DocumentName, address: string) {
    this.socket = socket
    this.document = document
    this.address = address
    this.writer = new Writer(this, { log: socket.log, onExchanged: () => this.#wakeAll() })
    this.presence = new Presence(this)
    this.#outgoing = new Outgoing(address, document.name, (frame) => socket.send(frame))
  }

  get name(): string {
    return this.document.name
  }

  get ended(): boolean {
    return this.#phase === 'ended'
  }

  get prose(): Prose {
    return this.#admitted.prose
  }

  get identity(): Identity {
    return this.#admitted.identity
  }

  /** With the roles they have now, from the very turn in which they have them: whoever tells lists may come first. */
  get actor(): Actor {
    const actor = must(this.#actor, `actor on ${this.address}`)
    return { ...actor, roles: this.room.workspace.rolesOf(actor.id) ?? [] }
  }

  get room(): Admission['room'] {
    return this.#admitted.room
  }

  get connection(): Connection | null {
    return this.#connection
  }

  /** Gives who acts here, once they are let in. */
  get recognisedActor(): Actor | null {
    return this.#actor
  }

  get readOnly(): boolean {
    return this.#rights !== 'write' || this.#tooOld
  }

  get #admitted(): Admission {
    return must(this.#admission, `admission to ${this.address}`)
  }

  /**
   * Lets the client in, or tells it why not. While storage does not answer it is told so and stays at the door: a
   * failure is not a denial, and a client that only waits must be let in by itself later.
   */
  async open(token: string, authFrame: Uint8Array): Promise<void> {
    for (let failures = 0; !this.ended; failures += 1) {
      try {
        const { endings } = this.socket.visitors
        const isKnown = () => this.socket.visitors.endings === endings
        const admission = await admit(this, token, (...arriving) =>
          this.#onceAsked(() => (isKnown() ? this.#tellStored(...arriving) : null)),
        )
        if (typeof admission === 'string') {
          this.#deny(admission)
          this.end()
        } else if (this.ended || this.socket.visitors.endings !== endings) {
          admission.release()
          admission.leave()
          continue
        } else {
          this.#enter(admission, authFrame)
        }
        return
      } catch (error) {
        if (failures === 0) {
          this.socket.log.warn(
            { err: error, document: this.name },
            'A document cannot be opened yet',
          )
        }
        this.#deny(DENIALS.unavailable)
        await this.#pause(Math.min(RETRY_LONGEST_MS, RETRY_FIRST_MS * 2 ** Math.min(failures, 8)))
      }
    }
  }

  #onceAsked(tell: () => Promise<void> | null): Promise<void> | null {
    if (this.#waiting.some(askedFor)) return tell()
    return this.#question.wait().then(() => tell() ?? undefined)
  }

  /** Answers a client that has nothing with what is stored. Gives when that has left; null when it did not. */
  #tellStored(arriving: Arriving, actor: Actor, room: Admission['room']): Promise<void> | null {
    const asked = this.#waiting.findIndex((frame) => askedFor(frame) === 'all')
    const roles = room.workspace.rolesOf(actor.id) ?? []
    const rights = rightsOn(room.workspace, this.document, { ...actor, roles })
    if (this.ended || this.#told || asked === -1 || rights === 'none') return null
    const [question] = this.#waiting.splice(asked, 1)
    const bytes = must(question, 'question').body.arr.byteLength
    this.#waitingBytes -= bytes
    this.socket.letGo(bytes)
    this.#told = arriving
    return this.#sendStored(framesOf(this.address, arriving.stored, rights !== 'write'))
  }

  /** The first two frames are most of it: they leave before a long log is made into frames. */
  async #sendStored(frames: Iterable<Uint8Array>): Promise<void> {
    let sent = 0
    for (const frame of frames) {
      if (this.ended) return
      this.socket.send(frame)
      sent += 1
      if (sent === 2) await this.socket.drained(LEAVING_MAX_MS)
    }
    await this.socket.drained(LEAVING_MAX_MS)
  }

  #enter(admission: Admission, authFrame: Uint8Array): void {
    this.#admission = admission
    this.#actor = admission.actor
    this.judgeAnew()
    if (this.ended) return
    admission.prose.readers.add(this)
    this.socket.recognise(admission.identity, admission.token)
    this.#client = admission.room.hocuspocus.handleConnection(this, REQUEST, { attachment: this })
    // The socket watches over its own life, once for all its documents.
    clearInterval(this.#client.pingInterval)
    this.#client.handleMessage(authFrame)
  }

  /** Called by Hocuspocus when it has made its connection. */
  opened(connection: Connection): void {
    if (this.ended) return
    this.#connection = connection
    // With one address for all, Hocuspocus encodes what everyone gets once; `Outgoing` puts the own one on it.
    connection.sessionId = null
    this.#admitted.release()
    this.#phase = 'open'
    this.#tellRights()
    if (this.#told) this.writer.goOn(this.#told)
    const waiting = this.#waiting
    this.#stopWaiting()
    for (const frame of waiting) this.receive(frame)
    this.#wakeAll()
  }

  /** Takes a frame for this document. */
  receive(frame: Frame): void {
    if (this.#phase === 'ended') return
    if (frame.type === FRAME.close) return this.end()
    if (this.#phase === 'opening') {
      // Asked again while storage is down: try at once.
      if (frame.type === FRAME.auth) this.#wakeAll()
      else {
        this.#wait(frame)
        if (askedFor(frame)) this.#question.end()
      }
      return
    }
    if (!this.#handle(frame))
      this.socket.refuseFrame(`A frame of type ${frame.type} cannot be read.`)
  }

  #handle(frame: Frame): boolean {
    switch (frame.type) {
      case FRAME.sync:
      case FRAME.syncReply:
        return this.writer.receive(frame)
      case FRAME.awareness:
        // What cannot be shown is not worth a connection.
        this.presence.receive(frame.body)
        return true
      case FRAME.queryAwareness:
        this.presence.tell()
        return true
      case FRAME.stateless:
        return receiveStateless(this, frame.body)
      case FRAME.auth:
        this.send(authenticatedFrame(this.address, this.readOnly))
        return true
      default:
        return false
    }
  }

  #stopWaiting(): void {
    this.socket.letGo(this.#waitingBytes)
    this.#waiting = []
    this.#waitingBytes = 0
  }

  #wait(frame: Frame): void {
    const bytes = frame.body.arr.byteLength
    this.#waitingBytes += bytes
    this.#waiting.push(frame)
    const hasRoom = this.socket.keep(bytes)
    if (
      !hasRoom ||
      this.#waiting.length > WAITING_MAX_FRAMES ||
      this.#waitingBytes > WAITING_MAX_BYTES
    ) {
      // The client has everything that is dropped here, and sends it again on its return.
      this.socket.restart('Too much is waiting for a document that is still being opened.')
    }
  }

  /**
   * Sends a frame of this document: at once, or when storage holds what it tells of (I1). Hocuspocus calls this too.
   */
  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    if (this.#phase === 'ended') return
    const frame = data as Uint8Array
    if (this.#outgoing.isDenial(frame)) {
      // Hocuspocus failed on somebody who was let in: that must not look like a judgement.
      return this.socket.restart('A document could not be opened.')
    }
    this.#outgoing.send(frame, this.#admission?.prose ?? null)
  }

  #deny(reason: Denial): void {
    if (!this.ended) this.socket.send(deniedFrame(this.address, reason))
  }

  /** Sends a message, as text or in UTF-8. */
  sendStateless(payload: string | Uint8Array): void {
    if (typeof payload === 'string' || payload.byteLength < LARGE_BYTES) {
      return this.send(statelessFrame(this.address, payload))
    }
    if (!this.ended) {
      this.socket.sendShared(statelessHead(this.address, payload.byteLength), payload)
    }
  }

  committed(batch: number): void {
    this.#outgoing.committed(batch)
  }

  /**
   * Looks again at what the client may do here: a story, a team or somebody's roles changed. Who may not read any more
   * is told that there is no such document; who may not write any more keeps it, and is told so.
   */
  judgeAnew(): void {
    if (this.ended || !this.#actor) return
    const { workspace } = this.room
    this.#actor = { ...this.#actor, roles: workspace.rolesOf(this.#actor.id) ?? [] }
    this.#rights = rightsOn(workspace, this.document, this.#actor)
    if (this.#rights === 'none') {
      this.#deny(DENIALS.notFound)
      this.end()
    } else {
      this.#tellRights()
    }
  }

  #tellRights(): void {
    if (!this.#connection || this.#connection.readOnly === this.readOnly) return
    this.#connection.readOnly = this.readOnly
    // Whose editor is too old was told so: to be let in, to read only, would take that back.
    if (!this.#tooOld) this.send(authenticatedFrame(this.address, this.readOnly))
  }

  schemaRaised(version: number): void {
    const declared = this.#admission?.schema ?? null
    if (this.#tooOld || declared === null || declared >= version) return
    this.#tooOld = true
    this.#deny(DENIALS.editorTooOld)
  }

  versionsChanged(): void {
    this.sendStateless(VERSIONS_CHANGED)
  }

  /** Waits until what the client had to say about this document has been judged, at most this long (ms). */
  async settled(timeoutMs: number): Promise<void> {
    const end = performance.now() + timeoutMs
    while (!this.ended && !(this.#phase === 'open' && this.writer.exchanged)) {
      const left = end - performance.now()
      if (left <= 0) return
      await this.#pause(left)
    }
  }

  // The face that Hocuspocus sees.

  get readyState(): number {
    return this.ended || !this.socket.isOpen ? 3 : 1
  }

  close(): void {
    this.end()
  }

  /** Ends the document on this socket; the others go on. */
  end(): void {
    if (this.ended) return
    this.#phase = 'ended'
    this.socket.forget(this)
    this.#stopWaiting()
    this.#question.end()
    this.writer.end()
    const admission = this.#admission
    if (admission) {
      admission.prose.readers.delete(this)
      admission.room.sessions.closed(this.name)
      admission.room.lists.unsubscribe(this)
      this.#client?.handleClose({ code: 1000, reason: '' })
      this.presence.end()
      admission.release()
      admission.leave()
    }
    this.#wakeAll()
  }

  #wakeAll(): void {
    const wake = [...this.#wake]
    this.#wake.clear()
    for (const callback of wake) callback()
  }

  /** Waits, at most until something about this attachment changes. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms)
      function done() {
        clearTimeout(timer)
        resolve()
      }
      this.#wake.add(done)
    })
  }
}
