import { useLayoutEffect, useMemo } from 'react'
import { useRoute } from '#components/shell/location.ts'
import { type BoardFilter, NO_FILTER } from '#components/shell/boardFilter.ts'
import type { ReadyArea } from '#components/actions/index.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { BoardStore, Grouping } from './boardState.ts'
import { filtered } from './filter.ts'
import { grouped } from './groups.ts'

/** What a person looks at the columns through: which stories are shown, and in which groups (UX18). */
export interface Lens {
  readonly filter: BoardFilter
  readonly grouping: Grouping
  readonly themes: Settings['themes']
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
  useLayoutEffect(
    () => state.set({ filter, grouping, settings }),
    [state, filter, grouping, settings],
  )
  return useMemo(() => ({ filter, grouping, themes }), [filter, grouping, themes])
}

/** Gives the stories of a column through a lens, in the order of the screen. The same array as long as both are the same. */
export function through(column: readonly AreaStory[], lens: Lens): readonly AreaStory[] {
  const known = seen.get(column)
  if (known && isSameLens(known.lens, lens)) return known.stories
  const stories = grouped(filtered(column, lens.filter), lens.grouping, lens.themes)
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
    (a.grouping === null || a.themes === b.themes)
  )
}
