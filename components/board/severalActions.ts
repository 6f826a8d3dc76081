import { defineAction, type Outcome } from '#components/actions/index.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import { possible, type PlanOf, together } from '#components/cards/together.ts'
import { textsOf } from '#components/language/loaded.ts'
import { must } from '#lib/domain/must.ts'
import type { Place } from '#lib/domain/rank.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import { hasNoPlaces } from './list/shown.ts'
import { type CardsTarget, planOf, putStories } from './putSeveral.ts'

const ARROWS = { up: 'Up', down: 'Down', left: 'Left', right: 'Right' } as const
const DIRECTIONS = Object.keys(ARROWS) as (keyof typeof ARROWS)[]

/** At once: one place up or down, all together, or over to the next column. */
export const moveAllNow = DIRECTIONS.map((direction) =>
  defineAction<CardsTarget>({
    id: `several.move.${direction}`,
    group: 'Selection',
    keys: [`Alt+Shift+Arrow${ARROWS[direction]}`],
    keysOnly: true,
    run: ({ page, stories }): Outcome | void => {
      const columns = page.columns()
      const stage = must(stories[0], 'a selected story').stage
      const at = columns.findIndex((column) => column.stage === stage)
      if (direction === 'left' || direction === 'right') {
        const next = columns[at + (direction === 'right' ? 1 : -1)]?.stage
        if (next) return putStories.run({ page, stories, stage: next })
        return page.announce(
          textsOf('board.why')(direction === 'left' ? 'noColumnLeft' : 'noColumnRight'),
        )
      }
      if (hasNoPlaces(page.state.get())) return page.announce(textsOf('board.why')('noPlaces'))
      const own = stories.filter((story) => story.stage === stage)
      const place = placeBeside(columns[at]?.stories ?? [], own, direction)
      if (place) return putStories.run({ page, stories: own, stage, place })
      page.announce(textsOf('board.why')(direction === 'up' ? 'allTop' : 'allBottom'))
    },
  }),
)

export const pickStage = defineAction<CardsTarget>({
  id: 'several.moveTo',
  group: 'Selection',
  keys: ['Shift+M', 'M'],
  run: ({ page, stories }) => page.pick('stage', stories),
})

export const markAllReady = defineAction<CardsTarget>({
  id: 'several.markReady',
  group: 'Selection',
  keys: ['Shift+R'],
  run: (target) => putStories.run({ ...target, stage: 'ready' }),
})

export const dismissAll = defineAction<CardsTarget>({
  id: 'several.dismiss',
  group: 'Selection',
  when: ({ page, stories }) =>
    possible(page, stories, planOf({ page, stories, stage: 'wont-do', reason: '…' })),
  run: (target) => putStories.run({ ...target, stage: 'wont-do' }),
})

/** ST3. */
export const pickTeam = defineAction<CardsTarget>({
  id: 'several.assign',
  group: 'Selection',
  keys: ['A'],
  when: ({ page, stories }) => {
    const teams = [...page.area().settings.teams.values()].filter((team) => !team.archivedAt)
    if (teams.length === 0) return textsOf('board.why')('noTeam')
    const answers = teams.map(({ id }) => possible(page, stories, assigning(id)))
    return answers.includes(true) || (answers[0] ?? false)
  },
  run: ({ page, stories }) => page.pick('team', stories),
})

export const giveToTeam = defineAction<CardsTarget & { readonly team: string }>({
  id: 'several.giveToTeam',
  group: 'Selection',
  keysOnly: true,
  when: ({ page, stories, team }) => possible(page, stories, assigning(team)),
  run: ({ page, stories, team }) => {
    const name = page.area().settings.teams.get(team)?.name ?? textsOf('flow')('theTeam')
    return together(
      page,
      stories,
      assigning(team),
      (given) => textsOf('board.said')('assigned', { stories: nameOf(given), team: name }),
      { leaves: true },
    )
  },
})

function assigning(team: string): PlanOf {
  return (story) =>
    story.stage === 'ready'
      ? { type: 'assignToTeam', story: story.id, team }
      : textsOf('flow.why')('onlyReady')
}

/** One place above or below all of them; null at the edge. */
function placeBeside(
  column: readonly AreaStory[],
  moving: readonly AreaStory[],
  direction: 'up' | 'down',
): Place | null {
  const ids = new Set(moving.map(({ id }) => id))
  const places = column.flatMap(({ id }, index) => (ids.has(id) ? [index] : []))
  const others = (from: number, to?: number) =>
    column.slice(from, to).filter(({ id }) => !ids.has(id))
  if (direction === 'up') {
    const above = others(0, places[0])
    return above.length === 0 ? null : { after: above.at(-2)?.id ?? null }
  }
  const next = others((places.at(-1) ?? 0) + 1)[0]
  return next ? { after: next.id } : null
}
