/** Of the time that passes, one part in this many is for what comes in. */
const SHARE = 4
/** Nothing waits longer, ms. */
const LONGEST = 400

/**
 * Takes things in one by one while that is quick, and in bundles when it is not, so that whoever is typing comes first:
 * after each taking in, what comes waits three times as long as it took.
 */
export class Pace<T> {
  readonly #take: (things: readonly T[]) => void
  #waiting: T[] = []
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(take: (things: readonly T[]) => void) {
    this.#take = take
  }

  add(thing: T): void {
    this.#waiting.push(thing)
    if (this.#timer === null) this.#takeIn()
  }

  /** Takes in what waits, now. */
  flush(): void {
    if (this.#waiting.length > 0) this.#takeIn()
  }

  /** Drops what waits. */
  close(): void {
    this.#waiting = []
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #takeIn(): void {
    const things = this.#waiting
    this.#waiting = []
    const start = performance.now()
    try {
      this.#take(things)
    } finally {
      this.#rest(performance.now() - start)
    }
  }

  #rest(took: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    const pause = Math.min(LONGEST, took * (SHARE - 1))
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.flush()
    }, pause)
  }
}
