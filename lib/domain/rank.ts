import { generateKeyBetween } from 'fractional-indexing'
import type { Stage } from './stage.ts'
import type { AreaStory, Story, TeamStory } from './story.ts'

/** Where a story goes in an order: behind another one, or at the top (null). Absent: at the bottom. */
export interface Place {
  readonly after: string | null
}

/** What has an order of its own: a stage of the refinement area, or a team's whole backlog, whatever the steps. */
export type Home = { readonly stage: Stage } | { readonly team: string }

/** Gives the order a story belongs to. */
export function homeOf(story: Story): Home {
  return story.stage === null ? { team: story.team } : { stage: story.stage }
}

/** Orders by rank as plain code units; `localeCompare` would disagree with the index's alphabet. Equal ranks fall back to the id. */
export function byRank(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

interface Ranked {
  readonly id: string
  readonly rank: string
}

/** Gives the live stories of one stage in their order. */
export function column(stories: Iterable<Story>, stage: Stage): AreaStory[] {
  const found: AreaStory[] = []
  for (const story of stories) {
    if (story.stage === stage && story.trashedAt === null) found.push(story)
  }
  return found.sort(byRank)
}

/** Gives the live stories of one team's backlog in their order. */
export function backlog(stories: Iterable<Story>, team: string): TeamStory[] {
  const found: TeamStory[] = []
  for (const story of stories) {
    if (story.team === team && story.trashedAt === null) found.push(story)
  }
  return found.sort(byRank)
}

/**
 * Gives the rank that puts `moving` at `place` in `home`. One pass, no sort: boards have 10,000 stories.
 * A place behind a story that has left in the meantime falls to the bottom (the intent "in this column" still
 * holds). The result lies strictly between its neighbours, so ranks stay unique.
 */
export function rankAt(
  stories: ReadonlyMap<string, Story>,
  home: Home,
  place: Place | undefined,
  moving: string,
): string {
  const { before, after } = neighbours(stories, within(home), place, moving)
  return generateKeyBetween(before, after)
}

/** As `rankAt`, where a story is already; null when it stands at that place, so that ordering it there changes nothing. */
export function rankUnlessThere(
  stories: ReadonlyMap<string, Story>,
  story: Story,
  place: Place,
): string | null {
  if (place.after === story.id) return null
  const { before, after } = neighbours(stories, within(homeOf(story)), place, story.id)
  const isThere = (before === null || before < story.rank) && (after === null || story.rank < after)
  return isThere ? null : generateKeyBetween(before, after)
}

/** As `rankAt`, among things that all have one order. */
export function rankAmong(
  things: ReadonlyMap<string, Ranked>,
  place: Place | undefined,
  moving: string,
): string {
  const { before, after } = neighbours(things, () => true, place, moving)
  return generateKeyBetween(before, after)
}

function within(home: Home): (story: Story) => boolean {
  const stage = 'stage' in home ? home.stage : null
  const team = 'team' in home ? home.team : null
  return (story) => story.stage === stage && story.team === team && story.trashedAt === null
}

/** The ranks between which a place lies, `moving` left out; null where there is nothing on that side. */
function neighbours<Thing extends Ranked>(
  things: ReadonlyMap<string, Thing>,
  isThere: (thing: Thing) => boolean,
  place: Place | undefined,
  moving: string,
): { before: string | null; after: string | null } {
  const behind = place && place.after !== null && place.after !== moving
  const other = behind ? things.get(place.after) : undefined
  const anchor = other && isThere(other) ? other.rank : null
  const isTop = place?.after === null
  const isBottom = !isTop && anchor === null
  let nearest: string | null = null
  for (const thing of things.values()) {
    if (thing.id === moving || !isThere(thing)) continue
    const { rank } = thing
    if (isBottom) {
      if (nearest === null || rank > nearest) nearest = rank
    } else if ((anchor === null || rank > anchor) && (nearest === null || rank < nearest)) {
      nearest = rank
    }
  }
  return isBottom ? { before: nearest, after: null } : { before: anchor, after: nearest }
}
