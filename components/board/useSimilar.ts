import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { titleIndexOf } from '#components/flow/titleIndex.ts'
import { useArea } from '#components/session/hooks.ts'
import { type Similar, similarTo, type TitleIndex } from '#lib/domain/similar.ts'
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
  const isIndexed = useIdleOnce()
  const asked = useDeferredValue(ideas)
  return useMemo(() => {
    if (!stories || !isIndexed || asked.length === 0) return NOTHING
    const index = titleIndexOf(stories)
    const storyOf = ({ id }: Similar) => stories.get(id) ?? []
    if (asked.length === 1) {
      const found = similarTo(index, asked[0] ?? '', { unfinished: true })
      return { stories: found.flatMap(storyOf), lines: [] }
    }
    return { stories: [], lines: resembling(index, asked, stories) }
  }, [stories, isIndexed, asked])
}

function resembling(
  index: TitleIndex,
  ideas: readonly string[],
  stories: ReadonlyMap<string, Story>,
): readonly Resembling[] {
  return ideas.flatMap((idea) => {
    const [best] = similarTo(index, idea, { most: 1 })
    const story = best && stories.get(best.id)
    return story ? [{ idea, story }] : []
  })
}

/** The first index of a long backlog takes a moment: it is made when nothing else is to be done. */
function useIdleOnce(): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(() => setIdle(true), 50)
      return () => clearTimeout(timer)
    }
    const idle = requestIdleCallback(() => setIdle(true), { timeout: 300 })
    return () => cancelIdleCallback(idle)
  }, [])
  return isIdle
}
