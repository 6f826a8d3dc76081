import type { Stage } from '#lib/domain/stage.ts'
import type { AreaStory } from '#lib/domain/story.ts'

/** The columns a person can see, in the order of the screen. */
export type ShownColumns = readonly {
  readonly stage: Stage
  readonly stories: readonly AreaStory[]
}[]
