import { nameOf } from '#components/cards/nameOf.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { Story } from '#lib/domain/story.ts'
import { type Held, positionOf } from './held.ts'
import type { Part } from './parts.ts'

/** "ST-42 picked up, 3 of 8, To do"; several: "3 stories picked up, …". */
export function pickedUp(parts: readonly Part[], held: Held): string {
  return textsOf('backlog')('held.pickedUp', {
    stories: nameOf(held.stories),
    where: whereIs(parts, held),
  })
}

/** "Review, 1 of 6". */
export function movedOver(parts: readonly Part[], held: Held): string {
  const { position, count, part } = positionOf(parts, held)
  return textsOf('backlog')('held.over', { part, position, count })
}

/** "ST-42 dropped, 1 of 6, Review". */
export function dropped(parts: readonly Part[], held: Held): string {
  return textsOf('backlog')('held.dropped', {
    stories: nameOf(held.stories),
    where: whereIs(parts, held),
  })
}

/** "ST-42 put back". */
export function putBack(stories: readonly Story[]): string {
  return textsOf('backlog')('held.putBack', { stories: nameOf(stories) })
}

function whereIs(parts: readonly Part[], held: Held): string {
  const { position, count, part } = positionOf(parts, held)
  return textsOf('backlog')('held.where', { position, count, part })
}
