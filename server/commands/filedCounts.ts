import { homeListOf } from '#lib/domain/lists.ts'
import { isFiled, type Story } from '#lib/domain/story.ts'
import type { Filed } from '#lib/schema/wire.ts'

const WAYS = ['places', 'themes', 'personas'] as const satisfies readonly (keyof Filed)[]
type Counts = Record<(typeof WAYS)[number], Map<string, number>>

/** How many closed stories of each list were filed (CL4), so that whoever has only the list can say how many there are. */
export class FiledCounts {
  readonly #workspaceId: string
  readonly #lists = new Map<string, Counts>()

  constructor(workspaceId: string) {
    this.#workspaceId = workspaceId
  }

  /** Takes what became of a story; undefined and null: it is not there. */
  take(before: Story | undefined, after: Story | null): void {
    if (before) this.#add(before, -1)
    if (after) this.#add(after, 1)
  }

  /** Gives what the header of a list says of them; nothing where none are. */
  of(list: string): { readonly filed?: Filed } {
    const counts = this.#lists.get(list)
    if (!counts || counts.places.size === 0) return {}
    const { places, themes, personas } = counts
    return {
      filed: {
        places: Object.fromEntries(places),
        themes: Object.fromEntries(themes),
        personas: Object.fromEntries(personas),
      },
    }
  }

  #add(story: Story, by: 1 | -1): void {
    if (!isFiled(story) || story.trashedAt !== null) return
    const list = homeListOf(story, this.#workspaceId)
    let counts = this.#lists.get(list)
    if (!counts) {
      counts = { places: new Map(), themes: new Map(), personas: new Map() }
      this.#lists.set(list, counts)
    }
    const { theme, persona } = story
    const keys = { places: story.stage ?? story.step, themes: theme, personas: persona }
    for (const way of WAYS) {
      const key = keys[way]
      if (key === null) continue
      const count = (counts[way].get(key) ?? 0) + by
      if (count > 0) counts[way].set(key, count)
      else counts[way].delete(key)
    }
  }
}
