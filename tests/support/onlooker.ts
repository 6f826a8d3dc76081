import { isDeepStrictEqual } from 'node:util'
import { isInArea } from './inArea.ts'
import type { Story } from '#lib/domain/story.ts'
import { Browser, type Opened, type Told, type TestServer } from './sync.ts'

/** A member who only subscribes, and writes down everything the server says about the refinement area. */
export class Onlooker {
  readonly #told: Told[][] = []
  #browser: Browser | null = null

  watch(server: TestServer): void {
    this.leave()
    this.#browser = new Browser(server, 'ana', 'onlooker')
    const area: Opened = this.#browser.open('area:w1')
    this.#told.push(area.messages)
    area.provider.on('authenticated', () =>
      area.provider.sendStateless(JSON.stringify({ subscribe: { since: null } })),
    )
  }

  leave(): void {
    this.#browser?.leave()
    this.#browser = null
  }

  /** Gives every message that does not say exactly what the events up to its number amount to (I4, I8). */
  disagreements(stages: readonly ReadonlyMap<string, Story>[]): string[] {
    const found: string[] = []
    for (const { snapshot, changes } of this.#told.flat()) {
      for (const story of snapshot?.items ?? []) {
        if (!isDeepStrictEqual(stages[snapshot!.seq]?.get(story.id), story)) {
          found.push(`the snapshot of ${snapshot!.seq} differs in ${story.id}`)
        }
      }
      for (const { seq, set, gone } of changes ?? []) {
        for (const [id, story] of Object.entries(set)) {
          if (!isDeepStrictEqual(stages[seq]?.get(id), story))
            found.push(`change ${seq} differs in ${id}`)
        }
        for (const id of gone) {
          const story = stages[seq]?.get(id)
          if (story && isInArea(story)) found.push(`change ${seq} lost ${id}`)
        }
      }
    }
    return found
  }
}
