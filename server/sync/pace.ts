/** What everybody who has a document open adds to the time between two tellings, in ms. */
const MS_PER_PERSON = 4
/** Nobody's place is older than this, in ms. */
const TICK_MAX_MS = 1_000

/**
 * When what moves is told on: cursors and carets. All that moved in a tick is told together, each with its newest place,
 * and a tick lasts longer the more people are here: so what one person is told in a second stays the same however many
 * move, and all of it grows with the people and not with their square. The first after a rest is told at once.
 */
export class Pace {
  readonly #crowd: () => number
  readonly #now: () => number
  readonly #waiting = new Map<object, () => void>()
  #toldAt = Number.NEGATIVE_INFINITY
  #timer: NodeJS.Timeout | null = null

  /** `crowd` gives how many people are told; `now` gives ms on a clock that never goes back. */
  constructor(crowd: () => number, now: () => number = () => performance.now()) {
    this.#crowd = crowd
    this.#now = now
  }

  /** Tells of somebody now or with the tick; what waited for the same `who` is outdated by it. */
  tell(who: object, tell: () => void): void {
    this.#waiting.set(who, tell)
    if (this.#timer) return
    const tick = Math.min(TICK_MAX_MS, MS_PER_PERSON * this.#crowd())
    const left = this.#toldAt + tick - this.#now()
    if (left <= 0) return this.#tellAll()
    this.#timer = setTimeout(() => this.#tellAll(), left)
    this.#timer.unref()
  }

  /** What waits about somebody is not told any more. */
  forget(who: object): void {
    this.#waiting.delete(who)
  }

  #tellAll(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#toldAt = this.#now()
    const due = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const tell of due) tell()
  }
}
