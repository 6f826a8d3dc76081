import { type BoardFilter, isNoFilter, NONE } from '#components/shell/boardFilter.ts'
import { isQuiet } from '#lib/domain/quiet.ts'
import type { AreaStory } from '#lib/domain/story.ts'

/** Gives the stories of a column that a filter lets through; the same array where it lets all of them. */
export function filtered(
  stories: readonly AreaStory[],
  filter: BoardFilter,
  now: number,
): readonly AreaStory[] {
  if (isNoFilter(filter)) return stories
  return stories.filter((story) => passes(story, filter, now))
}

/** True when a story is what every facet of a filter asks for. `now`: milliseconds since the epoch. */
export function passes(story: AreaStory, filter: BoardFilter, now: number): boolean {
  const { theme, persona, label, by, ready, blocked, quiet } = filter
  if (theme && !theme.includes(story.theme ?? NONE)) return false
  if (persona && !persona.includes(story.persona ?? NONE)) return false
  if (label && !story.labels.some((one) => label.includes(one))) return false
  if (by && !by.includes(story.capturedBy)) return false
  if (ready && (story.readiness.missing.length === 0) !== (ready === 'yes')) return false
  if (blocked && (story.facts?.blockingQuestions ?? 0) === 0) return false
  if (quiet && !isQuiet(story, now)) return false
  return true
}
