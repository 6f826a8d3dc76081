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

/** Calls `then` with a value once there is one, at once where it is there already. Gives the function that waits no more. */
export function onceSet<T>(readable: Readable<T | null>, then: (value: T) => void): () => void {
  const now = readable.get()
  if (now !== null) {
    then(now)
    return () => {}
  }
  const stop = readable.subscribe(() => {
    const value = readable.get()
    if (value === null) return
    stop()
    then(value)
  })
  return stop
}

/** Gives what both have, one after the other. */
export function joined<T>(
  first: Readable<readonly T[]>,
  second: Readable<readonly T[]>,
): Readable<readonly T[]> {
  return {
    get: () => [...first.get(), ...second.get()],
    subscribe: (listener) => {
      const stops = [first.subscribe(listener), second.subscribe(listener)]
      return () => stops.forEach((stop) => stop())
    },
  }
}
