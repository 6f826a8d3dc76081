import { explainNoMove } from '#components/flow/noMove.ts'
import { textsOf } from '#components/language/loaded.ts'
import { stageName } from '#components/language/names.ts'
import type { Place } from '#lib/domain/rank.ts'
import { moveBetween, type Stage } from '#lib/domain/stage.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import type { Direction } from '#components/cards/walk.ts'
import { headingId, themeBehind } from './groups.ts'
import type { ShownColumns } from './shownColumns.ts'

/** A card that is shown somewhere else than it is: lifted by move mode, or waiting there for a reason. */
export interface Held {
  readonly story: AreaStory
  readonly stage: Stage
  readonly place: Place
}

/** What a step of move mode gives: the card one step on, or the sentence why there is none. */
export type HeldStep =
  { readonly moved: true; readonly held: Held } | { readonly moved: false; readonly why: string }

/** Gives why ST2 does not put a story into a column, or null where it does. Its own column always takes it. */
export function whyNoMove(story: AreaStory, stage: Stage): string | null {
  if (stage === story.stage || moveBetween(story.stage, stage)) return null
  return explainNoMove(story.stage, stage)
}

/** Lifts a story where it stands. `isGrouped`: the first of its theme stands behind the heading, not behind another theme's last. */
export function lift(story: AreaStory, columns: ShownColumns, isGrouped = false): Held {
  const stories = columns.find(({ stage }) => stage === story.stage)?.stories ?? []
  const index = stories.findIndex(({ id }) => id === story.id)
  const above = stories[index - 1]
  const after =
    isGrouped && above?.theme !== story.theme ? headingId(story.stage, story.theme) : above?.id
  return { story, stage: story.stage, place: { after: after ?? null } }
}

/** Gives the stories of a column as they are shown while a card is held. The same array when it is not concerned. */
export function shownWith(
  stage: Stage,
  stories: readonly AreaStory[],
  held: Held | null,
): readonly AreaStory[] {
  if (!held || (held.stage !== stage && held.story.stage !== stage)) return stories
  const rest = stories.filter(({ id }) => id !== held.story.id)
  if (held.stage !== stage) return rest
  rest.splice(indexAt(rest, held.place), 0, held.story)
  return rest
}

/**
 * Takes a held card one step. Sideways goes to the next shown column that takes it from where it really is; at an edge
 * it stays, with the reason as a sentence. `whyClosed`: why a column does not take it, by the rules and rights there.
 */
export function stepHeld(
  columns: ShownColumns,
  held: Held,
  direction: Direction,
  whyClosed: (stage: Stage) => string | null = (stage) => whyNoMove(held.story, stage),
): HeldStep {
  const at = columns.findIndex(({ stage }) => stage === held.stage)
  const rest = restOf(columns, at, held)
  const index = indexAt(rest, held.place)
  if (direction === 'up' || direction === 'down') {
    const fixed = held.stage === held.story.stage ? whyClosed(held.stage) : null
    if (fixed !== null) return stay(fixed)
    const next = index + (direction === 'down' ? 1 : -1)
    if (next < 0 || next > rest.length) {
      const stage = stageName(held.stage)
      return stay(textsOf('board.why')(next < 0 ? 'top' : 'bottom', { stage }))
    }
    return { moved: true, held: { ...held, place: placeAt(rest, next) } }
  }
  const sign = direction === 'right' ? 1 : -1
  let why: string | null = null
  for (let column = at + sign; columns[column]; column += sign) {
    const stage = columns[column]?.stage
    if (!stage) break
    const closed = whyClosed(stage)
    if (closed === null) {
      const stories = restOf(columns, column, held)
      return {
        moved: true,
        held: { ...held, stage, place: placeAt(stories, Math.min(index, stories.length)) },
      }
    }
    why ??= closed
  }
  return stay(why ?? textsOf('board.why')(direction === 'left' ? 'noColumnLeft' : 'noColumnRight'))
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

function restOf(columns: ShownColumns, column: number, { story }: Held): AreaStory[] {
  return (columns[column]?.stories ?? []).filter(({ id }) => id !== story.id)
}

function indexAt(rest: readonly AreaStory[], { after }: Place): number {
  if (after === null) return 0
  const theme = themeBehind(after)
  if (theme !== undefined) {
    const first = rest.findIndex((story) => story.theme === theme)
    return first === -1 ? rest.length : first
  }
  const index = rest.findIndex(({ id }) => id === after)
  // [RK3] Its neighbour has left the column in the meantime: the bottom.
  return index === -1 ? rest.length : index + 1
}

function placeAt(rest: readonly AreaStory[], index: number): Place {
  return { after: rest[index - 1]?.id ?? null }
}

function stay(why: string): HeldStep {
  return { moved: false, why }
}
