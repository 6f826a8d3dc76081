import type { Story, TeamStory } from '#lib/domain/story.ts'
import type { Team } from '#lib/domain/team.ts'
import type { GroupFacts } from '#components/cards/grouping.ts'
import type { BacklogGroup } from '#components/shell/backlogRoute.ts'
import type { Layout } from './backlog.ts'
import { type BacklogFilter, passes } from './filter.ts'
import {
  columnId,
  columnsOf,
  doneSince,
  doneSteps,
  type Group,
  groupsOf,
  lately,
} from './groups.ts'
import { groupsBy } from './groupBy.ts'
import type { Part } from './parts.ts'

/** How a person looks at a backlog. */
export interface View {
  readonly layout: Layout
  readonly filter: BacklogFilter
  /** Only this step's column is on the screen; null: all of them. */
  readonly step: string | null
  readonly doneOpen: boolean
  /** Whether what was done longer ago is shown, too. */
  readonly olderShown: boolean
  /** What the list is put together by. */
  readonly group: BacklogGroup | null
  /** The parts of the list that are folded. */
  readonly folded: ReadonlySet<string>
  readonly facts: GroupFacts
  readonly me: string
  /** The stories that somebody is in. */
  readonly here: { has(story: string): boolean }
  /** Milliseconds since the epoch. */
  readonly now: number
  /** `YYYY-MM-DD`, where the person is. */
  readonly today: string
}

/** Gives the parts of a backlog as a person sees them; a folded part has no stories to see. */
export function partsShown(stories: readonly TeamStory[], team: Team, view: View): readonly Part[] {
  const done = doneSteps(team)
  const shows = showsOf(view)
  const parts =
    view.layout === 'stacked'
      ? listGroups(stories, team, view)
      : columnsOf(stories, team, sinceOf(view)).filter(
          ({ id }) => view.step === null || id === columnId({ id: view.step }),
        )
  return parts.map((part) => {
    const { step } = part.makes
    const isDone = step !== undefined && done.has(step) && !view.doneOpen && view.step === null
    const isFolded = view.layout === 'stacked' && view.folded.has(part.id)
    return filtered(part, isDone || isFolded ? () => false : shows)
  })
}

/** Gives the groups of the list, what is folded included: those of the team's order, or what a person asked for. */
export function listGroups(
  stories: readonly TeamStory[],
  team: Team,
  { group, facts, now, today }: View,
): readonly Group[] {
  if (group === null) return groupsOf(stories, team, today)
  return groupsBy(group, stories, team, facts, now)
}

/** Gives what was done lately, or all of it where that was asked for, as the list shows it. */
export function doneShown(
  stories: readonly TeamStory[],
  team: Team,
  view: View,
): readonly TeamStory[] {
  return lately(stories, team, sinceOf(view)).filter(showsOf(view))
}

/** Gives since when what was done is shown, in ms since the epoch. */
export function sinceOf({ now, olderShown }: Pick<View, 'now' | 'olderShown'>): number {
  return doneSince(now, olderShown)
}

/** Gives whether a story passes the filter. */
export function showsOf({ filter, me, here }: View): (story: Story) => boolean {
  return (story) => passes(filter, story, me, here)
}

function filtered<P extends Part | Group>(part: P, shows: (story: Story) => boolean): P {
  const stories = part.stories.filter(shows)
  return stories.length === part.stories.length ? part : { ...part, stories }
}
