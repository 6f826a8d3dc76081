'use client'

import { Button } from '#components/ui/Button.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { useBoard } from './board.ts'

/** A peek at a story that is not there: in the trash, mistyped, or not for this person to see. */
export function NoStory() {
  const board = useBoard()
  return (
    <aside aria-label="Story not found">
      <EmptyState
        title="This story is not on the board"
        action={<Button onClick={() => board.peek(null)}>Close</Button>}
      >
        It may be in the trash, or the address may be mistyped.
      </EmptyState>
    </aside>
  )
}
