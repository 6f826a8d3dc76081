import type { EventType, StoryEvent } from '#lib/domain/event.ts'
import { areaList, teamList } from '#lib/domain/lists.ts'

/** The events that put a story on a list or take it off; a fold over these is complete but for stories that never left the area. */
export const PLACE_EVENTS = [
  'StoryAssigned',
  'StoryReassigned',
  'StorySentBack',
  'StoryTrashed',
  'StoryRestored',
  'StoryPurged',
] as const satisfies readonly EventType[]

/**
 * Which lists stories have left, and when: a list that catches up is told of those it may still hold, and of no others,
 * since the lists of private teams are nobody else's business.
 */
export class Places {
  readonly #area: string
  /** The lists of stories that are not, or not only, in the area. */
  readonly #list = new Map<string, string>()
  readonly #departures = new Map<string, Map<string, number>>()

  constructor(workspace: string) {
    this.#area = areaList(workspace)
  }

  /** Takes an event, in the order of the log. */
  take(event: StoryEvent): void {
    const { story, seq } = event
    switch (event.type) {
      case 'StoryAssigned':
        return this.#move(story, teamList(event.team), seq)
      case 'StoryReassigned':
        return this.#move(story, teamList(event.to.team), seq)
      case 'StorySentBack':
        return this.#move(story, this.#area, seq)
      case 'StoryTrashed':
        return this.#depart(story, this.#listOf(story), seq)
      case 'StoryRestored':
        this.#departures.get(this.#listOf(story))?.delete(story)
        return
      case 'StoryPurged':
        // It was in the trash, so that it has left its list already; its id is never given again.
        this.#list.delete(story)
        return
      default:
        return
    }
  }

  /** Gives the stories that left a list after `since` and have not come back. */
  *leftSince(list: string, since: number): Generator<string> {
    for (const [story, seq] of this.#departures.get(list) ?? []) if (seq > since) yield story
  }

  #move(story: string, to: string, seq: number): void {
    this.#depart(story, this.#listOf(story), seq)
    this.#departures.get(to)?.delete(story)
    this.#list.set(story, to)
  }

  #depart(story: string, list: string, seq: number): void {
    let departures = this.#departures.get(list)
    if (!departures) this.#departures.set(list, (departures = new Map()))
    departures.set(story, seq)
  }

  #listOf(story: string): string {
    return this.#list.get(story) ?? this.#area
  }
}
