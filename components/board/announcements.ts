import { nameOf } from '#components/cards/nameOf.ts'
import { STAGE_NAMES } from '#lib/domain/stage.ts'
import { type AreaStory, shortName } from '#lib/domain/story.ts'
import { type Held, positionOf } from './held.ts'
import type { ShownColumns } from './shownColumns.ts'

/** "ST-42 picked up, 3 of 8, Refinement". */
export function pickedUp(columns: ShownColumns, held: Held): string {
  const { position, count } = positionOf(columns, held)
  return `${shortName(held.story)} picked up, ${position} of ${count}, ${STAGE_NAMES[held.stage]}`
}

/** "Ready for assignment, 1 of 6". */
export function movedOver(columns: ShownColumns, held: Held): string {
  const { position, count } = positionOf(columns, held)
  return `${STAGE_NAMES[held.stage]}, ${position} of ${count}`
}

/** "ST-42 dropped, 1 of 6, Refinement". */
export function dropped(columns: ShownColumns, held: Held): string {
  const { position, count } = positionOf(columns, held)
  return `${shortName(held.story)} dropped, ${position} of ${count}, ${STAGE_NAMES[held.stage]}`
}

/** "ST-42 put back, Refinement"; several: "3 stories put back". */
export function putBack(story: AreaStory, stories: readonly AreaStory[] = [story]): string {
  if (stories.length > 1) return `${nameOf(stories)} put back`
  return `${shortName(story)} put back, ${STAGE_NAMES[story.stage]}`
}
