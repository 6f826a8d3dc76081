import { iterationOn } from './iterations.ts'
import type { TeamStory } from './story.ts'
import type { StepCategory, Team } from './team.ts'

type Planning = Pick<Team, 'iterations' | 'steps'>

/**
 * Gives what a team has open in the order in which it is likely to be done: what was begun, then what is left from earlier
 * iterations, then one iteration after the other, then what is in none; in each the team's order. `stories` in the team's
 * order, `today` as `YYYY-MM-DD`.
 */
export function queueOf(
  stories: readonly TeamStory[],
  team: Planning,
  today: string,
): readonly TeamStory[] {
  const categoryOf = categories(team)
  const open = stories.filter((story) => categoryOf(story) !== 'done')
  const turns = new Map(
    open.map((story) => [
      story.id,
      categoryOf(story) === 'todo' ? turnOf(story, team, today) : BEGUN,
    ]),
  )
  const turn = ({ id }: TeamStory) => turns.get(id) ?? NO_ITERATION
  return open.toSorted((a, b) => (turn(a) < turn(b) ? -1 : turn(a) > turn(b) ? 1 : 0))
}

/** Gives what kind of step a story is in. */
export function categories({ steps }: Pick<Team, 'steps'>): (story: TeamStory) => StepCategory {
  const known = new Map(steps.map(({ id, category }) => [id, category]))
  return ({ step }) => known.get(step) ?? 'todo'
}

// Between and beside days as texts.
const BEGUN = ''
const LATE = '0'
const NO_ITERATION = '~'

function turnOf({ schedule }: TeamStory, { iterations }: Planning, today: string): string {
  if (!iterations || schedule === null) return NO_ITERATION
  if (schedule < iterationOn(iterations, today).startsOn) return LATE
  return iterationOn(iterations, schedule).startsOn
}
