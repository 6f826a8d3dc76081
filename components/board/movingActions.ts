import { defineAction, type Outcome } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { dropped, movedOver, pickedUp, putBack } from './announcements.ts'
import type { Board, CardTarget } from './board.ts'
import { EMPTY_HAND } from './boardState.ts'
import { type Held, type HeldStep, lift, stepHeld } from './held.ts'
import { type Landings, landingsOf, whyClosed } from '#components/flow/landings.ts'
import { putStory } from './putStory.ts'
import type { Direction } from '#components/cards/walk.ts'
import type { Stage } from '#lib/domain/stage.ts'
import { chooseStage } from './cardActions.ts'
import { hasNoPlaces } from './list/shown.ts'

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
  group: 'Story',
  keys: ['M'],
  run: ({ board, story }): Outcome | void => {
    // A list that is sorted or grouped otherwise has no places to move to.
    if (hasNoPlaces(board.state.get())) return chooseStage.run({ board, story })
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
  const closed = (stage: Stage) => whyClosed(landings[stage])
  const isAcross = direction === 'left' || direction === 'right'
  if (hasNoPlaces(board.state.get()) && !isAcross) {
    return {
      moved: false,
      why: textsOf('board.why')('noPlaces'),
    }
  }
  const next = stepHeld(board.columns(), held, direction, closed)
  if (next.moved || isAcross || board.state.get().list === null) return next
  // In a list the stages stand one below the other: at the end of one begins the next.
  const over = stepHeld(board.columns(), held, direction === 'down' ? 'right' : 'left', closed)
  if (!over.moved) return next
  const { stage } = over.held
  const last =
    board
      .columns()
      .find((one) => one.stage === stage)
      ?.stories.at(-1)?.id ?? null
  return {
    moved: true,
    held: { ...over.held, place: { after: direction === 'down' ? null : last } },
  }
}

function isGrouped({ state }: Board): boolean {
  return state.get().grouping !== null
}

function destination(held: Held) {
  return { stage: held.stage, place: held.place, held }
}
