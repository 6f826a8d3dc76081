/** A document is not kept from others for longer than this, in ms, because one of them has not said yet what it lacks. */
const ASKING_MAX_MS = 50

/**
 * A client asks for what it lacks right behind its token, in a frame of its own: storage may be faster than that. To take a
 * long document apart before the question would cost the client ten times the wait.
 */
export class Question {
  #come: (() => void) | null = null

  /** Waits until it comes, but not for long. */
  async wait(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ASKING_MAX_MS)
      this.#come = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#come = null
  }

  /** To be called when it has come, or never will. */
  end(): void {
    this.#come?.()
  }
}
