import { defineAction, type Outcome } from '#components/actions/index.ts'
import { dropped, movedOver, pickedUp, putBack } from './announcements.ts'
import type { Board, CardTarget } from './board.ts'
import { EMPTY_HAND } from './boardState.ts'
import { type Held, type HeldStep, lift, stepHeld } from './held.ts'
import { type Landings, landingsOf, whyClosed } from '#components/flow/landings.ts'
import { putStory } from './putStory.ts'
import type { Direction } from '#components/cards/walk.ts'

const ARROWS: Record<Direction, string> = {
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
}
const LETTERS: Record<Direction, string> = { up: 'K', down: 'J', left: 'H', right: 'L' }
const DIRECTIONS: readonly Direction[] = ['up', 'down', 'left', 'right']

export const startMoving = defineAction<CardTarget>({
  id: 'story.moveMode',
  title: 'Move with the arrow keys',
  group: 'Story',
  keys: ['M'],
  run: ({ board, story }) => {
    const held = lift(story, board.columns(), isGrouped(board))
    const landings = landingsOf(board.client, story)
    board.state.set({ focus: story.id, hand: { kind: 'moving', held, landings } })
    board.announce(pickedUp(board.columns(), held))
  },
})

/** Moves that take effect at once: one place up or down, or over to the next column that ST2 allows. */
export const moveNow = DIRECTIONS.map((direction) =>
  defineAction<CardTarget>({
    id: `story.move.${direction}`,
    title: `Move ${direction}`,
    group: 'Story',
    keys: [`Alt+Shift+${ARROWS[direction]}`],
    keysOnly: true,
    run: ({ board, story }): Outcome | void => {
      const columns = board.columns()
      const held = lift(story, columns, isGrouped(board))
      const next = stepIn(board, held, direction, landingsOf(board.client, story))
      if (!next.moved) return refused(board, direction, next.why)
      board.announce(movedOver(columns, next.held))
      return putStory.run({ board, story, ...destination(next.held) })
    },
  }),
)

/** What the keys do while a card is lifted by move mode. */
export interface HeldTarget extends CardTarget {
  readonly held: Held
  readonly landings: Landings
}

export const stepMoving = DIRECTIONS.map((direction) =>
  defineAction<HeldTarget>({
    id: `moving.${direction}`,
    title: `Lifted card: ${direction}`,
    group: 'Story',
    keys: [ARROWS[direction], LETTERS[direction]],
    keysOnly: true,
    run: ({ board, held, landings }): Outcome | void => {
      const next = stepIn(board, held, direction, landings)
      if (!next.moved) return refused(board, direction, next.why)
      board.state.set({ hand: { kind: 'moving', held: next.held, landings } })
      const landing = landings[next.held.stage]
      const where = movedOver(board.columns(), next.held)
      board.announce(landing.kind === 'open' ? where : `${where}, ${landing.says}`)
    },
  }),
)

export const dropMoving = defineAction<HeldTarget>({
  id: 'moving.drop',
  title: 'Lifted card: drop',
  group: 'Story',
  keys: ['Enter', 'Space'],
  keysOnly: true,
  run: ({ board, story, held }) => {
    board.announce(dropped(board.columns(), held))
    board.state.set({ hand: EMPTY_HAND })
    return putStory.run({ board, story, ...destination(held) })
  },
})

export const cancelMoving = defineAction<HeldTarget>({
  id: 'moving.cancel',
  title: 'Lifted card: put it back',
  group: 'Story',
  keys: ['Escape'],
  keysOnly: true,
  run: ({ board, story }) => {
    board.state.set({ hand: EMPTY_HAND })
    board.announce(putBack(story))
  },
})

/** At the top or bottom there is nothing to explain; a column that refuses is worth a toast, which is read out, too. */
function refused(board: CardTarget['board'], direction: Direction, why: string): Outcome | void {
  if (direction === 'left' || direction === 'right') return { ok: false, message: why }
  board.announce(why)
}

function stepIn(board: Board, held: Held, direction: Direction, landings: Landings): HeldStep {
  return stepHeld(board.columns(), held, direction, (stage) => whyClosed(landings[stage]))
}

function isGrouped({ state }: Board): boolean {
  return state.get().grouping !== null
}

function destination(held: Held) {
  return { stage: held.stage, place: held.place, held }
}
