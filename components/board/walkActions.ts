import { defineAction } from '#components/actions/index.ts'
import { changeBoard } from '#components/shell/location.ts'
import { STAGES } from '#lib/domain/stage.ts'
import { allowed } from '#components/flow/target.ts'
import { type Board, focusStory } from './board.ts'
import { OPEN_STAGES } from './boardState.ts'
import { type Direction, edge, step } from '#components/cards/walk.ts'

const KEYS: Record<Direction, readonly string[]> = {
  up: ['ArrowUp', 'K'],
  down: ['ArrowDown', 'J'],
  left: ['ArrowLeft', 'H'],
  right: ['ArrowRight', 'L'],
}

/** Moves the focus over the cards. With the peek open it follows: J and K walk behind it (UX19). */
export const walk = (Object.keys(KEYS) as Direction[]).map((direction) =>
  defineAction<Board>({
    id: `board.${direction}`,
    group: 'Board',
    keys: KEYS[direction],
    keysOnly: true,
    // A list has nothing beside it: there these keys fold its groups.
    when: ({ state }) => state.get().list === null || direction === 'up' || direction === 'down',
    run: (board) => walkTo(board, step(board.lists(), board.state.get().focus, direction)),
  }),
)

export const walkToEdge = (['first', 'last'] as const).map((end) =>
  defineAction<Board>({
    id: `board.${end}`,
    group: 'Board',
    keys: [end === 'first' ? 'Home' : 'End'],
    keysOnly: true,
    run: (board) => walkTo(board, edge(board.lists(), board.state.get().focus, end)),
  }),
)

export const capture = defineAction<Board>({
  id: 'board.capture',
  group: 'Board',
  keys: ['C'],
  opensField: true,
  when: ({ client }) =>
    allowed(client, { type: 'captureStory', story: 'another', title: 'Another idea' }),
  run: ({ state }) => {
    // On a narrow screen another stage's tab may be open.
    if (state.get().list === null && !state.get().stages.includes('idea')) {
      changeBoard({ peek: null, stage: 'idea' }, { replace: true })
    }
    state.set({ composing: true })
  },
})

export const foldWontDo = defineAction<Board>({
  id: 'board.wontDo',
  group: 'Board',
  when: ({ state }) => state.get().list === null && state.get().stages.length > 1,
  run: ({ state }) => {
    const open = state.get().stages.includes('wont-do')
    state.set({ stages: open ? OPEN_STAGES : STAGES })
  },
})

function walkTo(board: Board, story: string | null): void {
  focusStory(board, story)
  const peeked = board.state.get().peeked
  if (peeked === null || story === null || story === peeked) return
  board.peek(board.area().stories.get(story) ?? null)
}
