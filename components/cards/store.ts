import { useSyncExternalStore } from 'react'

/** A value with listeners, so that a card can follow the one fact it shows and render for nothing else. */
export interface Store<T extends object> {
  get(): T
  set(change: Partial<T>): void
  subscribe(listener: () => void): () => void
}

/** Makes a store. Setting what is already there tells nobody. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(change) {
      const keys = Object.keys(change) as (keyof T)[]
      if (keys.every((key) => Object.is(value[key], change[key]))) return
      value = { ...value, ...change }
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Reads one fact of a store; renders again only when it changes. `pick` must give a stable value. */
export function useStore<T extends object, R>(store: Store<T>, pick: (value: T) => R): R {
  const read = () => pick(store.get())
  return useSyncExternalStore(store.subscribe, read, read)
}
