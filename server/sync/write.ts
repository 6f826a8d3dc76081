import * as decoding from 'lib0/decoding'
import type { Logger } from 'pino'
import { applyUpdate, encodeStateAsUpdate, encodeStateVector, getState } from 'yjs'
import { recordsSchema } from '#lib/doc/schema.ts'
import { assertNever } from '#lib/domain/must.ts'
import { addsNothing } from './addsNothing.ts'
import type { Arriving } from './asStored.ts'
import type { Attachment } from './attachment.ts'
import { FRAME, type Frame, STEP, syncFrame, syncStatusFrame } from './frames.ts'
import { type Judgement, judgeUpdate } from './judgeUpdate.ts'
import { STATE_VECTOR_MAX_BYTES, WAITING_MAX_BYTES, WAITING_MAX_FRAMES } from './limits.ts'
import { dropUnfinished } from './load.ts'

/** What became of a write. */
interface Verdict {
  readonly saved: boolean
  readonly refusal: { readonly code: string; readonly message: string } | null
}

/** What an update would do, and whether whoever sent it may do that. */
type Finding = Judgement | { readonly kind: 'readOnly' }

/**
 * The sync messages of one document on one socket. Each is handled in the turn it arrives, in the order of the
 * socket, so that a command judged afterwards sees everything its author typed before it (RD5). Every write (a step
 * two or an update) gets one status, in the order of the writes.
 *
 * Nothing is applied that would leave the document waiting for edits it does not have. What builds on such edits is
 * kept while the client is asked for them (which is also how a document that is typed into before its first exchange
 * comes together), and is refused when they do not come.
 */
export class Writer {
  readonly #attachment: Attachment
  readonly #log: Logger
  /** Updates without a status yet: the first builds on missing edits, the others came behind it. */
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  #exchanged = false
  readonly #onExchanged: () => void

  constructor(
    attachment: Attachment,
    { log, onExchanged }: { log: Logger; onExchanged: () => void },
  ) {
    this.#attachment = attachment
    this.#log = log
    this.#onExchanged = onExchanged
  }

  /** Lets go of what waits. */
  end(): void {
    this.#attachment.socket.letGo(this.#waitingBytes)
    this.#waiting = []
    this.#waitingBytes = 0
  }

  /** Everything the client had when it opened the document has been judged. */
  get exchanged(): boolean {
    return this.#exchanged
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
    if (step === STEP.one) return this.#answer(payload, { ask: type !== FRAME.syncReply })
    if (step !== STEP.two && step !== STEP.update) return false
    if (this.#attachment.prose.overfull) {
      // Their author keeps them, and brings them back with the next connection.
      this.#attachment.socket.restart('Too many edits wait for storage.')
    } else if (step === STEP.two) {
      this.#takeRest(payload)
    } else {
      this.#takeUpdate(payload)
    }
    return true
  }

  /** Gives the client what it lacks, and asks for what the server lacks. */
  #answer(stateVector: Uint8Array, { ask }: { ask: boolean }): boolean {
    const { prose, address } = this.#attachment
    if (stateVector.byteLength > STATE_VECTOR_MAX_BYTES) return false
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

  /** Gives a client that was sent what was stored what has come since, and asks for what the server lacks. */
  goOn(told: Arriving): void {
    const { prose, address } = this.#attachment
    if (prose.unchanged !== told) {
      // Of a loading that failed half way nobody knows: then it is all of it.
      const update = encodeStateAsUpdate(prose.document, told.since ?? undefined)
      this.#attachment.send(syncFrame(address, STEP.update, update))
    }
    this.#askForMissing()
  }

  #askForMissing(): void {
    const { prose, address } = this.#attachment
    this.#attachment.send(syncFrame(address, STEP.one, encodeStateVector(prose.document)))
  }

  #takeUpdate(update: Uint8Array): void {
    if (this.#waiting.length > 0) return this.#keep(update)
    const judgement = this.#judge(update)
    if (judgement.kind === 'gap') this.#keep(update)
    else this.#tell(this.#settle(update, judgement))
  }

  /** Takes everything that the server asked for: what still lacks something now lacks it for good. */
  #takeRest(update: Uint8Array): void {
    const rest = this.#settle(update, this.#judge(update))
    const waiting = this.#waiting
    this.end()
    for (const earlier of waiting) this.#tell(this.#settle(earlier, this.#judge(earlier)))
    this.#tell(rest)
    this.#exchanged = true
    this.#onExchanged()
  }

  /** Keeps an update until the client has sent what is missing. */
  #keep(update: Uint8Array): void {
    const { socket } = this.#attachment
    this.#waiting.push(update)
    this.#waitingBytes += update.byteLength
    const hasRoom = socket.keep(update.byteLength)
    if (
      !hasRoom ||
      this.#waiting.length > WAITING_MAX_FRAMES ||
      this.#waitingBytes > WAITING_MAX_BYTES
    ) {
      return socket.restart('Too many edits build on missing ones.')
    }
    if (this.#exchanged) {
      this.#exchanged = false
      this.#askForMissing()
    }
  }

  #judge(update: Uint8Array): Finding {
    const { prose, identity, readOnly } = this.#attachment
    const judgement = judgeUpdate(update, identity.user.id, {
      clockOf: (client) => getState(prose.document.store, client),
      ownerOf: (client) => prose.owners.get(client),
      recordsSchema: (id) => recordsSchema(prose.document, id),
      newestSchema: this.#attachment.socket.rooms.newestSchema,
    })
    if (!readOnly) return judgement
    // Whoever only reads says what they have, too: that is no write while the document has it already.
    const isNothing = judgement.kind === 'nothing' || addsNothing(update, prose.document)
    return { kind: isNothing ? 'nothing' : 'readOnly' }
  }

  #settle(update: Uint8Array, judgement: Finding): Verdict {
    switch (judgement.kind) {
      case 'nothing':
        return { saved: true, refusal: null }
      case 'malformed':
        return { saved: false, refusal: null }
      case 'foreign':
        return { saved: false, refusal: FOREIGN }
      case 'unfit':
        return { saved: false, refusal: UNFIT }
      case 'readOnly':
        return { saved: false, refusal: READ_ONLY }
      case 'welcome':
        return { saved: this.#apply(update, judgement.candidates), refusal: null }
      case 'gap':
        // What does fit is taken; the rest is not saved, and the client is told so.
        this.#apply(update, judgement.candidates)
        return { saved: false, refusal: MISSING }
      default:
        return assertNever(judgement)
    }
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

  #tell({ saved, refusal }: Verdict): void {
    const { address } = this.#attachment
    this.#attachment.send(syncStatusFrame(address, saved))
    if (refusal) this.#attachment.sendStateless(JSON.stringify({ refusedEdit: refusal }))
  }
}

const FOREIGN = {
  code: 'foreignClient',
  message:
    'This edit was made in the name of another person, so it was not saved. It is still on this device; reload the page and make it again.',
}
const UNFIT = {
  code: 'unfitEdit',
  message:
    'This edit holds something that no editor of Sluice writes, or far too much at once, so it was not saved. It is still on this device; reload the page and make it again, in smaller parts.',
}
const READ_ONLY = {
  code: 'readOnly',
  message:
    'You may read this, but not change it, so this edit was not saved. It is still on this device; copy what you want to keep.',
}
const MISSING = {
  code: 'missingEdits',
  message:
    'This edit builds on others that have not reached the server, so it was not saved. It is still on this device; reload the page to send everything.',
}
