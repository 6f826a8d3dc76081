import { useLayoutEffect, useMemo } from 'react'
import { useRoute } from '#components/shell/location.ts'
import { type BoardFilter, NO_FILTER } from '#components/shell/boardFilter.ts'
import type { ReadyArea } from '#components/actions/index.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import type { Settings } from '#lib/domain/settings.ts'
import { useStore } from '#components/cards/store.ts'
import type { ListLook } from '#components/shell/listLook.ts'
import type { BoardState, BoardStore, Grouping } from './boardState.ts'
import { filtered } from './filter.ts'
import { grouped } from './groups.ts'

/** What a person looks at the columns through: which stories are shown, and in which groups (UX18). */
export interface Lens {
  readonly filter: BoardFilter
  readonly grouping: Grouping
  readonly themes: Settings['themes']
  /** Milliseconds since the epoch, to the hour: what is quiet by then (QU1). */
  readonly now: number
}

/** Gives the lens that the address asks for, and tells the board's actions of it. */
export function useLens(state: BoardStore, { settings }: ReadyArea): Lens {
  const { route } = useRoute()
  const asked = route.page === 'refine' ? route : null
  // As text, so that another peek of the same filter shows nothing anew.
  const written = JSON.stringify(asked?.filter ?? NO_FILTER)
  const filter = useMemo(() => JSON.parse(written) as BoardFilter, [written])
  const grouping = asked?.group ?? null
  const { themes } = settings
  const now = useStore(state, (board) => toTheHour(board.now))
  const looked = JSON.stringify(asked?.list ?? null)
  const list = useMemo(() => JSON.parse(looked) as ListLook | null, [looked])
  useLayoutEffect(
    () => state.set({ filter, grouping, settings, list }),
    [state, filter, grouping, settings, list],
  )
  return useMemo(() => ({ filter, grouping, themes, now }), [filter, grouping, themes, now])
}

/** Gives the lens that the board's actions look through now. */
export function lensOf({ filter, grouping, settings, now }: BoardState): Lens {
  return { filter, grouping, themes: settings.themes, now: toTheHour(now) }
}

function toTheHour(now: number): number {
  return now - (now % HOUR_MS)
}

const HOUR_MS = 3_600_000

/** Gives the stories of a column through a lens, in the order of the screen. The same array as long as both are the same. */
export function through(column: readonly AreaStory[], lens: Lens): readonly AreaStory[] {
  const known = seen.get(column)
  if (known && isSameLens(known.lens, lens)) return known.stories
  const stories = grouped(filtered(column, lens.filter, lens.now), lens.grouping, lens.themes)
  seen.set(column, { lens, stories })
  return stories
}

const seen = new WeakMap<
  readonly AreaStory[],
  { readonly lens: Lens; readonly stories: readonly AreaStory[] }
>()

function isSameLens(a: Lens, b: Lens): boolean {
  return (
    a.filter === b.filter &&
    a.grouping === b.grouping &&
    a.now === b.now &&
    (a.grouping === null || a.themes === b.themes)
  )
}
