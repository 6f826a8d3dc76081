import { type GroupFacts, groupedBy } from '#components/cards/grouping.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { BacklogGroup } from '#components/shell/backlogRoute.ts'
import type { TeamStory } from '#lib/domain/story.ts'
import type { Team } from '#lib/domain/team.ts'
import { columnId, doneSteps, type Group } from './groups.ts'

/**
 * Puts what a team has open together by what a person has asked for: by its own steps, where a story that is put into
 * another one goes there, or by what cannot be changed by moving. `now`: milliseconds since the epoch.
 */
export function groupsBy(
  by: BacklogGroup,
  stories: readonly TeamStory[],
  team: Pick<Team, 'steps'>,
  facts: GroupFacts,
  now: number,
): readonly Group[] {
  const done = doneSteps(team)
  const open = stories.filter(({ step }) => !done.has(step))
  if (by === 'step') {
    return team.steps
      .filter(({ id }) => !done.has(id))
      .map((step) => ({
        id: columnId(step),
        name: step.name,
        note: null,
        by,
        makes: { step: step.id },
        stories: open.filter((story) => story.step === step.id),
      }))
  }
  return groupedBy(open, by, facts, { now, home: 'step' }).map(
    ({ which, name, colour, stories: own }) => ({
      id: `${by}:${which}`,
      name,
      note: null,
      by,
      colour,
      makes: {},
      // Nothing is moved up and down where stories do not stand in the team's order.
      whyFixed: textsOf('backlog')('noPlaces'),
      stories: own,
    }),
  )
}
