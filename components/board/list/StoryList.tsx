'use client'

import { useCallback, useMemo, useRef } from 'react'
import { type ReadyArea, useActions } from '#components/actions/index.ts'
import { useListFocus } from '#components/cards/listFocus.ts'
import { useStore } from '#components/cards/store.ts'
import { VirtualCards } from '#components/cards/VirtualCards.tsx'
import { OlderStories } from '#components/flow/OlderStories.tsx'
import { textsOf } from '#components/language/loaded.ts'
import type { ListLook } from '#components/shell/listLook.ts'
import { useBoard } from '../board.ts'
import { mayTakeFocus } from '../boardState.ts'
import { Composer } from '../Composer.tsx'
import type { Held } from '../held.ts'
import type { Lens } from '../lens.ts'
import { columnsFor, templateOf } from './columns.ts'
import { GroupRow } from './GroupRow.tsx'
import { ListHeader } from './ListHeader.tsx'
import { NoRows } from './NoRows.tsx'
import { isGroup, type ListRow } from './rows.ts'
import { rowsOfArea } from './lines.ts'
import { LIST_ACTIONS } from './listActions.ts'
import { StoryLine } from './StoryLine.tsx'
import { AS_ROWS } from './tableSlots.tsx'
import { useWidth } from './useWidth.ts'

/** What most rows measure, in pixels. */
const HEIGHT = { compact: 33, comfortable: 41, narrow: 66 }

/** The refinement area as one table, all stages in it: virtual, sorted and grouped as its look says. */
export function StoryList({
  area,
  look,
  lens,
  held,
  wide,
}: {
  readonly area: ReadyArea
  readonly look: ListLook
  readonly lens: Lens
  readonly held: Held | null
  readonly wide: boolean
}) {
  const t = textsOf('list')
  const board = useBoard()
  const { state } = board
  const older = area.filed.get(null)?.places['wont-do'] ?? 0
  useActions(LIST_ACTIONS, board, { layer: 'focus' })
  const folded = useStore(state, (now) => now.folded)
  const element = useRef<HTMLElement>(null)
  const width = useWidth(element)
  const rows = useMemo(
    () => rowsOfArea(area, { look, lens, folded, held }),
    [area, look, lens, folded, held],
  )
  const columns = useMemo(
    () => columnsFor(look.columns, look.group, wide ? width : Infinity),
    [look, width, wide],
  )
  const ids = useMemo(() => new Set(rows.map(({ id }) => id)), [rows])
  const has = useCallback((story: string) => ids.has(story), [ids])
  const focus = useListFocus(state, has, mayTakeFocus)
  const height = wide ? HEIGHT[look.compact ? 'compact' : 'comfortable'] : HEIGHT.narrow
  const template = wide ? templateOf(columns) : 'minmax(0, 1fr)'
  return (
    <section
      ref={element}
      aria-label={t('label')}
      data-column="list"
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface"
    >
      <div
        role="grid"
        aria-label={t('grid')}
        aria-multiselectable
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 3}
        style={{ '--columns': template } as React.CSSProperties}
        className="flex min-h-0 flex-1 flex-col"
      >
        <ListHeader look={look} columns={columns} wide={wide} />
        <VirtualCards<ListRow>
          name="list"
          label={t('label')}
          cards={rows}
          height={height}
          focus={focus}
          isStory={isStory}
          around={AS_ROWS}
          className="[scrollbar-gutter:stable]"
          empty={<NoRows area={area} columns={columns.length + 3} />}
        >
          {(row, entrance, index) =>
            isGroup(row) ? (
              <GroupRow
                key={row.id}
                group={row}
                older={row.stage === 'wont-do' ? older : 0}
                index={index}
                columns={columns.length + 3}
              />
            ) : (
              <StoryLine
                key={row.id}
                story={row}
                columns={columns}
                index={index}
                entrance={entrance}
                compact={look.compact}
                wide={wide}
              />
            )
          }
        </VirtualCards>
      </div>
      <div className="flex shrink-0 flex-wrap items-center justify-between border-t">
        {/* As wide as a column until it is written in. */}
        <div className="md:w-80 md:has-[form]:w-xl">
          <Composer />
        </div>
        <div className="p-2 empty:hidden">
          <OlderStories count={older} />
        </div>
      </div>
    </section>
  )
}

function isStory(row: ListRow): boolean {
  return !isGroup(row)
}
