import type { ReadyArea } from '#components/actions/index.ts'
import type { ListLook } from '#components/shell/listLook.ts'
import { STAGES } from '#lib/domain/stage.ts'
import { type Held, shownWith } from '../held.ts'
import { type Lens, through } from '../lens.ts'
import { type ListRow, listRows } from './rows.ts'
import { sorted } from './sorting.ts'

export { headingAbove, isGroup, spotInList } from './rows.ts'

/** What of the board's state a list depends on. */
export interface ListView {
  readonly look: ListLook
  readonly lens: Lens
  readonly folded: ReadonlySet<string>
  readonly held: Held | null
}

/** Gives the lines of the refinement area as a list. The same array as long as everything it comes from is the same. */
export function rowsOfArea(area: ReadyArea, view: ListView): readonly ListRow[] {
  if (last && last.area === area && isSameView(last.view, view)) return last.rows
  const { look, lens, folded, held } = view
  const inOrder = STAGES.flatMap((stage) =>
    shownWith(stage, through(area.columns[stage], lens), held),
  )
  const facts = { ...area.settings, members: area.members }
  const stories = sorted(inOrder, look.sort, facts)
  // A lifted story is shown in the stage where it is held.
  const asHeld = held
    ? stories.map((story) =>
        story.id === held.story.id && story.stage !== held.stage
          ? { ...story, stage: held.stage }
          : story,
      )
    : stories
  const rows = listRows(asHeld, look, facts, lens.now, folded)
  last = { area, view, rows }
  return rows
}

let last: {
  readonly area: ReadyArea
  readonly view: ListView
  readonly rows: readonly ListRow[]
} | null = null

function isSameView(a: ListView, b: ListView): boolean {
  return (
    a.look === b.look &&
    a.folded === b.folded &&
    a.held === b.held &&
    a.lens.filter === b.lens.filter &&
    a.lens.now === b.lens.now
  )
}
