import { defineAction, type Outcome } from '#components/actions/index.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import { possible, type PlanOf, together } from '#components/cards/together.ts'
import { explainNoMove } from '#components/flow/noMove.ts'
import { textsOf } from '#components/language/loaded.ts'
import { stageName } from '#components/language/names.ts'
import type { Place } from '#lib/domain/rank.ts'
import { MOVE_RULES, moveBetween, type Stage } from '#lib/domain/stage.ts'
import { type AreaStory, isAreaStory, type Story } from '#lib/domain/story.ts'
import type { Board } from './board.ts'
import { spotIn } from './groups.ts'

/** What an action on several cards acts on: those selected, in the order of the screen. */
export interface CardsTarget {
  readonly page: Board
  readonly stories: readonly AreaStory[]
}

/** Where several cards go. */
export interface PutAllTarget extends CardsTarget {
  readonly stage: Stage
  /** Absent: at the bottom, and those that are there already stay. */
  readonly place?: Place
  /** Of those that need one; absent: it is asked for, once. */
  readonly reason?: string
}

/**
 * Puts several cards into a column, one behind the other. Each is judged by itself: one that lacks a check or a right stays,
 * and the gate is asked for no exception of many at once.
 */
export const putStories = defineAction<PutAllTarget>({
  id: 'several.put',
  group: 'Selection',
  keysOnly: true,
  run: (target): Outcome | void => {
    const { page, stories, stage, place, reason } = target
    if (reason === undefined && stories.some((story) => needsReason(story, stage))) {
      return page.state.set({ hand: { kind: 'explaining', stories, stage, place } })
    }
    const unexplained = reason?.trim() === '' && stories.find((one) => needsReason(one, stage))
    // Not even those move that need none: the form is still open.
    if (unexplained) return { ok: false, message: textsOf('board.why')('sayWhy') }
    const isOrder = stories.every((story) => story.stage === stage)
    const outcome = together(
      page,
      stories,
      planOf(target),
      (moved) =>
        textsOf('board.said')(isOrder ? 'within' : 'to', {
          stories: nameOf(moved),
          stage: stageName(stage),
        }),
      { leaves: !isOrder, quiet: isOrder },
    )
    if (outcome?.ok && isOrder) page.announce(outcome.said ?? '')
    return outcome ?? alreadyThere(stories, stage)
  },
})

/** Gives why a column takes none of several cards, or how many of them it takes. */
export function takenBy(
  page: Board,
  stories: readonly AreaStory[],
  stage: Stage,
): { readonly count: number; readonly why: string | null } {
  const plan = planOf({ page, stories, stage, reason: '…', place: { after: null } })
  let count = 0
  let why: string | null = null
  for (const story of stories) {
    const answer = possible(page, [story], plan)
    if (answer === true) count += 1
    else why ??= answer
  }
  return { count, why }
}

/** Gives what is sent about each of several cards to put them into a column. */
export function planOf({ page, stories, stage, place, reason }: PutAllTarget): PlanOf {
  const { grouping } = page.state.get()
  const area = page.area()
  const moving = new Set(stories.map(({ id }) => id))
  const spot = place && spotIn(area.columns[stage], place, moving, grouping, area.settings)
  return (story, behind) => {
    const there = spot && { after: behind ?? spot.after }
    const theme =
      spot?.theme === undefined || spot.theme === story.theme
        ? []
        : [{ type: 'setTheme', story: story.id, theme: spot.theme } as const]
    if (story.stage === stage) {
      if (!there) return []
      return [...theme, { type: 'rankStory', story: story.id, place: there }]
    }
    const move = isAreaStory(story) ? moveBetween(story.stage, stage) : null
    if (move === null) return explainNoMove(story.stage ?? 'ready', stage)
    const answer = MOVE_RULES[move].needsReason ? { reason } : {}
    return [...theme, { type: move, story: story.id, place: there, ...answer }]
  }
}

function needsReason(story: AreaStory, stage: Stage): boolean {
  const move = moveBetween(story.stage, stage)
  return move !== null && MOVE_RULES[move].needsReason
}

function alreadyThere(stories: readonly Story[], stage: Stage): Outcome {
  const told = { stories: nameOf(stories), count: stories.length, stage: stageName(stage) }
  return { ok: true, said: textsOf('board.said')('already', told) }
}
