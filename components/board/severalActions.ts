import { defineAction, type Outcome } from '#components/actions/index.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import { possible, type PlanOf, together } from '#components/cards/together.ts'
import { must } from '#lib/domain/must.ts'
import type { Place } from '#lib/domain/rank.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import { hasNoPlaces, NO_PLACES } from './list/shown.ts'
import { type CardsTarget, planOf, putStories } from './putSeveral.ts'

const ARROWS = { up: 'Up', down: 'Down', left: 'Left', right: 'Right' } as const
const DIRECTIONS = Object.keys(ARROWS) as (keyof typeof ARROWS)[]

/** At once: one place up or down, all together, or over to the next column. */
export const moveAllNow = DIRECTIONS.map((direction) =>
  defineAction<CardsTarget>({
    id: `several.move.${direction}`,
    title: `Move the selected ${direction}`,
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
        return page.announce(`There is no column to the ${direction}.`)
      }
      if (hasNoPlaces(page.state.get())) return page.announce(NO_PLACES)
      const own = stories.filter((story) => story.stage === stage)
      const place = placeBeside(columns[at]?.stories ?? [], own, direction)
      if (place) return putStories.run({ page, stories: own, stage, place })
      page.announce(`They are at the ${direction === 'up' ? 'top' : 'bottom'}.`)
    },
  }),
)

export const pickStage = defineAction<CardsTarget>({
  id: 'several.moveTo',
  title: 'Move to…',
  group: 'Selection',
  keys: ['Shift+M', 'M'],
  words: 'stage column status',
  run: ({ page, stories }) => page.pick('stage', stories),
})

export const markAllReady = defineAction<CardsTarget>({
  id: 'several.markReady',
  title: 'Mark ready',
  group: 'Selection',
  keys: ['Shift+R'],
  run: (target) => putStories.run({ ...target, stage: 'ready' }),
})

export const dismissAll = defineAction<CardsTarget>({
  id: 'several.dismiss',
  title: "Won't do…",
  group: 'Selection',
  words: 'dismiss reject close',
  when: ({ page, stories }) =>
    possible(page, stories, planOf({ page, stories, stage: 'wont-do', reason: '…' })),
  run: (target) => putStories.run({ ...target, stage: 'wont-do' }),
})

/** ST3. */
export const pickTeam = defineAction<CardsTarget>({
  id: 'several.assign',
  title: 'Assign to a team…',
  group: 'Selection',
  keys: ['A'],
  words: 'backlog give push',
  when: ({ page, stories }) => {
    const teams = [...page.area().settings.teams.values()].filter((team) => !team.archivedAt)
    if (teams.length === 0) return 'There is no team yet. Settings, Teams is where one is made.'
    const answers = teams.map(({ id }) => possible(page, stories, assigning(id)))
    return answers.includes(true) || (answers[0] ?? false)
  },
  run: ({ page, stories }) => page.pick('team', stories),
})

export const giveToTeam = defineAction<CardsTarget & { readonly team: string }>({
  id: 'several.giveToTeam',
  title: 'Assign to a team',
  group: 'Selection',
  keysOnly: true,
  when: ({ page, stories, team }) => possible(page, stories, assigning(team)),
  run: ({ page, stories, team }) => {
    const name = page.area().settings.teams.get(team)?.name ?? 'the team'
    return together(
      page,
      stories,
      assigning(team),
      (given) => `${nameOf(given)} assigned to ${name}`,
      { leaves: true },
    )
  },
})

function assigning(team: string): PlanOf {
  return (story) =>
    story.stage === 'ready'
      ? { type: 'assignToTeam', story: story.id, team }
      : 'Only a story that is ready can be assigned to a team.'
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
