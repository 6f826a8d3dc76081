'use client'

import { Menu } from '@base-ui/react/menu'
import { runAction } from '#components/actions/index.ts'
import { MenuGroup, MenuItem, MenuLine } from '#components/ui/Menu.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import {
  explainNoMove,
  MOVE_RULES,
  moveBetween,
  STAGE_NAMES,
  type Stage,
  STAGES,
} from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import { useBoard } from './board.ts'
import { EMPTY_HAND } from './boardState.ts'
import { editTitle, openStory, trashStory } from './cardActions.ts'
import { cardElement } from './cardElement.ts'
import { putStory } from './moveActions.ts'
import { useStore } from './store.ts'

/** "Move to…", one for the whole board, shown at the card it is about: what is allowed first, the rest with its reason. */
export function MoveMenu({ stories }: { readonly stories: ReadonlyMap<string, Story> }) {
  const board = useBoard()
  const chosen = useStore(board.state, ({ hand }) => (hand.kind === 'choosing' ? hand.story : null))
  const story = chosen === null ? undefined : stories.get(chosen)
  if (!story) return null
  const target = { board, story }
  const close = () => {
    // An item may have begun something else (asking for a reason, renaming): that keeps the focus.
    const { hand } = board.state.get()
    if (hand.kind === 'choosing') board.state.set({ hand: EMPTY_HAND, grab: true })
  }
  const choose = (act: () => void) => () => {
    board.state.set({ hand: EMPTY_HAND, grab: true })
    act()
    if (board.state.get().hand.kind !== 'empty') board.state.set({ grab: false })
  }
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => open || close()}>
      {/* A landmark, so that what is in it belongs to one, as everything on the page does. */}
      <Menu.Portal render={<section aria-label="Menu" />}>
        <Menu.Positioner
          anchor={() => anchorOf(story.id)}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50"
        >
          <Menu.Popup
            finalFocus={false}
            className="pop-in max-h-(--available-height) w-72 max-w-(--available-width) overflow-y-auto rounded-card border bg-surface p-1 shadow-overlay focus-visible:outline-none"
          >
            <MenuGroup heading={`Move ${story.key ?? 'this idea'} to`}>
              {byPossibility(story.stage).map(({ stage, why }) => (
                <MenuItem
                  key={stage}
                  icon={<StageDot stage={stage} />}
                  unavailable={why}
                  onSelect={choose(() => void runAction(putStory, { ...target, stage }))}
                >
                  {STAGE_NAMES[stage]}
                  {asksFor(story.stage, stage) ? '…' : ''}
                </MenuItem>
              ))}
            </MenuGroup>
            <MenuLine />
            <MenuItem keys="Enter" onSelect={choose(() => void runAction(openStory, target))}>
              Open the story
            </MenuItem>
            <MenuItem keys="E" onSelect={choose(() => void runAction(editTitle, target))}>
              Rename
            </MenuItem>
            <MenuItem
              danger
              keys="Delete"
              onSelect={choose(() => void runAction(trashStory, target))}
            >
              Move to trash
            </MenuItem>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

interface Choice {
  readonly stage: Stage
  /** Why it cannot go there; null when it can. */
  readonly why: string | null
}

/** Gives the stages a story could go to, those that ST2 allows first. */
export function byPossibility(from: Stage): Choice[] {
  const choices = STAGES.filter((stage) => stage !== from).map((stage) => ({
    stage,
    why: moveBetween(from, stage) ? null : explainNoMove(from, stage),
  }))
  return [
    ...choices.filter(({ why }) => why === null),
    ...choices.filter(({ why }) => why !== null),
  ]
}

function asksFor(from: Stage, to: Stage): boolean {
  const move = moveBetween(from, to)
  return move !== null && MOVE_RULES[move].needsReason
}

function anchorOf(story: string): Element | null {
  const card = cardElement(story)
  return card?.querySelector('[data-menu-button]') ?? card
}
