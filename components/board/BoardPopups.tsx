'use client'

import type { Story } from '#lib/domain/story.ts'
import { AskPopover } from './AskPopover.tsx'
import { MoveMenu } from './MoveMenu.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { SeveralPopover } from './SeveralPopover.tsx'

export { SelectionBar }

/** What is laid over the board's cards: the question a move asks, the menu of a card, and what is done with several. */
export function BoardPopups({ stories }: { readonly stories: ReadonlyMap<string, Story> }) {
  return (
    <>
      <AskPopover />
      <MoveMenu stories={stories} />
      <SeveralPopover stories={stories} />
    </>
  )
}
