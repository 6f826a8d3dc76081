'use client'

import { Popover } from '@base-ui/react/popover'
import { cardElement } from '#components/cards/cardElement.ts'
import { useStore } from '#components/cards/store.ts'
import { AskedForm, questionInWords } from '#components/flow/AskedForm.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { wantCheck } from '#components/shell/wanted.ts'
import { classes } from '#components/ui/classes.ts'
import type { Check } from '#lib/domain/policy.ts'
import { isAreaStory } from '#lib/domain/story.ts'
import { putBack } from './announcements.ts'
import { askingAtCard, useBoard } from './board.ts'
import { EMPTY_HAND } from './boardState.ts'

/** Asks what a move needs, at the card: its reason, what to do about missing checks, the team (UX10, UX20). */
export function AskPopover() {
  const board = useBoard()
  const hand = useStore(board.state, (state) => state.hand)
  if (hand.kind !== 'asking') return null
  const { story, question } = hand
  const letGo = () => {
    // The answer may have led to another question.
    if (board.state.get().hand !== hand) return
    board.state.set({ hand: EMPTY_HAND, grab: true })
    const now = board.area().stories.get(story.id)
    if (now && isAreaStory(now) && now.stage === story.stage) board.announce(putBack(story))
  }
  const fix = (check: Check) => {
    // The card goes back: it is not ready yet.
    board.state.set({ hand: EMPTY_HAND })
    wantCheck(story.id, check)
    board.peek(story)
  }
  return (
    <Popover.Root open onOpenChange={(open) => open || letGo()}>
      {/* A landmark, so that what is in it belongs to one, as everything on the page does. */}
      <Popover.Portal render={<section aria-label={textsOf('asks')('question')} />}>
        <Popover.Positioner
          anchor={() => cardElement(story.id)}
          side="inline-end"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          className="z-50"
        >
          <Popover.Popup
            finalFocus={false}
            aria-label={questionInWords(story, question)}
            className={classes(
              'pop-in flex max-h-(--available-height) w-80 max-w-(--available-width) flex-col overflow-y-auto rounded-card border bg-surface text-interface shadow-overlay focus-visible:outline-none',
              question.kind === 'team' ? '' : 'p-3',
            )}
          >
            <AskedForm
              key={story.id}
              target={askingAtCard(board, story, hand.held)}
              question={question}
              onFix={fix}
              onDone={letGo}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
