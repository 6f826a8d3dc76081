import type { Stage } from '#lib/domain/stage.ts'
import { isQuiet } from '#lib/domain/quiet.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import type { Lens } from './lens.ts'

/** The stories of a column: those at hand, and those that nobody has touched for 60 days (QU1). */
export interface Rested {
  readonly fresh: readonly AreaStory[]
  readonly quiet: readonly AreaStory[]
}

/** The line that the quiet stories of a column fold behind. */
export interface QuietLine {
  readonly id: string
  readonly quiet: number
  readonly isOpen: boolean
}

/**
 * Divides the stories of a column, as `through` gives them. Whoever filters by what is quiet looks for just that: then
 * nothing folds. The same arrays as long as both are the same.
 */
export function rested(stories: readonly AreaStory[], { filter, now }: Lens): Rested {
  if (filter.quiet) return { fresh: stories, quiet: NONE }
  const known = seen.get(stories)
  if (known?.now === now) return known.rested
  const quiet = stories.filter((story) => isQuiet(story, now))
  const fresh = quiet.length === 0 ? stories : stories.filter((story) => !isQuiet(story, now))
  const result = { fresh, quiet }
  seen.set(stories, { now, rested: result })
  return result
}

const NONE: readonly AreaStory[] = []
const seen = new WeakMap<readonly AreaStory[], { readonly now: number; readonly rested: Rested }>()

/** Gives the stories of a column that are on the screen: the quiet ones last, where they are unfolded. */
export function unfolded({ fresh, quiet }: Rested, isOpen: boolean): readonly AreaStory[] {
  return isOpen && quiet.length > 0 ? [...fresh, ...quiet] : fresh
}

/** Gives the line that stands before the quiet stories of a column. No story's id has a slash. */
export function quietLine(stage: Stage, quiet: number, isOpen: boolean): QuietLine {
  return { id: `quiet/${stage}`, quiet, isOpen }
}
