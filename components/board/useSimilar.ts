import { useDeferredValue, useMemo } from 'react'
import { useArea } from '#components/session/hooks.ts'
import { useBehind } from '#components/ui/useBehind.ts'
import type { Story } from '#lib/domain/story.ts'

/** A line of a list that says what a story says already. */
export interface Resembling {
  readonly idea: string
  readonly story: Story
}

/** What resembles that which is being captured (ST8): the stories for one idea, or the lines for a list of them. */
export interface Alike {
  readonly stories: readonly Story[]
  readonly lines: readonly Resembling[]
}

const NOTHING: Alike = { stories: [], lines: [] }

/** Follows what is typed, behind it: a keystroke never waits for the search. */
export function useSimilar(ideas: readonly string[]): Alike {
  const area = useArea()
  const stories = area.phase === 'ready' ? area.stories : null
  const search = useBehind(loadSearch)
  const asked = useDeferredValue(ideas)
  return useMemo(
    () => (stories && search && asked.length > 0 ? search.alikeOf(asked, stories) : NOTHING),
    [stories, search, asked],
  )
}

/** Nothing is captured before the first picture. The first index of a long backlog takes a moment: when nothing else is to be done. */
async function loadSearch() {
  await idle()
  return import('./alike.ts')
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback !== 'function') setTimeout(resolve, 50)
    else requestIdleCallback(() => resolve(), { timeout: 300 })
  })
}
