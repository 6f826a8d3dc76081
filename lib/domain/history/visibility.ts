import type { StoryEvent, WorkspaceEvent } from '../event.ts'
import { isPrivateEvent } from '../inbox/event.ts'
import { assertNever } from '../must.ts'
import { isAdministrator } from '../permissions.ts'
import type { Actor } from '../roles.ts'
import { isOfSession } from '../sessions/event.ts'
import type { Story } from '../story.ts'
import { readsStory, readsTeam, type World } from '../visibility.ts'

type Reader = Pick<Actor, 'id' | 'roles'>

/**
 * The events that others are judged by: those that say where a story went, as what happened in between happened there, and
 * those that made a version of one that may be a secret.
 */
export const JUDGED_BY = [
  'StoryAssigned',
  'StoryReassigned',
  'StorySentBack',
  'VersionRestored',
] as const

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
   * `placings`: its events of the types JUDGED_BY, in any order.
   */
  tells(
    event: WorkspaceEvent,
    story: Story | undefined,
    placings: readonly StoryEvent[] = [],
  ): boolean {
    // What a person does to their own inbox is nobody else's business (IN6).
    if (isPrivateEvent(event)) return event.by === this.#reader.id
    if (event.type === 'ViewDefined') return this.#tellsOfView(event)
    if (isOfSession(event)) return this.#reads(event.team)
    if (event.story === null) return event.type !== 'TeamSet' || this.#reads(event.to.id)
    if (isAdministrator(this.#reader)) return true
    if (!story || !readsStory(this.#world, story, this.#reader)) return false
    const teams = [teamAt(event.seq, story, placings), ...teamsIn(event)]
    return [...teams, ...teamsOfVersion(event, story, placings)].every((team) => this.#reads(team))
  }

  /** VW2: one's own is nobody else's business, administrators included. */
  #tellsOfView({ by, from, to }: Extract<WorkspaceEvent, { type: 'ViewDefined' }>): boolean {
    const wasShared = from?.isShared || to?.isShared
    return (wasShared || by === this.#reader.id) && this.#reads((to ?? from)?.backlog ?? null)
  }

  #reads(team: string | null): boolean {
    return (
      team === null || isAdministrator(this.#reader) || readsTeam(this.#world, team, this.#reader)
    )
  }
}

/**
 * True when everybody who may know of a new event about a version, `version` being where it was kept, may know of what was
 * said of it at `seq`: in the open, where the story is now, or where the version was kept. `placings` as for `Past.tells`.
 */
export function isToldWith(
  version: number,
  seq: number,
  story: Story,
  placings: readonly StoryEvent[],
): boolean {
  const team = teamAt(seq, story, placings)
  return team === null || team === story.team || team === teamAt(version, story, placings)
}

/** Gives the team on whose backlog a story was right after the event at `seq`; null in the refinement area. */
function teamAt(seq: number, story: Story, placings: readonly StoryEvent[]): string | null {
  let next: StoryEvent | null = null
  for (const placing of placings) {
    if (placing.type === 'VersionRestored') continue
    if (placing.story !== story.id || placing.seq <= seq) continue
    if (next === null || placing.seq < next.seq) next = placing
  }
  // Until the next move it was where that one took it from; after the last one it is where it is now.
  if (next === null) return story.team
  return next.type === 'StoryReassigned' || next.type === 'StorySentBack' ? next.from.team : null
}

/**
 * Gives whose the version is that an event names: what a private team wrote stays with it. Told is only who may know of
 * the event that it was kept at, and of the version that was restored there, and so on.
 */
function teamsOfVersion(
  event: StoryEvent,
  story: Story,
  placings: readonly StoryEvent[],
): (string | null)[] {
  const teams: (string | null)[] = []
  let about: StoryEvent | undefined = event
  while (about?.type === 'VersionNamed' || about?.type === 'VersionRestored') {
    const { seq, version }: { seq: number; version: number } = about
    teams.push(teamAt(version, story, placings))
    // A version is older than what is said of it: this comes to an end.
    about = placings.find((each) => each.seq === version && version < seq)
    if (about) teams.push(...teamsIn(about))
  }
  return teams
}

/** Gives the teams that an event about a story names. */
export function teamsIn(event: StoryEvent): string[] {
  switch (event.type) {
    case 'StoryAssigned':
    case 'StoryStepped':
      return [event.team]
    case 'StoryReassigned':
      return [event.from.team, event.to.team]
    case 'StorySentBack':
      return [event.from.team]
    case 'ThreadStarted':
    case 'ThreadReplied':
    case 'CommentRestored':
    case 'CommentEdited':
      return [...event.mentions.teams]
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
    case 'StoryKept':
    case 'KeepWithdrawn':
    case 'StoryMerged':
    case 'CriteriaDealt':
    case 'CommentDeleted':
    case 'ThreadResolved':
    case 'ThreadReopened':
    case 'CommentReacted':
    case 'ReactionWithdrawn':
    case 'SuggestionSettled':
    case 'SuggestionUnsettled':
    case 'VersionKept':
    case 'VersionNamed':
    case 'VersionRestored':
    case 'StoryTrashed':
    case 'StoryRestored':
    case 'StoryPurged':
    case 'RevisitCame':
    case 'StoryFiled':
    case 'NoticesDone':
    case 'NoticesUndone':
    case 'StoryMuted':
    case 'StoryUnmuted':
      return []
    default:
      return assertNever(event)
  }
}
