import type { RefObject } from 'react'
import { runAction } from '#components/actions/index.ts'
import { dropped, putBack } from './announcements.ts'
import type { Board } from './board.ts'
import { EMPTY_HAND } from './boardState.ts'
import { type DragEvents, useDrag } from './drag/useDrag.ts'
import type { LetGo } from './Flip.tsx'
import { whyNot } from './held.ts'
import { putStory } from './moveActions.ts'

/** Lets cards be dragged: what a drop means is the same action as by key or menu (UX4). */
export function useCardDrag(
  board: Board,
  root: RefObject<HTMLElement | null>,
  letGo: RefObject<LetGo | null>,
): void {
  const { state } = board
  const events: DragEvents = {
    storyOf: (id) => (state.get().hand.kind === 'empty' ? board.area().stories.get(id) : undefined),
    storiesIn: (stage) => board.area().columns[stage],
    whyNot,
    onPress: (pressed) => state.set({ pressed }),
    onLift: (story) => state.set({ focus: story.id, hand: { kind: 'dragging', story } }),
    onDrop: (story, stage, place, box) => {
      letGo.current = { story: story.id, box }
      state.set({ hand: EMPTY_HAND, grab: true })
      const held = place && state.get().stages.includes(stage) ? { story, stage, place } : undefined
      const outcome = runAction(putStory, { board, story, stage, place, held })
      if (!outcome.ok) letGo.current = null
      else if (held) board.announce(dropped(board.columns(), held))
    },
    onCancel: (story) => {
      state.set({ hand: EMPTY_HAND, grab: true })
      board.announce(putBack(story))
    },
  }
  useDrag(root, events)
}
