import * as decoding from 'lib0/decoding'
import type { Logger } from 'pino'
import { applyUpdate, encodeStateAsUpdate, encodeStateVector, getState } from 'yjs'
import type { Attachment } from './attachment.ts'
import { FRAME, type Frame, STEP, syncFrame, syncStatusFrame } from './frames.ts'
import { type Judgement, judgeUpdate } from './judgeUpdate.ts'
import { WAITING_MAX_BYTES, WAITING_MAX_FRAMES } from './limits.ts'
import { dropUnfinished } from './load.ts'

/**
 * The sync messages of one document on one socket. Each is handled in the turn it arrives, in the order of the
 * socket, so that a command judged afterwards sees everything its author typed before it (RD5).
 *
 * Nothing is applied that would leave the document waiting for edits it does not have. What builds on such edits is
 * kept while the client is asked for them (which is also how a document that is typed into before its first exchange
 * comes together), and is refused when they do not come.
 */
export class Writer {
  readonly #attachment: Attachment
  readonly #log: Logger
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  #exchanged = false
  readonly #onExchanged = new Set<() => void>()

  constructor(attachment: Attachment, log: Logger) {
    this.#attachment = attachment
    this.#log = log
  }

  /** Everything the client had when it opened the document has been judged. */
  get exchanged(): boolean {
    return this.#exchanged
  }

  /** Calls back once, when the exchange is over. */
  whenExchanged(callback: () => void): void {
    if (this.#exchanged) callback()
    else this.#onExchanged.add(callback)
  }

  /** Takes a sync message. Gives false when it cannot be read. */
  receive({ type, body }: Frame): boolean {
    let step: number
    let payload: Uint8Array
    try {
      step = decoding.readVarUint(body)
      payload = decoding.readVarUint8Array(body)
    } catch {
      return false
    }
    switch (step) {
      case STEP.one:
        return this.#answer(payload, { ask: type !== FRAME.syncReply })
      case STEP.two:
        this.#write(payload, { last: true })
        this.#endExchange()
        return true
      case STEP.update:
        this.#write(payload, { last: false })
        return true
      default:
        return false
    }
  }

  /** Gives the client what it lacks, and asks for what the server lacks. */
  #answer(stateVector: Uint8Array, { ask }: { ask: boolean }): boolean {
    const { prose, address } = this.#attachment
    let update: Uint8Array
    try {
      update = encodeStateAsUpdate(prose.document, stateVector)
    } catch {
      return false
    }
    if (ask) this.#askForMissing()
    this.#attachment.send(syncFrame(address, STEP.two, update))
    return true
  }

  #askForMissing(): void {
    const { prose, address } = this.#attachment
    this.#attachment.send(syncFrame(address, STEP.one, encodeStateVector(prose.document)))
  }

  /** `last`: nothing more will come that could fill a gap. */
  #write(update: Uint8Array, { last }: { last: boolean }): void {
    const attachment = this.#attachment
    if (attachment.readOnly) {
      attachment.send(syncStatusFrame(attachment.address, isEmpty(update)))
      return
    }
    if (attachment.prose.overfull) {
      // Their author keeps them, and brings them back with the next connection.
      return attachment.socket.restart('Too many edits wait for storage.')
    }
    const judgement = this.#judge(update)
    switch (judgement.kind) {
      case 'nothing':
        return this.#acknowledge(true)
      case 'welcome':
        return this.#acknowledge(this.#apply(update, judgement.candidates))
      case 'malformed':
        return this.#acknowledge(false)
      case 'foreign':
        this.#acknowledge(false)
        return attachment.refuseEdit('foreignClient', FOREIGN)
      case 'gap':
        if (!last && this.#keep(update)) return
        // What does fit is taken; the rest is not saved, and the client is told so.
        this.#apply(update, judgement.candidates)
        this.#acknowledge(false)
        return attachment.refuseEdit('missingEdits', MISSING)
    }
  }

  #judge(update: Uint8Array): Judgement {
    const { prose, identity } = this.#attachment
    return judgeUpdate(update, identity.user.id, {
      clockOf: (client) => getState(prose.document.store, client),
      ownerOf: (client) => prose.owners.get(client),
    })
  }

  /** Gives whether all of it went in. */
  #apply(update: Uint8Array, candidates: readonly number[]): boolean {
    const { prose, identity, connection } = this.#attachment
    prose.writing = { by: identity.user.id, candidates }
    try {
      applyUpdate(prose.document, update, { source: 'connection', connection })
      return !dropUnfinished(prose.document)
    } catch (error) {
      this.#log.error({ err: error, document: prose.name }, 'An update broke while it was applied')
      dropUnfinished(prose.document)
      return false
    } finally {
      prose.writing = null
    }
  }

  /** Keeps an update until the client has sent what it builds on. Gives false when there is no more room. */
  #keep(update: Uint8Array): boolean {
    if (this.#waiting.length >= WAITING_MAX_FRAMES) return false
    if (this.#waitingBytes + update.byteLength > WAITING_MAX_BYTES) return false
    this.#waiting.push(update)
    this.#waitingBytes += update.byteLength
    if (this.#exchanged) {
      this.#exchanged = false
      this.#askForMissing()
    }
    return true
  }

  #endExchange(): void {
    const waiting = this.#waiting
    this.#waiting = []
    this.#waitingBytes = 0
    for (const update of waiting) this.#write(update, { last: true })
    this.#exchanged = true
    for (const callback of this.#onExchanged) callback()
    this.#onExchanged.clear()
  }

  #acknowledge(saved: boolean): void {
    this.#attachment.send(syncStatusFrame(this.#attachment.address, saved))
  }
}

/** True for the update of a document without content: it asks for nothing to be written. */
function isEmpty(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0
}

const FOREIGN =
  'This edit was made in the name of another person, so it was not saved. It is still on this device; reload the page and make it again.'
const MISSING =
  'This edit builds on others that have not reached the server, so it was not saved. It is still on this device; reload the page to send everything.'
