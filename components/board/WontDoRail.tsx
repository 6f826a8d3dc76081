'use client'

import { ChevronsLeft } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { classes } from '#components/ui/classes.ts'
import { StageDot } from '#components/ui/StageDot.tsx'
import { STAGE_NAMES } from '#lib/domain/stage.ts'
import { useBoard } from './board.ts'
import { landingOn } from './Column.tsx'
import { useStore } from '#components/cards/store.ts'
import { foldWontDo } from './walkActions.ts'

/** Won't do, folded: its count, a press away from its stories, and open to a dropped card. */
export function WontDoRail({ count }: { readonly count: number }) {
  const board = useBoard()
  const inviting = useStore(board.state, (state) => landingOn(state, 'wont-do')?.kind === 'open')
  return (
    <section data-column="wont-do" aria-label={STAGE_NAMES['wont-do']} className="h-full shrink-0">
      <button
        type="button"
        aria-expanded={false}
        aria-label={`Show ${STAGE_NAMES['wont-do']}, ${count.toLocaleString('en')} stories`}
        onClick={() => runAction(foldWontDo, board)}
        className={classes(
          'flex h-full w-10 flex-col items-center gap-2 rounded-panel border py-3 text-muted transition-colors hover:bg-hover hover:text-text',
          inviting ? 'border-dashed border-accent bg-selected' : 'border-transparent bg-sunken/60',
        )}
      >
        <StageDot stage="wont-do" />
        <span className="flex items-center gap-2 text-interface [writing-mode:vertical-rl]">
          <span className="font-medium">{STAGE_NAMES['wont-do']}</span>
          <span className="text-subtle tabular-nums">{count.toLocaleString('en')}</span>
        </span>
        <span className="flex-1" />
        <ChevronsLeft aria-hidden size={16} />
      </button>
    </section>
  )
}
