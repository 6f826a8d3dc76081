import type { Place } from '#lib/domain/rank.ts'
import { explainNoMove, moveBetween, type Stage, STAGE_NAMES } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Direction, ShownColumns } from './walk.ts'

/** A card that is shown somewhere else than it is: lifted by move mode, or waiting there for a reason. */
export interface Held {
  readonly story: Story
  readonly stage: Stage
  readonly place: Place
}

/** What a step of move mode gives: the card one step on, or the sentence why there is none. */
export type HeldStep =
  { readonly moved: true; readonly held: Held } | { readonly moved: false; readonly why: string }

/** Gives why a story may not be put into a column, or null when it may. Its own column always takes it. */
export function whyNot(story: Story, stage: Stage): string | null {
  if (stage === story.stage || moveBetween(story.stage, stage)) return null
  return explainNoMove(story.stage, stage)
}

/** Lifts a story where it stands. */
export function lift(story: Story, columns: ShownColumns): Held {
  const stories = columns.find(({ stage }) => stage === story.stage)?.stories ?? []
  const index = stories.findIndex(({ id }) => id === story.id)
  return { story, stage: story.stage, place: { after: stories[index - 1]?.id ?? null } }
}

/** Gives the stories of a column as they are shown while a card is held. The same array when it is not concerned. */
export function shownWith(
  stage: Stage,
  stories: readonly Story[],
  held: Held | null,
): readonly Story[] {
  if (!held || (held.stage !== stage && held.story.stage !== stage)) return stories
  const rest = stories.filter(({ id }) => id !== held.story.id)
  if (held.stage !== stage) return rest
  rest.splice(indexAt(rest, held.place), 0, held.story)
  return rest
}

/**
 * Takes a held card one step. Sideways goes to the next shown column that ST2 allows from where the story really
 * is; at an edge it stays, with the reason as a sentence.
 */
export function stepHeld(columns: ShownColumns, held: Held, direction: Direction): HeldStep {
  const at = columns.findIndex(({ stage }) => stage === held.stage)
  const rest = restOf(columns, at, held)
  const index = indexAt(rest, held.place)
  if (direction === 'up' || direction === 'down') {
    const next = index + (direction === 'down' ? 1 : -1)
    if (next < 0 || next > rest.length) {
      return stay(`It is at the ${next < 0 ? 'top' : 'bottom'} of ${STAGE_NAMES[held.stage]}.`)
    }
    return { moved: true, held: { ...held, place: placeAt(rest, next) } }
  }
  const sign = direction === 'right' ? 1 : -1
  let why: string | null = null
  for (let column = at + sign; columns[column]; column += sign) {
    const stage = columns[column]?.stage
    if (!stage) break
    const closed = whyNot(held.story, stage)
    if (closed === null) {
      const stories = restOf(columns, column, held)
      return {
        moved: true,
        held: { ...held, stage, place: placeAt(stories, Math.min(index, stories.length)) },
      }
    }
    why ??= closed
  }
  return stay(why ?? `There is no column to the ${direction}.`)
}

/** Gives where a held card stands: 1 is the top. `count` includes it. */
export function positionOf(columns: ShownColumns, held: Held): { position: number; count: number } {
  const rest = restOf(
    columns,
    columns.findIndex(({ stage }) => stage === held.stage),
    held,
  )
  return { position: indexAt(rest, held.place) + 1, count: rest.length + 1 }
}

function restOf(columns: ShownColumns, column: number, { story }: Held): Story[] {
  return (columns[column]?.stories ?? []).filter(({ id }) => id !== story.id)
}

function indexAt(rest: readonly Story[], { after }: Place): number {
  if (after === null) return 0
  const index = rest.findIndex(({ id }) => id === after)
  // [RK3] Its neighbour has left the column in the meantime: the bottom.
  return index === -1 ? rest.length : index + 1
}

function placeAt(rest: readonly Story[], index: number): Place {
  return { after: rest[index - 1]?.id ?? null }
}

function stay(why: string): HeldStep {
  return { moved: false, why }
}
