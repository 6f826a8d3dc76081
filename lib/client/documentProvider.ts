import { HocuspocusProvider, type HocuspocusProviderConfiguration } from '@hocuspocus/provider'
import { createDecoder, readVarInt, readVarString, readVarUint } from 'lib0/decoding'
import { transact } from 'yjs'
import { newId } from './id.ts'
import { Pace } from './pace.ts'

/** The numbers of Hocuspocus's frames and of Yjs's sync messages that matter here. */
const SYNC = 0
const SYNC_STATUS = 8
const STEP_ONE = 0
const UPDATE = 2
const OPEN = 1

export interface Saving {
  /** How many local edits the document contains by now. */
  edits(): number
  /** The server has committed the first `edits` of them. */
  saved(edits: number): void
  /** The server does not take what this connection wrote. */
  refused(): void
  /** Everything the document contains is sent on this connection; the server judges commands after it. */
  sent(): void
}

/**
 * Hocuspocus's provider with an exact account of what is saved. The server answers each of our sync frames (the reply
 * to its "step one", and every update after it) with one SyncStatus, in order, once it is committed (I1). The
 * provider's own counter is not used: it starts at one whatever is open, and it sends edits made offline twice.
 */
export class DocumentProvider extends HocuspocusProvider {
  readonly #saving: Saving
  /** For each sync frame without an answer: the number of edits that it and those before it carry. */
  #underWay: number[] = []
  #hasReplied = false
  /** In a long text each edit of somebody else takes the editor a while: those that come meanwhile are taken in together. */
  readonly #others = new Pace<MessageEvent>((events) => {
    transact(this.document, () => events.forEach((event) => super.onMessage(event)), this)
  })

  constructor(configuration: HocuspocusProviderConfiguration, saving: Saving) {
    super({ ...configuration, sessionAwareness: true })
    this.#saving = saving
  }

  /** True when everything the document contains is on this connection or was before. */
  get hasSentAll(): boolean {
    return this.#hasReplied && this.#isOpen
  }

  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    // Before our reply to the server's step one there is nothing to send: the reply will contain this edit.
    if (origin === this || !this.#hasReplied || !this.#isOpen) return
    super.documentUpdateHandler(update, origin)
    this.#underWay.push(this.#saving.edits())
  }

  override send(...[message, args]: Parameters<HocuspocusProvider['send']>): void {
    // Never into the queue for a later connection: that one starts with a handshake, which says everything anew.
    if (this.#isOpen) super.send(message, args)
  }

  override onMessage(event: MessageEvent): void {
    const frame = readFrame(event.data as ArrayBuffer)
    if (frame === 'update') return this.#others.add(event)
    // What is exchanged as a whole builds on what came before it.
    if (frame === 'stepOne' || frame === 'stepTwo') this.#others.flush()
    super.onMessage(event)
    if (frame === 'stepOne') {
      this.#hasReplied = true
      this.#underWay.push(this.#saving.edits())
      this.#saving.sent()
    } else if (frame === 'saved') {
      const edits = this.#underWay.shift()
      if (edits !== undefined) this.#saving.saved(edits)
    } else if (frame === 'refused') {
      this.#underWay.shift()
      this.#saving.refused()
    }
  }

  override async onOpen(event: Event): Promise<void> {
    this.#forget()
    await super.onOpen(event)
  }

  override onClose(): void {
    this.#others.flush()
    this.#forget()
    super.onClose()
  }

  override destroy(): void {
    this.#others.close()
    super.destroy()
  }

  /**
   * Asks anew for a document that the server closed or could not open, on the same socket. Under a new address: an
   * answer to what was sent before must not count for what is sent now.
   */
  openAgain(): void {
    if (!this.isAttached) return
    this.detach()
    this.sessionId = newId()
    this.attach()
  }

  #forget(): void {
    this.#underWay = []
    this.#hasReplied = false
  }

  get #isOpen(): boolean {
    return this.configuration.websocketProvider.webSocket?.readyState === OPEN
  }
}

type Frame = 'stepOne' | 'stepTwo' | 'update' | 'saved' | 'refused'

function readFrame(bytes: ArrayBuffer): Frame | null {
  try {
    const decoder = createDecoder(new Uint8Array(bytes))
    readVarString(decoder)
    const type = readVarUint(decoder)
    if (type === SYNC) {
      const step = readVarUint(decoder)
      return step === STEP_ONE ? 'stepOne' : step === UPDATE ? 'update' : 'stepTwo'
    }
    if (type === SYNC_STATUS) return readVarInt(decoder) === 1 ? 'saved' : 'refused'
    return null
  } catch {
    return null
  }
}
