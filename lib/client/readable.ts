import type { Readable } from './client.ts'

/** A value that views follow. `get` and `subscribe` may be passed around unbound. */
export class Value<T> implements Readable<T> {
  #value: T
  readonly #listeners = new Set<() => void>()

  constructor(value: T) {
    this.#value = value
  }

  readonly get = (): T => this.#value

  /** Replaces the value and tells every listener, unless it is the same one. */
  set(value: T): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const listener of this.#listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    // Wrapped, so that the same function subscribed twice is two subscriptions.
    const own = () => listener()
    this.#listeners.add(own)
    return () => void this.#listeners.delete(own)
  }
}
