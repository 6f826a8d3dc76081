import { NO_FACTS } from '../facts.ts'
import { isAreaStory, type Story, type TeamStory } from '../story.ts'
import type { Team } from '../team.ts'

/** Why a story is worth talking about. */
export type SuggestedFor = 'blocked' | 'nearly-ready' | 'longest'

export interface Suggestion {
  readonly story: string
  readonly why: SuggestedFor
}

/** So many of each. */
const EACH = 5

/**
 * [MT3] Gives what a meeting could be about: stories whose blocking questions have waited longest, those in Refinement that
 * lack one check, and those that have been there longest. Each once, for the first reason that holds.
 */
export function suggestAgenda(stories: Iterable<Story>): Suggestion[] {
  const refined = [...stories].filter(
    (story) => isAreaStory(story) && story.trashedAt === null && story.stage === 'refinement',
  )
  const oldestFirst = (of: (story: Story) => number) => (a: Story, b: Story) =>
    of(a) - of(b) || (a.id < b.id ? -1 : 1)
  const found = new Map<string, SuggestedFor>()
  const take = (why: SuggestedFor, some: readonly Story[]) => {
    for (const { id } of some.filter((story) => !found.has(story.id)).slice(0, EACH)) {
      found.set(id, why)
    }
  }
  // A question stands in the text since somebody last wrote there, at the latest.
  const quietSince = ({ written, enteredStageAt }: Story) => written?.at ?? enteredStageAt
  take(
    'blocked',
    refined
      .filter(({ facts }) => (facts ?? NO_FACTS).blockingQuestions > 0)
      .sort(oldestFirst(quietSince)),
  )
  const entered = oldestFirst(({ enteredStageAt }) => enteredStageAt)
  take(
    'nearly-ready',
    refined.filter(({ readiness }) => readiness.missing.length <= 1).sort(entered),
  )
  take('longest', refined.sort(entered))
  return [...found].map(([story, why]) => ({ story, why }))
}

/** [PL6] Gives what a team could size: what has no size yet and nobody has begun, in the order of `stories`, the backlog's. */
export function suggestQueue(
  stories: readonly TeamStory[],
  { steps }: Pick<Team, 'steps'>,
): readonly TeamStory[] {
  const todo = new Set(steps.flatMap(({ id, category }) => (category === 'todo' ? [id] : [])))
  return stories.filter(
    ({ size, step, trashedAt }) => size === null && todo.has(step) && trashedAt === null,
  )
}
