import { selectedIn } from '#components/cards/selection.ts'
import type { Landing, Landings } from '#components/flow/landings.ts'
import { textsOf } from '#components/language/loaded.ts'
import { STAGES } from '#lib/domain/stage.ts'
import { type AreaStory, isAreaStory } from '#lib/domain/story.ts'
import type { Board } from './board.ts'
import { takenBy } from './putSeveral.ts'

/** Gives the selected cards in the order of the screen. */
export function selectedOn(board: Board): readonly AreaStory[] {
  const { stories } = board.area()
  const { selection } = board.state.get()
  return selectedIn(selection, board.beside('')).flatMap((id) => {
    const story = stories.get(id)
    return story && isAreaStory(story) ? [story] : []
  })
}

/** Judges every column for several cards (UX20): one that takes some of them is open, and says how many. */
export function landingsOfAll(board: Board, stories: readonly AreaStory[]): Landings {
  const landings = STAGES.map((stage): readonly [string, Landing] => {
    const { count, why } = takenBy(board, stories, stage)
    if (count === 0) return [stage, { kind: 'closed', says: why ?? '' }]
    if (why === null) return [stage, { kind: 'open' }]
    return [
      stage,
      { kind: 'asks', says: textsOf('board.why')('takes', { count, of: stories.length }) },
    ]
  })
  return Object.fromEntries(landings) as unknown as Landings
}
