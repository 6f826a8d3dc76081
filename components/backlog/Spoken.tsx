'use client'

import { useStore } from '#components/cards/store.ts'
import { useBacklog } from './backlog.ts'

/** What the page says to whoever cannot see it, and what its rows answer to. */
export function Spoken() {
  const { state } = useBacklog()
  const said = useStore(state, (now) => now.said)
  return (
    <>
      <p role="status" aria-live="polite" className="sr-only">
        {said}
      </p>
      <p id="backlog-keys" hidden>
        Enter opens, Space peeks, X selects, M moves with the arrow keys, Shift+M chooses a step, a
        full stop shows all actions.
      </p>
    </>
  )
}
