import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useArea, useWorkspaceClient } from '#components/session/hooks.ts'
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
  const older = useOlder(asked, search)
  return useMemo(() => {
    if (!stories || !search || asked.length === 0) return NOTHING
    const here = search.alikeOf(asked, stories)
    return older ? search.together(here, older) : here
  }, [stories, search, asked, older])
}

/** Of the closed stories that were filed the server knows; null while it has said nothing, or all are here. */
function useOlder(ideas: readonly string[], search: Search | null): Alike | null {
  const { workspaceId } = useWorkspaceClient()
  const area = useArea()
  const isElsewhere = area.phase === 'ready' && area.filed.size > 0
  const [said, setSaid] = useState<{ ideas: readonly string[]; alike: Alike | null } | null>(null)
  useEffect(() => {
    if (!search || !isElsewhere || ideas.length === 0) return
    let isOver = false
    const ask = async () => {
      const alike = await search.alikeOnServer(ideas, workspaceId)
      if (!isOver) setSaid({ ideas, alike })
    }
    const timer = setTimeout(() => void ask(), REST)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [search, isElsewhere, ideas, workspaceId])
  return isElsewhere && said?.ideas === ideas ? said.alike : null
}

/** The server is asked once nobody has typed for so long, ms. */
const REST = 400

type Search = typeof import('./alike.ts')

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
