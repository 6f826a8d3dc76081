'use client'

import { textsOf } from '#components/language/loaded.ts'
import { useBoard } from './board.ts'
import { useStore } from '#components/cards/store.ts'

/** What the board says to whoever cannot see it, and what its cards answer to. */
export function Spoken() {
  const { state } = useBoard()
  const said = useStore(state, (now) => now.said)
  return (
    <>
      <p role="status" aria-live="polite" className="sr-only">
        {said}
      </p>
      <p id="board-card-keys" hidden>
        {textsOf('board')('keys')}
      </p>
    </>
  )
}
