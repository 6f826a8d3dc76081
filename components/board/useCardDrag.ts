import type { RefObject } from 'react'
import { runAction } from '#components/actions/index.ts'
import { type Stage, STAGES } from '#lib/domain/stage.ts'
import { type AreaStory, isAreaStory } from '#lib/domain/story.ts'
import { dropped, putBack } from './announcements.ts'
import type { Board } from './board.ts'
import { EMPTY_HAND } from './boardState.ts'
import { type DragEvents, useDrag } from '#components/cards/drag/useDrag.ts'
import type { LetGo } from '#components/cards/Flip.tsx'
import { landingsOf, type Landing, whyDimmed } from '#components/flow/landings.ts'
import { putStory } from './putStory.ts'

/** Lets cards be dragged: what a drop means is the same action as by key or menu (UX4). */
export function useCardDrag(
  board: Board,
  root: RefObject<HTMLElement | null>,
  letGo: RefObject<LetGo | null>,
): void {
  const { state } = board
  const landing = (stage: Stage): Landing => {
    const { hand } = state.get()
    return hand.kind === 'dragging' ? hand.landings[stage] : { kind: 'open' }
  }
  const events: DragEvents<AreaStory, Stage> = {
    storyOf: (id) => {
      const story = state.get().hand.kind === 'empty' ? board.area().stories.get(id) : undefined
      return story && isAreaStory(story) ? story : undefined
    },
    columnOf: (name) => STAGES.find((stage) => stage === name),
    storiesIn: (stage) => board.area().columns[stage],
    whyNot: (_, stage) => whyDimmed(landing(stage)),
    onPress: (pressed) => state.set({ pressed }),
    onLift: (story) => {
      const landings = landingsOf(board.client, story)
      state.set({ focus: story.id, hand: { kind: 'dragging', story, landings } })
    },
    onDrop: (story, stage, place, box) => {
      letGo.current = { story: story.id, box }
      // A column that holds it back takes it only once the gate is answered.
      const isShown = place && state.get().stages.includes(stage) && !whyDimmed(landing(stage))
      state.set({ hand: EMPTY_HAND, grab: true })
      const held = isShown ? { story, stage, place } : undefined
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
