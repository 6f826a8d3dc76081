/**
 * The frames of one document on one socket that must not leave before storage holds what they tell of: an
 * acknowledgement, a peer's edit, the content itself (I1, and the ground of `write.ts`: nobody but its author ever has
 * an edit that storage lacks). Order is kept.
 */
export class HeldFrames {
  readonly #frames: { readonly batch: number; readonly frame: Uint8Array }[] = []

  get size(): number {
    return this.#frames.length
  }

  /** Keeps a frame until `batch` is committed. Batches never decrease. */
  keep(batch: number, frame: Uint8Array): void {
    this.#frames.push({ batch, frame })
  }

  /** Gives out every frame that waited for a batch up to this one, in order. */
  release(committed: number, send: (frame: Uint8Array) => void): void {
    const later = this.#frames.findIndex(({ batch }) => batch > committed)
    const due = this.#frames.splice(0, later === -1 ? this.#frames.length : later)
    for (const { frame } of due) send(frame)
  }
}
