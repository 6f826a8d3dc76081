import type { ReadyArea } from '#components/actions/index.ts'
import { STAGES } from '#lib/domain/stage.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import { type BoardState, heldIn } from '../boardState.ts'
import { shownWith } from '../held.ts'
import { lensOf, through } from '../lens.ts'
import type { ShownColumns } from '../shownColumns.ts'
import type { ListView } from './lines.ts'
import { listCode } from './loading.ts'
import type { ListRow, spotInList } from './rows.ts'

/** Gives the stories of the list that are on the screen, top to bottom. */
export function listed(state: BoardState, area: ReadyArea): readonly AreaStory[] {
  const code = listCode()
  if (!code) return []
  return rowsNow(state, area).filter((row): row is AreaStory => !code.isGroup(row))
}

/** Gives the heading above a story of the list; null where there is none. */
export function headingNow(state: BoardState, area: ReadyArea, story: string): string | null {
  return listCode()?.headingAbove(rowsNow(state, area), story) ?? null
}

/** Gives where in the workspace a place in the list is; null where there is no list. */
export function spotNow(
  state: BoardState,
  area: ReadyArea,
  place: Parameters<typeof spotInList>[1],
): ReturnType<typeof spotInList> | null {
  return listCode()?.spotInList(rowsNow(state, area), place) ?? null
}

/** The lines of the list as the state has it; none where it is a board. */
function rowsNow(state: BoardState, area: ReadyArea): readonly ListRow[] {
  const view = viewOf(state)
  return (view && listCode()?.rowsOfArea(area, view)) ?? []
}

/** Gives the stages of the list as columns, for what orders stories in them: without those that are folded. */
export function sections(state: BoardState, { columns }: ReadyArea): ShownColumns {
  const lens = lensOf(state)
  return STAGES.filter(
    (stage) => !isOrdered(state) || !state.folded.has(`group/stage/${stage}`),
  ).map((stage) => ({
    stage,
    stories: shownWith(stage, through(columns[stage], lens), heldIn(state.hand)),
  }))
}

/** True where the list stands in the workspace's own order, so that stories can be moved in it. */
export function isOrdered({ list }: BoardState): boolean {
  return list !== null && list.sort === null && list.group === 'stage'
}

/** True for a list whose lines do not stand where the workspace has them: sorted, or in other groups than its stages. */
export function hasNoPlaces(state: BoardState): boolean {
  return state.list !== null && !isOrdered(state)
}

function viewOf(state: BoardState): ListView | null {
  const { list, folded, hand } = state
  return list && { look: list, lens: lensOf(state), folded, held: heldIn(hand) }
}
