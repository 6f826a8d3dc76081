import { nameOf } from '#components/cards/nameOf.ts'
import { textsOf } from '#components/language/loaded.ts'
import { stageName, storyName } from '#components/language/names.ts'
import { type AreaStory } from '#lib/domain/story.ts'
import { type Held, positionOf } from './held.ts'
import type { ShownColumns } from './shownColumns.ts'

/** "ST-42 picked up, 3 of 8, Refinement". */
export function pickedUp(columns: ShownColumns, held: Held): string {
  const t = textsOf('board.said')
  const { position, count } = positionOf(columns, held)
  return t('pickedUp', {
    name: storyName(held.story),
    position,
    count,
    stage: stageName(held.stage),
  })
}

/** "Ready for assignment, 1 of 6". */
export function movedOver(columns: ShownColumns, held: Held): string {
  const t = textsOf('board.said')
  const { position, count } = positionOf(columns, held)
  return t('over', { stage: stageName(held.stage), position, count })
}

/** "ST-42 dropped, 1 of 6, Refinement". */
export function dropped(columns: ShownColumns, held: Held): string {
  const t = textsOf('board.said')
  const { position, count } = positionOf(columns, held)
  return t('dropped', {
    name: storyName(held.story),
    position,
    count,
    stage: stageName(held.stage),
  })
}

/** "ST-42 put back, Refinement"; several: "3 stories put back". */
export function putBack(story: AreaStory, stories: readonly AreaStory[] = [story]): string {
  const t = textsOf('board.said')
  if (stories.length > 1) return t('putBackAll', { stories: nameOf(stories) })
  return t('putBack', { name: storyName(story), stage: stageName(story.stage) })
}
