import { FRAME, PERMISSION_DENIED } from './frames.ts'

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
  readonly #typeAt: number
  readonly #held: { readonly batch: number; readonly frame: Uint8Array }[] = []

  /** `leave` puts a frame on the wire. */
  constructor(address: string, leave: (frame: Uint8Array) => void) {
    this.#leave = leave
    // The type stands behind the address and its length, which takes one byte up to 127.
    const bytes = Buffer.byteLength(address)
    this.#typeAt = bytes + (bytes < 128 ? 1 : 2)
  }

  send(frame: Uint8Array, document: Progress | null): void {
    if (document && this.#isContent(frame) && (document.dirty || this.#held.length > 0)) {
      this.#held.push({ batch: document.newestBatch, frame })
    } else {
      this.#leave(frame)
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

  #isContent(frame: Uint8Array): boolean {
    const type = frame[this.#typeAt]
    return type === FRAME.sync || type === FRAME.syncReply || type === FRAME.syncStatus
  }
}
