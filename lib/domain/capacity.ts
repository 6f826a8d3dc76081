import type { TeamFlow } from './flow.ts'
import { type Iteration, iterationOn } from './iterations.ts'
import { type IterationDone, pointsOf } from './pace.ts'
import { categories, queueOf } from './queue.ts'
import type { TeamStory } from './story.ts'
import type { Iterations, Team } from './team.ts'

/** What work is counted in: points where the team sizes by them and what it did had some, else stories. */
export type Unit = 'points' | 'stories'

/** How much a team gets done in an iteration. */
export type Capacity =
  | { readonly kind: 'unknown'; readonly why: 'tooYoung' | 'nothingDone' }
  | {
      readonly kind: 'known'
      readonly unit: Unit
      /** The mean of what was done in them, a whole number and at least one. */
      readonly mean: number
      /** What was done in each iteration, the oldest first; null where that is not known in this unit. */
      readonly past: readonly { readonly startsOn: string; readonly done: number | null }[]
    }

/** What some stories come to. */
export interface Load {
  readonly sum: number
  /** Those that the sum leaves out. */
  readonly unsized: readonly TeamStory[]
}

/**
 * Gives how much a team gets done in an iteration: the mean of its last full ones, six at most ("yesterday's weather", Beck and
 * Fowler, "Planning Extreme Programming", 2000). An iteration in which nothing that was done had points says nothing of points.
 */
export function capacityOf(
  { scale }: Pick<Team, 'scale'>,
  { iterations = [] }: Pick<TeamFlow, 'iterations'>,
): Capacity {
  if (iterations.length === 0) return { kind: 'unknown', why: 'tooYoung' }
  if (iterations.every(({ stories }) => stories === 0)) {
    return { kind: 'unknown', why: 'nothingDone' }
  }
  const unit = scale === 'points' && iterations.some(({ points }) => points) ? 'points' : 'stories'
  const past = iterations.map((one) => ({ startsOn: one.startsOn, done: doneIn(one, unit) }))
  const known = past.flatMap(({ done }) => done ?? [])
  const mean = known.reduce((sum, done) => sum + done, 0) / known.length
  return { kind: 'known', unit, mean: Math.max(1, Math.round(mean)), past }
}

/** Gives what stories come to. Without a size a story is not counted in points, but named. */
export function loadOf(stories: readonly TeamStory[], unit: Unit): Load {
  if (unit === 'stories') return { sum: stories.length, unsized: [] }
  const unsized = stories.filter(({ size }) => pointsOf(size) === null)
  const sum = stories.reduce((all, { size }) => all + (pointsOf(size) ?? 0), 0)
  return { sum, unsized }
}

/** Gives what is planned for an iteration and not done. */
export function plannedFor(
  stories: readonly TeamStory[],
  { iterations, steps }: { readonly iterations: Iterations } & Pick<Team, 'steps'>,
  { startsOn }: Iteration,
): readonly TeamStory[] {
  const categoryOf = categories({ steps })
  return stories.filter(
    (story) =>
      story.schedule !== null &&
      iterationOn(iterations, story.schedule).startsOn === startsOn &&
      categoryOf(story) !== 'done',
  )
}

/**
 * Gives what may be planned next, from the top: stories that nobody has begun and that are in no iteration, or in one that is
 * over. `today`: `YYYY-MM-DD`.
 */
export function waitingOf(
  stories: readonly TeamStory[],
  team: { readonly iterations: Iterations } & Pick<Team, 'steps'>,
  today: string,
): readonly TeamStory[] {
  const categoryOf = categories(team)
  const { startsOn } = iterationOn(team.iterations, today)
  return queueOf(stories, team, today).filter(
    (story) =>
      categoryOf(story) === 'todo' && (story.schedule === null || story.schedule < startsOn),
  )
}

/**
 * Gives those that fit into what is left, from the top to the first that does not: the team's order is kept. Those without
 * a size are passed over.
 */
export function fitting(
  waiting: readonly TeamStory[],
  unit: Unit,
  left: number,
): readonly TeamStory[] {
  const chosen: TeamStory[] = []
  let room = left
  for (const story of waiting) {
    const size = unit === 'stories' ? 1 : pointsOf(story.size)
    if (size === null) continue
    if (size > room) break
    room -= size
    chosen.push(story)
  }
  return chosen
}

function doneIn({ stories, points }: IterationDone, unit: Unit): number | null {
  return unit === 'points' ? points : stories
}
