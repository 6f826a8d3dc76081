import type { StoryEvent, WorkspaceEvent } from '../event.ts'
import { assertNever } from '../must.ts'
import { isAdministrator } from '../permissions.ts'
import type { Actor } from '../roles.ts'
import type { Story } from '../story.ts'
import { readsStory, readsTeam, type World } from '../visibility.ts'

type Reader = Pick<Actor, 'id' | 'roles'>

/** The events that say where a story went: what happened in between happened there. */
export const PLACING = ['StoryAssigned', 'StoryReassigned', 'StorySentBack'] as const

/**
 * Which of a story's past its reader may know: all that happened while it was where they could see it, and nothing that
 * names a team they do not know of. Judged by what is visible now, so that whoever leaves a private team takes no more
 * of its past with them. Of a story that was removed for good only administrators read.
 */
export class Past {
  readonly #world: World
  readonly #reader: Reader

  constructor(world: World, reader: Reader) {
    this.#world = world
    this.#reader = reader
  }

  /** True when there is a team whose past is not for this reader: only then `placings` matter. */
  get hasSecrets(): boolean {
    for (const id of this.#world.settings.teams.keys()) if (!this.#reads(id)) return true
    return false
  }

  /**
   * True when the reader may know of an event. `story`: the story it is about as it is now, undefined when it is gone;
   * `placings`: its events of the types PLACING, in any order.
   */
  tells(
    event: WorkspaceEvent,
    story: Story | undefined,
    placings: readonly StoryEvent[] = [],
  ): boolean {
    if (event.story === null) return event.type !== 'TeamSet' || this.#reads(event.to.id)
    if (isAdministrator(this.#reader)) return true
    if (!story || !readsStory(this.#world, story, this.#reader)) return false
    const teams = [teamAt(event.seq, story, placings), ...teamsIn(event)]
    return teams.every((team) => this.#reads(team))
  }

  #reads(team: string | null): boolean {
    return (
      team === null || isAdministrator(this.#reader) || readsTeam(this.#world, team, this.#reader)
    )
  }
}

/** Gives the team on whose backlog a story was right after the event at `seq`; null in the refinement area. */
function teamAt(seq: number, story: Story, placings: readonly StoryEvent[]): string | null {
  let next: StoryEvent | null = null
  for (const placing of placings) {
    if (placing.story !== story.id || placing.seq <= seq) continue
    if (next === null || placing.seq < next.seq) next = placing
  }
  // Until the next move it was where that one took it from; after the last one it is where it is now.
  if (next === null) return story.team
  return next.type === 'StoryReassigned' || next.type === 'StorySentBack' ? next.from.team : null
}

/** Gives the teams that an event about a story names. */
function teamsIn(event: StoryEvent): string[] {
  switch (event.type) {
    case 'StoryAssigned':
    case 'StoryStepped':
      return [event.team]
    case 'StoryReassigned':
      return [event.from.team, event.to.team]
    case 'StorySentBack':
      return [event.from.team]
    case 'StoryCaptured':
    case 'StoryRenamed':
    case 'ThemeSet':
    case 'PersonaSet':
    case 'LabelsSet':
    case 'DependenciesSet':
    case 'StoryDescribed':
    case 'StoryMoved':
    case 'StoryRanked':
    case 'StorySized':
    case 'StoryScheduled':
    case 'ChangeAcknowledged':
    case 'StoryAcknowledged':
    case 'AcknowledgementWithdrawn':
    case 'StoryUpvoted':
    case 'VoteWithdrawn':
    case 'StoryWatched':
    case 'StoryUnwatched':
    case 'StoryMerged':
    case 'StoryTrashed':
    case 'StoryRestored':
    case 'StoryPurged':
      return []
    default:
      return assertNever(event)
  }
}
