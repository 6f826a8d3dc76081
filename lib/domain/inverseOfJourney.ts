import type { CommandType, NewCommand } from './command.ts'
import { firstStep, scheduleProblem, sizeProblem } from './decisions/backlog.ts'
import type { Before } from './inverse.ts'
import { assertNever } from './must.ts'
import type { Place } from './rank.ts'
import type { Story, TeamStory } from './story.ts'

/** The reason recorded when a story leaves a place only because someone took a move back. */
export const UNDONE = 'Undone'

/** Gives where a story stands in its column or backlog: behind its neighbour, or at the top. */
export function placeOf(story: Story, { columns, backlogs }: Before): Place {
  const order =
    story.stage === null ? (backlogs.get(story.team)?.stories ?? []) : columns[story.stage]
  const index = order.findIndex(({ id }) => id === story.id)
  return { after: order[index - 1]?.id ?? null }
}

/** The commands that take a story to another stage or team. */
export type Journey = Extract<
  CommandType,
  | 'startRefining'
  | 'returnToIdea'
  | 'markReady'
  | 'bounceStory'
  | 'dismissStory'
  | 'reopenStory'
  | 'assignToTeam'
  | 'reassignStory'
>

/** Gives the way back to where a story was, by legal moves; null when there is none. */
export function wayBack(command: Journey, story: Story, before: Before): NewCommand[] | null {
  const { id } = story
  switch (command) {
    case 'startRefining':
      return [{ type: 'returnToIdea', story: id, place: placeOf(story, before) }]
    case 'returnToIdea':
      return [{ type: 'startRefining', story: id, place: placeOf(story, before) }]
    case 'markReady':
      return [{ type: 'bounceStory', story: id, place: placeOf(story, before), reason: UNDONE }]
    case 'assignToTeam':
      return prefixed({ type: 'bounceStory', story: id, reason: UNDONE }, upTo(story, before))
    case 'bounceStory':
      return upTo(story, before)
    case 'dismissStory':
      if (story.stage === 'idea') {
        return [{ type: 'reopenStory', story: id, place: placeOf(story, before) }]
      }
      if (story.stage === 'wont-do') return null
      return prefixed({ type: 'reopenStory', story: id }, refinedAgain(story, before))
    case 'reopenStory':
      return [dismissedAgain(story, before)]
    case 'reassignStory':
      return story.stage === null ? ontoTeam('reassignStory', story, before) : null
    default:
      return assertNever(command)
  }
}

/** From Idea to where it was, Refinement or beyond. */
function refinedAgain(story: Story, before: Before): NewCommand[] | null {
  if (story.stage === 'refinement') {
    return [{ type: 'startRefining', story: story.id, place: placeOf(story, before) }]
  }
  return prefixed({ type: 'startRefining', story: story.id }, upTo(story, before))
}

/** From Refinement to where it was, Ready or a team's backlog. It had passed the gate, so it passes it again. */
function upTo(story: Story, before: Before): NewCommand[] | null {
  const ready = {
    type: 'markReady',
    story: story.id,
    confirmed: true,
    override: UNDONE,
  } as const
  if (story.stage !== null) return [{ ...ready, place: placeOf(story, before) }]
  return prefixed(ready, ontoTeam('assignToTeam', story, before))
}

/** Onto a team's backlog, with what it lost when it left (ST4); null where the team takes no stories any more. */
function ontoTeam(
  type: 'assignToTeam' | 'reassignStory',
  story: TeamStory,
  before: Before,
): NewCommand[] | null {
  const team = before.settings.teams.get(story.team)
  if (!team || team.archivedAt !== null) return null
  const { id, step, size, schedule } = story
  const way: NewCommand[] = [{ type, story: id, team: team.id, place: placeOf(story, before) }]
  if (step !== firstStep(team).id) way.push({ type: 'moveToStep', story: id, step })
  if (size !== null && sizeProblem(team, size) === null)
    way.push({ type: 'sizeStory', story: id, size })
  if (schedule !== null && scheduleProblem(team, schedule) === null) {
    way.push({ type: 'scheduleStory', story: id, schedule })
  }
  return way
}

function prefixed(first: NewCommand, rest: NewCommand[] | null): NewCommand[] | null {
  return rest && [first, ...rest]
}

function dismissedAgain(story: Story, before: Before): NewCommand {
  return {
    type: 'dismissStory',
    story: story.id,
    place: placeOf(story, before),
    reason: story.reason ?? UNDONE,
    ...(story.revisitOn === null ? {} : { revisitOn: story.revisitOn }),
    // What it repeats may be gone by now.
    ...(story.duplicateOf !== null &&
      before.stories.has(story.duplicateOf) && { duplicateOf: story.duplicateOf }),
  }
}
