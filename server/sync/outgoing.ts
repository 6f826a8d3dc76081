import { addressHeader, FRAME, PERMISSION_DENIED } from './frames.ts'

/** How far the document that frames tell of is committed. */
export interface Progress {
  /** It holds what storage does not. */
  readonly dirty: boolean
  /** The batch that all of it will be committed with. */
  readonly newestBatch: number
}

/**
 * The frames of one document on one socket, on their way out. What tells of content (an acknowledgement, a peer's
 * edit, the content itself) must not leave before storage holds it (I1, and the ground of `write.ts`: nobody but its
 * author ever has an edit that storage lacks). Order is kept among those; the others go at once.
 */
export class Outgoing {
  readonly #leave: (frame: Uint8Array) => void
  /** The address with its length: how every frame begins. */
  readonly #header: Uint8Array
  readonly #typeAt: number
  /** Where the type stands in a frame that is addressed with the document's name alone. */
  readonly #sharedTypeAt: number
  readonly #held: { readonly batch: number; readonly frame: Uint8Array }[] = []

  /** `name` is the address without a client's session suffix; `leave` puts a frame on the wire. */
  constructor(address: string, name: string, leave: (frame: Uint8Array) => void) {
    this.#leave = leave
    this.#header = addressHeader(address)
    this.#typeAt = this.#header.length
    this.#sharedTypeAt = addressHeader(name).length
  }

  send(frame: Uint8Array, document: Progress | null): void {
    const own = this.#isShared(frame) ? this.#readdress(frame) : frame
    if (document && this.#isContent(own) && (document.dirty || this.#held.length > 0)) {
      this.#held.push({ batch: document.newestBatch, frame: own })
    } else {
      this.#leave(own)
    }
  }

  /** Lets go of every frame that waited for a batch up to this one, in order. */
  committed(batch: number): void {
    const later = this.#held.findIndex((one) => one.batch > batch)
    const due = this.#held.splice(0, later === -1 ? this.#held.length : later)
    for (const { frame } of due) this.#leave(frame)
  }

  /** True for Hocuspocus's word that somebody may not open the document. */
  isDenial(frame: Uint8Array): boolean {
    return frame[this.#typeAt] === FRAME.auth && frame[this.#typeAt + 1] === PERMISSION_DENIED
  }

  /**
   * Hocuspocus encodes what everyone gets once, under the document's name. Names are shorter than 128 bytes and than
   * any address with a suffix, so the first byte tells the two apart.
   */
  #isShared(frame: Uint8Array): boolean {
    return this.#sharedTypeAt !== this.#typeAt && frame[0] === this.#sharedTypeAt - 1
  }

  #readdress(frame: Uint8Array): Uint8Array {
    const own = new Uint8Array(this.#typeAt + frame.length - this.#sharedTypeAt)
    own.set(this.#header)
    own.set(frame.subarray(this.#sharedTypeAt), this.#typeAt)
    return own
  }

  #isContent(frame: Uint8Array): boolean {
    const type = frame[this.#typeAt]
    return type === FRAME.sync || type === FRAME.syncReply || type === FRAME.syncStatus
  }
}
