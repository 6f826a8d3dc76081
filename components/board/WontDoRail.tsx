'use client'

import { ChevronsLeft } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { stageName } from '#components/language/names.ts'
import { inDigits } from '#components/language/pageLanguage.ts'
import { classes } from '#components/ui/classes.ts'
import { StageDot } from '#components/ui/StageDot.tsx'
import { useBoard } from './board.ts'
import { landingOn } from './Column.tsx'
import { useStore } from '#components/cards/store.ts'
import { foldWontDo } from './walkActions.ts'

/** Won't do, folded: its count, a press away from its stories, and open to a dropped card. */
export function WontDoRail({ count }: { readonly count: number }) {
  const name = stageName('wont-do')
  const board = useBoard()
  const inviting = useStore(board.state, (state) => landingOn(state, 'wont-do')?.kind === 'open')
  return (
    <section data-column="wont-do" aria-label={name} className="h-full shrink-0">
      <button
        type="button"
        aria-expanded={false}
        aria-label={textsOf('board.column')('show', { stage: name, count })}
        onClick={() => runAction(foldWontDo, board)}
        className={classes(
          'flex h-full w-10 flex-col items-center gap-2 rounded-panel border py-3 text-muted transition-colors hover:bg-hover hover:text-text',
          inviting ? 'border-dashed border-accent bg-selected' : 'border-transparent bg-sunken/60',
        )}
      >
        <StageDot stage="wont-do" />
        <span className="flex items-center gap-2 text-interface [writing-mode:vertical-rl]">
          <span className="font-medium">{name}</span>
          <span className="text-subtle tabular-nums">{inDigits(count)}</span>
        </span>
        <span className="flex-1" />
        <ChevronsLeft aria-hidden size={16} className="rtl:-scale-x-100" />
      </button>
    </section>
  )
}
