import { useEffect, useState } from 'react'
import { useReadable, useWorkspaceClient } from '#components/session/hooks.ts'
import type { Reading } from '#lib/client/search/search.ts'
import { type Found, isQuestion, type SearchFilter } from '#lib/search/storyIndex.ts'
import { searchOf } from './searchOf.ts'

/** So often the disk is asked for what was written meanwhile, ms. */
const LOOK_EVERY = 5_000

export interface Finding {
  /** What was found last; null before the first answer, and while nothing is asked. */
  readonly found: Found | null
  readonly reading: Reading
}

/** Finds while it is typed. What was found for less stays until there is more to show, so that nothing flickers. */
export function useFound(question: string, filter: SearchFilter, most: number): Finding {
  const client = useWorkspaceClient()
  const search = searchOf(client)
  const reading = useReadable(search.reading)
  const [found, setFound] = useState<Found | null>(null)
  const asks = isQuestion(question)
  const narrowed = JSON.stringify(filter)

  useEffect(() => {
    search.look()
    const timer = setInterval(() => search.look(), LOOK_EVERY)
    return () => clearInterval(timer)
  }, [search])

  useEffect(() => {
    if (!asks) return setFound(null)
    let isOver = false
    const find = async () => {
      const next = await search.find(question, JSON.parse(narrowed) as SearchFilter, most)
      if (next && !isOver) setFound(next)
    }
    // Again when more can be found, and when a story has changed.
    const stops = [search.reading.subscribe(find), client.area.subscribe(find)]
    void find()
    return () => {
      isOver = true
      for (const stop of stops) stop()
    }
  }, [search, client, question, asks, narrowed, most])

  return { found: asks ? found : null, reading }
}
