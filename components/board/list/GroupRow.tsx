'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { useStore } from '#components/cards/store.ts'
import { ThemeDot } from '#components/flow/ThemeDot.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { inDigits } from '#components/language/pageLanguage.ts'
import { StageDot } from '#components/ui/StageDot.tsx'
import { useBoard } from '../board.ts'
import { foldGroup } from './listActions.ts'
import type { GroupHeading } from './rows.ts'

/** Above the stories of a group: its name, how many there are, and a press that folds them. */
export function GroupRow({
  group: { id, name, count: shown, isFolded, stage, colour },
  older,
  index,
  columns,
}: {
  readonly group: GroupHeading
  /** How many more there are that were filed. */
  readonly older: number
  readonly index: number
  /** How many columns it reaches over. */
  readonly columns: number
}) {
  const board = useBoard()
  // While stories are dragged or moved: what awaits them in this stage (UX20).
  const landing = useStore(board.state, ({ hand }) =>
    stage && (hand.kind === 'dragging' || hand.kind === 'moving') ? hand.landings[stage] : null,
  )
  const count = shown + older
  const Chevron = isFolded ? ChevronRight : ChevronDown
  return (
    <div role="row" data-card={id} aria-rowindex={index + 2} className="border-b bg-canvas">
      <div role="gridcell" aria-colspan={columns}>
        <h2>
          <button
            type="button"
            aria-expanded={!isFolded}
            onClick={() => runAction(foldGroup, { board, group: id })}
            className="flex h-9 w-full items-center gap-2 px-3 text-start text-interface font-medium focus-visible:-outline-offset-2 coarse:h-11"
          >
            <Chevron aria-hidden size={14} className="shrink-0 text-subtle rtl:-scale-x-100" />
            {stage ? <StageDot stage={stage} /> : null}
            {colour === undefined ? null : <ThemeDot colour={colour} />}
            <span className="truncate">{name}</span>
            <span className="text-label font-normal text-subtle tabular-nums">
              {inDigits(count)}
              <span className="sr-only">{textsOf('list')('story', { count })}</span>
            </span>
            {landing && landing.kind !== 'open' ? (
              <span className="min-w-0 flex-1 truncate text-end text-label font-normal text-idea">
                {landing.says}
              </span>
            ) : null}
          </button>
        </h2>
      </div>
    </div>
  )
}
