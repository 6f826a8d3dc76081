import { defineAction, type Outcome, sendAllUndoably } from '#components/actions/index.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import { placeInWhole, toEnd } from '#components/cards/ordering.ts'
import { possible } from '#components/cards/together.ts'
import { step } from '#components/cards/walk.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { Ordering, OrderTarget } from './ordering.ts'

/** Walks from story to story. */
export const walk = (
  [
    ['up', ['ArrowUp', 'K']],
    ['down', ['ArrowDown', 'J']],
  ] as const
).map(([direction, keys]) =>
  defineAction<Ordering>({
    id: `planning.walk.${direction}`,
    group: 'Planning',
    keys,
    keysOnly: true,
    run: ({ state, open }) => {
      const lists = [{ stories: open() }]
      state.set({ focus: step(lists, state.get().focus, direction), grab: true })
    },
  }),
)

/** Puts a story behind another one of those that are shown, or at their top (null): the ordinary rank command. */
export const rankBehind = defineAction<OrderTarget & { readonly after: string | null }>({
  id: 'planning.rankBehind',
  group: 'Planning',
  keysOnly: true,
  when: mayRank,
  run: ({ ordering, story, after }): Outcome => {
    const place = placeInWhole(ordering.whole(), ordering.open(), after, new Set([story.id]))
    return sent({ ordering, story }, [
      { type: 'rankStory', story: story.id, place: place ?? { after } },
    ])
  },
})

const STEPS = [
  ['up', 'Alt+Shift+ArrowUp', -2],
  ['down', 'Alt+Shift+ArrowDown', 1],
] as const

/** One place up or down. */
export const rankByOne = STEPS.map(([direction, keys, by]) =>
  defineAction<OrderTarget>({
    id: `planning.rank.${direction}`,
    group: 'Planning',
    keys: [keys],
    when: (target) => canGo(target, direction) && mayRank(target),
    run: ({ ordering, story }) => {
      const open = ordering.open()
      const at = open.findIndex(({ id }) => id === story.id)
      return rankBehind.run({ ordering, story, after: open[at + by]?.id ?? null })
    },
  }),
)

/** To an end of the backlog. */
export const rankToEnd = (
  [
    ['top', 'Alt+Shift+Home'],
    ['bottom', 'Alt+Shift+End'],
  ] as const
).map(([end, keys]) =>
  defineAction<OrderTarget>({
    id: `planning.rank.${end}`,
    group: 'Planning',
    keys: [keys],
    when: (target) => canGo(target, end === 'top' ? 'up' : 'down') && mayRank(target),
    run: ({ ordering, story }) => sent({ ordering, story }, toEnd(ordering.whole(), [story], end)),
  }),
)

function sent({ ordering, story }: OrderTarget, commands: readonly NewCommand[]): Outcome {
  const t = textsOf('planning.order')
  const outcome = sendAllUndoably(
    ordering,
    commands,
    () => t('place', { story: nameOf([story]) }),
    {
      quiet: true,
    },
  )
  if (!outcome.ok) return outcome
  const open = ordering.open()
  const position = open.findIndex(({ id }) => id === story.id) + 1
  const said = t('moved', { story: nameOf([story]), position, all: open.length })
  ordering.state.set({ focus: story.id, grab: true, said })
  return outcome
}

function mayRank({ ordering, story }: OrderTarget): true | string {
  return possible(ordering, [story], ({ id }) => ({
    type: 'rankStory',
    story: id,
    place: { after: null },
  }))
}

function canGo({ ordering, story }: OrderTarget, direction: 'up' | 'down'): boolean {
  const open = ordering.open()
  return open.at(direction === 'up' ? 0 : -1)?.id !== story.id
}
