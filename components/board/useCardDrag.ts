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
import { isOrdered, listed, spotNow } from './list/shown.ts'
import { putStory } from './putStory.ts'
import { landingsOfAll, selectedOn } from './selected.ts'
import { putStories } from './putSeveral.ts'

/** What the one list is called among the columns. */
const LIST = 'list'

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
  const taken = (story: AreaStory): readonly AreaStory[] =>
    state.get().selection.ids.has(story.id) ? selectedOn(board) : [story]
  const events: DragEvents<AreaStory, Stage | 'list'> = {
    storyOf: (id) => {
      const { hand, list } = state.get()
      const story =
        hand.kind === 'empty' && (list === null || isOrdered(state.get()))
          ? board.area().stories.get(id)
          : undefined
      return story && isAreaStory(story) ? story : undefined
    },
    columnOf: (name) => (name === LIST ? LIST : STAGES.find((stage) => stage === name)),
    storiesIn: (column) =>
      column === LIST ? listed(state.get(), board.area()) : board.area().columns[column],
    taken: (story) => new Set(taken(story).map(({ id }) => id)),
    // What a list refuses, the headings of its stages say, and the drop.
    whyNot: (_, column) => (column === LIST ? null : whyDimmed(landing(column))),
    onPress: (pressed) => state.set({ pressed }),
    onLift: (story) => {
      const stories = taken(story)
      const landings =
        stories.length === 1 ? landingsOf(board.client, story) : landingsOfAll(board, stories)
      state.set({ focus: story.id, hand: { kind: 'dragging', story, stories, landings } })
    },
    onDrop: (story, column, where, box) => {
      letGo.current = { story: story.id, box }
      const isList = column === LIST
      const spot = isList
        ? spotNow(state.get(), board.area(), where)
        : { stage: column, place: where }
      if (!spot) return
      const { stage, place } = spot
      const stories = taken(story)
      // A column that holds it back takes it only once the gate is answered.
      const hasStage = isList || state.get().stages.includes(stage)
      const isShown = place && hasStage && !whyDimmed(landing(stage))
      state.set({ hand: EMPTY_HAND, grab: true })
      if (stories.length > 1) {
        const all = { page: board, stories, stage, place }
        if (!runAction(putStories, all).ok) letGo.current = null
        return
      }
      const held = isShown ? { story, stage, place } : undefined
      const outcome = runAction(putStory, { board, story, stage, place, held })
      if (!outcome.ok) letGo.current = null
      else if (held) board.announce(dropped(board.columns(), held))
    },
    onCancel: (story) => {
      state.set({ hand: EMPTY_HAND, grab: true })
      board.announce(putBack(story, taken(story)))
    },
  }
  useDrag(root, events)
}
