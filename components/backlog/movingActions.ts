import { defineAction, type Outcome } from '#components/actions/index.ts'
import type { Direction } from '#components/cards/walk.ts'
import { textsOf } from '#components/language/loaded.ts'
import { dropped, movedOver, pickedUp, putBack } from './announcements.ts'
import type { Backlog, StoriesTarget } from './backlog.ts'
import { EMPTY_HAND } from './backlogState.ts'
import { doneSteps } from './groups.ts'
import { type Held, type HeldStep, lift, stepHeld } from './held.ts'
import { putStories, whyNotInto } from './placeActions.ts'

const ARROWS: Record<Direction, string> = {
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
}
const LETTERS: Record<Direction, string> = { up: 'K', down: 'J', left: 'H', right: 'L' }
const DIRECTIONS: readonly Direction[] = ['up', 'down', 'left', 'right']

export const startMoving = defineAction<StoriesTarget>({
  id: 'backlog.moveMode',
  group: 'Backlog',
  keys: ['M'],
  when: (target) => whyNotLifted(target) ?? true,
  run: ({ backlog, stories }) => {
    const held = lift(backlog.parts(), stories)
    backlog.state.set({ hand: { kind: 'moving', held }, grab: true })
    backlog.announce(pickedUp(backlog.parts(), held))
  },
})

/** Moves that take effect at once: one place up or down, or over to the next step that takes them. */
export const moveNow = DIRECTIONS.map((direction) =>
  defineAction<StoriesTarget>({
    id: `backlog.move.${direction}`,
    group: 'Backlog',
    keys: [`Alt+Shift+${ARROWS[direction]}`],
    keysOnly: true,
    when: (target) => whyNotLifted(target) ?? true,
    run: ({ backlog, stories }): Outcome | void => {
      const next = stepFrom(backlog, lift(backlog.parts(), stories), direction)
      if (!next.moved) return refused(backlog, direction, next.why)
      backlog.announce(movedOver(backlog.parts(), next.held))
      backlog.state.set({ grab: true })
      return putStories.run({ backlog, stories, to: next.held })
    },
  }),
)

/** What the keys do while stories are lifted by move mode. */
export interface HeldTarget {
  readonly backlog: Backlog
  readonly held: Held
}

export const stepMoving = DIRECTIONS.map((direction) =>
  defineAction<HeldTarget>({
    id: `backlog.moving.${direction}`,
    group: 'Backlog',
    keys: [ARROWS[direction], LETTERS[direction]],
    keysOnly: true,
    run: ({ backlog, held }): Outcome | void => {
      const next = stepFrom(backlog, held, direction)
      if (!next.moved) return refused(backlog, direction, next.why)
      backlog.state.set({ hand: { kind: 'moving', held: next.held }, grab: true })
      backlog.announce(movedOver(backlog.parts(), next.held))
    },
  }),
)

export const dropMoving = defineAction<HeldTarget>({
  id: 'backlog.moving.drop',
  group: 'Backlog',
  keys: ['Enter', 'Space'],
  keysOnly: true,
  run: ({ backlog, held }) => {
    backlog.announce(dropped(backlog.parts(), held))
    backlog.state.set({ hand: EMPTY_HAND, grab: true })
    return putStories.run({ backlog, stories: held.stories, to: held })
  },
})

export const cancelMoving = defineAction<HeldTarget>({
  id: 'backlog.moving.cancel',
  group: 'Backlog',
  keys: ['Escape'],
  keysOnly: true,
  run: ({ backlog, held }) => {
    backlog.state.set({ hand: EMPTY_HAND, grab: true })
    backlog.announce(putBack(held.stories))
  },
})

function stepFrom(backlog: Backlog, held: Held, direction: Direction): HeldStep {
  return stepHeld(backlog.parts(), held, direction, backlog.layout(), (part) =>
    whyNotInto(backlog, held.stories, part),
  )
}

/** In the list what is done has no order among what is open. */
function whyNotLifted({ backlog, stories }: StoriesTarget): string | null {
  const done = doneSteps(backlog.team())
  if (
    backlog.layout() === 'stacked' &&
    stories.some(({ step }) => step !== null && done.has(step))
  ) {
    return textsOf('backlog')('held.doneFixed')
  }
  const part = backlog.parts()[0]
  if (!part) return textsOf('backlog')('held.noPlace')
  return backlog.layout() === 'stacked' ? whyNotInto(backlog, stories, part) : null
}

/** At the top or bottom there is nothing to explain; a step that refuses is worth a toast, which is read out, too. */
function refused(backlog: Backlog, direction: Direction, why: string): Outcome | void {
  const isSideways = direction === 'left' || direction === 'right'
  if (isSideways && backlog.layout() === 'columns') return { ok: false, message: why }
  backlog.announce(why)
}
