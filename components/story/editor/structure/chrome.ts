import type { Node } from '@tiptap/pm/model'
import type { Readable } from '#lib/client/client.ts'
import { createStore, type Store } from '../store.ts'

/** What is drawn in a block beside its words: a label, a standing, buttons. The block keeps the place, React fills it. */
export interface Chrome {
  readonly key: string
  readonly element: HTMLElement
  /** The block as it is now. */
  readonly node: Readable<Node>
  /** Where it is now; undefined when it is gone. */
  readonly place: () => number | undefined
}

/** The chrome of all blocks of one editor. */
export interface Chromes extends Readable<readonly Chrome[]> {
  /** Called by a block when it is drawn. Gives where to tell of its changes, and what to call when it goes. */
  open(
    element: HTMLElement,
    node: Node,
    place: () => number | undefined,
  ): { readonly node: Store<Node>; readonly close: () => void }
}

export function createChromes(): Chromes {
  const all = createStore<readonly Chrome[]>([])
  let opened = 0
  return {
    get: all.get,
    subscribe: all.subscribe,
    open(element, first, place) {
      const node = createStore(first)
      const chrome: Chrome = { key: `chrome-${(opened += 1)}`, element, node, place }
      all.set([...all.get(), chrome])
      return { node, close: () => all.set(all.get().filter((other) => other !== chrome)) }
    },
  }
}
