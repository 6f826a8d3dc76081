import { defineAction } from '#components/actions/index.ts'
import { type Direction, edge, type Lists, step } from '#components/cards/walk.ts'
import { type Backlog, focusStory } from './backlog.ts'

const KEYS: Record<Direction, readonly string[]> = {
  up: ['ArrowUp', 'K'],
  down: ['ArrowDown', 'J'],
  left: ['ArrowLeft', 'H'],
  right: ['ArrowRight', 'L'],
}
const DIRECTIONS = Object.keys(KEYS) as Direction[]

/** Moves the focus over the stories. With the peek open it follows: J and K walk behind it (UX19). */
export const walk = DIRECTIONS.map((direction) =>
  defineAction<Backlog>({
    id: `backlog.${direction}`,
    group: 'Backlog',
    keys: KEYS[direction],
    keysOnly: true,
    run: (backlog) => walkTo(backlog, step(shownLists(backlog), focusOf(backlog), direction)),
  }),
)

export const walkToEdge = (['first', 'last'] as const).map((end) =>
  defineAction<Backlog>({
    id: `backlog.${end}`,
    group: 'Backlog',
    keys: [end === 'first' ? 'Home' : 'End'],
    keysOnly: true,
    run: (backlog) => walkTo(backlog, edge(shownLists(backlog), focusOf(backlog), end)),
  }),
)

export const foldTray = defineAction<Backlog>({
  id: 'backlog.tray',
  group: 'Backlog',
  keys: ['R'],
  words: 'tray pull assign',
  run: ({ state }) => state.set({ trayOpen: !state.get().trayOpen }),
})

export const foldDone = defineAction<Backlog>({
  id: 'backlog.done',
  group: 'Backlog',
  words: 'finished completed closed',
  run: ({ state }) => state.set({ doneOpen: !state.get().doneOpen }),
})

export const showOlder = defineAction<Backlog>({
  id: 'backlog.older',
  group: 'Backlog',
  words: 'finished completed closed older archive',
  when: ({ state }) => !state.get().olderShown,
  run: ({ state, client }) => {
    state.set({ doneOpen: true, olderShown: true })
    client.bringFiled()
  },
})

/**
 * Gives the lists that the focus walks over. A list of parts is one list, below the tray; columns stand side by side.
 */
export function shownLists(backlog: Backlog): Lists {
  const tray = { stories: backlog.tray() }
  const parts = backlog.parts()
  if (backlog.layout() === 'columns') return [tray, ...parts]
  const { done } = backlog
  return [{ stories: [...tray.stories, ...parts.flatMap(({ stories }) => stories), ...done()] }]
}

/** Gives the ids that can be selected together with a story: the tray's, or the backlog's. In the order of the screen. */
export function sideOf(backlog: Backlog, story: string): readonly string[] {
  const tray = backlog.tray().map(({ id }) => id)
  if (tray.includes(story)) return tray
  const parts = backlog.parts().flatMap(({ stories }) => stories)
  const done = backlog.layout() === 'stacked' ? backlog.done() : []
  return [...parts, ...done].map(({ id }) => id)
}

/** Gives the ids that a selection goes through with Shift: one column where they stand side by side. */
export function listWith(backlog: Backlog, story: string): readonly string[] {
  const side = sideOf(backlog, story)
  if (backlog.layout() === 'stacked') return side
  const column = backlog.parts().find(({ stories }) => stories.some(({ id }) => id === story))
  return column?.stories.map(({ id }) => id) ?? side
}

function walkTo(backlog: Backlog, story: string | null): void {
  focusStory(backlog, story)
  const { peeked } = backlog.state.get()
  if (peeked === null || story === null || story === peeked) return
  backlog.peek(backlog.area().stories.get(story) ?? null)
}

function focusOf({ state }: Backlog): string | null {
  return state.get().focus
}
