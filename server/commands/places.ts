import type { EventType, StoryEvent } from '#lib/domain/event.ts'
import { areaList, filedList, teamList } from '#lib/domain/lists.ts'

/** The events that put a story on a list or take it off; a fold over these is complete but for stories that never left the area. */
export const PLACE_EVENTS = [
  'StoryMoved',
  'StoryAssigned',
  'StoryReassigned',
  'StorySentBack',
  'StoryStepped',
  'StoryFiled',
  'StoryTrashed',
  'StoryRestored',
  'StoryPurged',
] as const satisfies readonly EventType[]

/**
 * Which lists stories have left, and when: a list that catches up is told of those it may still hold, and of no others,
 * since the lists of private teams are nobody else's business.
 */
export class Places {
  readonly #workspaceId: string
  /** The teams of the stories that are not, or not only, in the area. */
  readonly #teams = new Map<string, string | null>()
  readonly #filed = new Set<string>()
  readonly #departures = new Map<string, Map<string, number>>()

  constructor(workspace: string) {
    this.#workspaceId = workspace
  }

  /** Takes an event, in the order of the log. */
  take(event: StoryEvent): void {
    const { story, seq } = event
    switch (event.type) {
      case 'StoryAssigned':
        return this.#move(story, event.team, seq)
      case 'StoryReassigned':
        return this.#move(story, event.to.team, seq)
      case 'StorySentBack':
        return this.#move(story, null, seq)
      case 'StoryMoved':
      case 'StoryStepped':
        if (this.#filed.has(story)) this.#move(story, this.#teamOf(story), seq)
        return
      case 'StoryFiled':
        this.#depart(story, seq)
        this.#filed.add(story)
        return this.#arrive(story)
      case 'StoryTrashed':
        return this.#depart(story, seq)
      case 'StoryRestored':
        this.#filed.delete(story)
        return this.#arrive(story)
      case 'StoryPurged':
        // It was in the trash, so that it has left its list already; its id is never given again.
        this.#teams.delete(story)
        this.#filed.delete(story)
        return
      default:
        return
    }
  }

  /** Gives the stories that left a list after `since` and have not come back. */
  *leftSince(list: string, since: number): Generator<string> {
    for (const [story, seq] of this.#departures.get(list) ?? []) if (seq > since) yield story
  }

  /** To a team, or to the refinement area (null). */
  #move(story: string, to: string | null, seq: number): void {
    this.#depart(story, seq)
    this.#filed.delete(story)
    this.#teams.set(story, to)
    this.#arrive(story)
  }

  #depart(story: string, seq: number): void {
    const list = this.#listOf(story)
    let departures = this.#departures.get(list)
    if (!departures) this.#departures.set(list, (departures = new Map()))
    departures.set(story, seq)
  }

  #arrive(story: string): void {
    this.#departures.get(this.#listOf(story))?.delete(story)
  }

  #teamOf(story: string): string | null {
    return this.#teams.get(story) ?? null
  }

  #listOf(story: string): string {
    const team = this.#teamOf(story)
    if (this.#filed.has(story)) return filedList(team ?? this.#workspaceId)
    return team === null ? areaList(this.#workspaceId) : teamList(team)
  }
}
