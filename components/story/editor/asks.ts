import { createStore, type Store } from './store.ts'

/** What a key asks of the chrome of a block: its menu, or the choice of who owns a question. */
export interface Ask {
  readonly what: 'menu' | 'owner'
  /** Where the block is. */
  readonly pos: number
}

export type Asks = Store<Ask | null>

export function createAsks(): Asks {
  return createStore<Ask | null>(null)
}
