'use client'

import { Popover } from '@base-ui/react/popover'
import { runAction } from '#components/actions/index.ts'
import { ReasonForm, reasonQuestion } from '#components/actions/ReasonForm.tsx'
import { useBoard } from './board.ts'
import { type Asked, EMPTY_HAND, type Hand } from './boardState.ts'
import { cardElement } from './cardElement.ts'
import { moveActions } from './moveActions.ts'
import { useStore } from './store.ts'

/** Asks for the reason of a move, at the card (UX10). */
export function ReasonPopover() {
  const board = useBoard()
  const asked = useStore(board.state, ({ hand }) => askedIn(hand))
  if (asked === null) return null
  const { story, move, place } = asked
  const letGo = () => board.state.set({ hand: EMPTY_HAND, grab: true })
  return (
    <Popover.Root open onOpenChange={(open) => open || letGo()}>
      {/* A landmark, so that what is in it belongs to one, as everything on the page does. */}
      <Popover.Portal render={<section aria-label="Reason" />}>
        <Popover.Positioner
          anchor={() => cardElement(story.id)}
          side="right"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          className="z-50"
        >
          <Popover.Popup
            finalFocus={false}
            aria-label={reasonQuestion(story, move)}
            className="pop-in max-h-(--available-height) w-80 max-w-(--available-width) overflow-y-auto rounded-card border bg-surface p-3 text-interface shadow-overlay focus-visible:outline-none"
          >
            <ReasonForm
              key={story.id}
              workspaceId={board.workspaceId}
              story={story}
              move={move}
              onGiven={(given) =>
                runAction(
                  moveActions[move],
                  { board, story, place, ...given },
                  { refusalShown: true },
                )
              }
              onDone={letGo}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function askedIn(hand: Hand): Asked | null {
  return hand.kind === 'asking' ? hand.asked : null
}
