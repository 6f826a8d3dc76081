'use client'

import { CloudUpload, MoreHorizontal } from 'lucide-react'
import { memo, useRef } from 'react'
import { runAction } from '#components/actions/index.ts'
import { Handle } from '#components/cards/Handle.tsx'
import { pressing } from '#components/cards/pressing.ts'
import { SelectBox } from '#components/cards/SelectBox.tsx'
import { useStore } from '#components/cards/store.ts'
import { StoryKey } from '#components/cards/StoryKey.tsx'
import { textsOf } from '#components/language/loaded.ts'
import type { ListColumn } from '#components/shell/listLook.ts'
import { classes } from '#components/ui/classes.ts'
import { presenceColour } from '#components/ui/presence.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import { useBoard } from '../board.ts'
import { chooseStage, peekStory } from '../cardActions.ts'
import { TitleEditor } from '../TitleEditor.tsx'
import { useCardState } from '../useCardState.ts'
import { Cell } from './Cell.tsx'
import { COLUMN_FRAMES } from './columns.ts'
import { isOrdered } from './shown.ts'

/** One story as a row of the table; on a narrow screen two lines, one for its title and one for everything else. */
export const StoryLine = memo(function StoryLine({
  story,
  columns,
  index,
  entrance,
  compact,
  wide,
}: {
  readonly story: AreaStory
  readonly columns: readonly ListColumn[]
  readonly index: number
  /** Tab reaches the table here. */
  readonly entrance: boolean
  readonly compact: boolean
  readonly wide: boolean
}) {
  const t = textsOf('board.card')
  const board = useBoard()
  const { state } = board
  const element = useRef<HTMLDivElement>(null)
  const { focused, selected, selecting, peeked, pending, people, doing } = useCardState(
    story,
    element,
  )
  const { onSelect, ...press } = pressing(board, story.id, () => {
    runAction(peekStory, { board, story })
  })
  // Where the lines have no places there is nothing to lift one for.
  const canLift = useStore(state, isOrdered)
  const editor = people.find(({ editing }) => editing)
  const key = (
    <div role="gridcell" className="flex h-6 min-w-0 items-center gap-1.5 md:ps-3">
      {canLift && wide ? <Handle className="-ms-3 -me-1.5 hidden h-11 w-6 coarse:flex" /> : null}
      <SelectBox
        story={story}
        selected={selected}
        selecting={selecting}
        tabbable={focused}
        onSelect={onSelect}
      />
      <StoryKey story={story} className="truncate" />
      {pending ? (
        <span role="img" aria-label={t('pending')} title={t('pendingMeans')}>
          <CloudUpload aria-hidden size={12} className="text-subtle" />
        </span>
      ) : null}
    </div>
  )
  const title = (
    <div role="rowheader" title={story.title} className="min-w-0 max-md:py-0.5 md:px-1">
      {doing === 'renaming' ? (
        <TitleEditor story={story} className="text-interface" />
      ) : (
        <span className="line-clamp-2 text-interface break-words text-text md:block md:truncate">
          {story.title}
        </span>
      )}
    </div>
  )
  const cells = columns.map((column) => (
    <div
      key={column}
      role="gridcell"
      className={classes(
        'flex h-6 min-w-0 items-center text-label text-muted max-md:max-w-full max-md:empty:hidden md:px-2',
        COLUMN_FRAMES[column].isNumber && 'tabular-nums md:justify-end',
      )}
    >
      <Cell column={column} story={story} people={people} focused={focused} wide={wide} />
    </div>
  ))
  return (
    <div
      ref={element}
      role="row"
      data-card={story.id}
      tabIndex={entrance ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-current={peeked ? 'true' : undefined}
      aria-describedby="board-card-keys"
      onFocus={() => state.set({ focus: story.id })}
      {...press}
      style={editor ? { boxShadow: `inset 3px 0 ${presenceColour(editor.colour)}` } : undefined}
      className={classes(
        'group/card relative cursor-default border-b select-none',
        'focus-visible:outline-2 focus-visible:-outline-offset-2',
        wide ? 'grid grid-cols-(--columns) items-center' : 'flex flex-col py-1 ps-3 pe-13',
        !wide && canLift && 'coarse:ps-8',
        wide && (compact ? 'min-h-row-compact' : 'min-h-row'),
        selected || peeked ? 'bg-selected' : 'bg-surface hover:bg-hover/60',
        doing === 'dragging' && 'opacity-40',
        doing === 'moving' && 'z-10 shadow-lifted outline-2 -outline-offset-2 outline-accent',
      )}
    >
      {wide ? (
        <>
          {key}
          {title}
          {cells}
        </>
      ) : (
        <>
          {canLift ? (
            <Handle className="absolute inset-y-0 start-0 hidden w-8 coarse:flex" />
          ) : null}
          {title}
          {/* What does not fit goes whole, instead of a letter of each. */}
          <div
            role="none"
            className="flex h-6 w-full flex-wrap items-center gap-x-2 overflow-hidden"
          >
            {key}
            {cells}
          </div>
        </>
      )}
      <div role="gridcell" className={wide ? 'flex justify-center' : 'absolute top-1 end-1'}>
        <button
          type="button"
          tabIndex={focused ? 0 : -1}
          aria-label={t('move', { name: story.key ?? t('thisIdea') })}
          title={t('moveKeys')}
          aria-haspopup="menu"
          data-menu-button
          onClick={() => runAction(chooseStage, { board, story })}
          className="target flex size-7 items-center justify-center rounded-control text-muted not-coarse:opacity-0 group-focus-within/card:opacity-100 group-hover/card:opacity-100 hover:bg-hover hover:text-text focus-visible:opacity-100 coarse:size-11"
        >
          <MoreHorizontal aria-hidden size={16} />
        </button>
      </div>
    </div>
  )
})
