import type { Action } from './action.ts'

/** Where an action belongs; the nearest one wins a key that several have. */
export type Layer = 'app' | 'page' | 'focus'
const LAYERS: readonly Layer[] = ['app', 'page', 'focus']

/** Actions on offer together, about the same target. Mutable on purpose: a moved focus must not register anew. */
export interface Offer<Target = unknown> {
  actions: readonly Action<Target>[]
  /** Null: there is nothing to act on now; the actions are listed among the keys and cannot run. */
  target: Target | null
  /** What they are about, as the palette's heading: `ST-42`. */
  about: string | null
  layer: Layer
}

export interface Registry {
  /** Puts an offer up; call the result to take it down. */
  add(offer: Offer): () => void
  /** Says that an offer has something to act on now that had nothing. */
  awoke(): void
  /** Calls back when there is more on offer than before; call the result to end that. */
  onMore(listener: () => void): () => void
  /** The offers, nearest first: focus before page before app, and the latest first within each. */
  offers(): readonly Offer[]
}

/** Makes a registry of the actions on offer now. The app has one, `registry`. */
export function createRegistry(): Registry {
  let offers: Offer[] = []
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return {
    add(offer) {
      offers = [offer, ...offers]
      tell()
      return () => {
        offers = offers.filter((other) => other !== offer)
      }
    },
    awoke: tell,
    onMore(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    offers: () => [...offers].sort((a, b) => LAYERS.indexOf(b.layer) - LAYERS.indexOf(a.layer)),
  }
}

export const registry = createRegistry()
