/** What comes within this time is shown together: a long paste by anyone, ms. */
const GATHER = 50

/** Shows what the server says: the first at once, what follows closely together. */
export class Gathering {
  readonly #show: () => void
  #timer: ReturnType<typeof setTimeout> | null = null
  #hasMore = false

  constructor(show: () => void) {
    this.#show = show
  }

  /** Something is to be shown. `now`: it does not wait for what may follow. */
  add({ now }: { readonly now: boolean }): void {
    if (this.#timer === null) {
      this.#show()
      this.#wait()
      return
    }
    this.#hasMore = true
    if (now) this.#show()
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #wait(): void {
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (!this.#hasMore) return
      this.#hasMore = false
      this.#show()
      this.#wait()
    }, GATHER)
  }
}
