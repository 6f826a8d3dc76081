'use client'

import { Plus } from 'lucide-react'
import { awaitField, runAction } from '#components/actions/index.ts'
import { useStore } from '#components/cards/store.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Keys } from '#components/ui/Kbd.tsx'
import { useBehind } from '#components/ui/useBehind.ts'
import { useBoard } from './board.ts'
import { capture } from './walkActions.ts'

const loadOpen = () => import('./OpenComposer.tsx')

/** The foot of the Idea column: a button, and where ideas are typed or pasted once it is pressed (ST1). */
export function Composer() {
  const board = useBoard()
  const open = useStore(board.state, ({ composing }) => composing)
  const behind = useBehind(loadOpen)
  if (open && behind) return <behind.OpenComposer board={board} />
  const press = () => {
    // What is typed right behind the press is meant for the field, also while its code is on its way.
    if (!behind) awaitField()
    runAction(capture, board)
  }
  return (
    <div className="shrink-0 p-2">
      <button
        type="button"
        onClick={press}
        className="flex h-control w-full items-center gap-2 rounded-button px-2 text-interface text-muted transition-colors hover:bg-hover hover:text-text"
      >
        <Plus aria-hidden size={16} />
        <span className="flex-1 text-start">{textsOf('board.capture')('open')}</span>
        <span className="coarse:hidden">
          <Keys keys="C" />
        </span>
      </button>
    </div>
  )
}
