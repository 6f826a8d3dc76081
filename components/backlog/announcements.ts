import { nameOf } from '#components/cards/nameOf.ts'
import type { Story } from '#lib/domain/story.ts'
import { type Held, positionOf } from './held.ts'
import type { Part } from './parts.ts'

/** "ST-42 picked up, 3 of 8, To do"; several: "3 stories picked up, …". */
export function pickedUp(parts: readonly Part[], held: Held): string {
  return `${nameOf(held.stories)} picked up, ${whereIs(parts, held)}`
}

/** "Review, 1 of 6". */
export function movedOver(parts: readonly Part[], held: Held): string {
  const { position, count, part } = positionOf(parts, held)
  return `${part}, ${position} of ${count}`
}

/** "ST-42 dropped, 1 of 6, Review". */
export function dropped(parts: readonly Part[], held: Held): string {
  return `${nameOf(held.stories)} dropped, ${whereIs(parts, held)}`
}

/** "ST-42 put back". */
export function putBack(stories: readonly Story[]): string {
  return `${nameOf(stories)} put back`
}

function whereIs(parts: readonly Part[], held: Held): string {
  const { position, count, part } = positionOf(parts, held)
  return `${position} of ${count}, ${part}`
}
