import { useCallback, useEffect, useRef } from 'react'
import { useWorkspaceClient } from '#components/session/hooks.ts'

/** Someone counts as writing until this long after their last edit. */
const WRITING_MS = 5_000

/** Tells the others that this person has a story open, for as long as the view is mounted. Call the result on every own edit. */
export function useWhereabouts(story: string): () => void {
  const client = useWorkspaceClient()
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  useEffect(() => {
    client.setWhereabouts({ story, editing: false })
    return () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
      client.setWhereabouts({ story: null, editing: false })
    }
  }, [client, story])

  return useCallback(() => {
    if (timer.current === null) client.setWhereabouts({ story, editing: true })
    else clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      timer.current = null
      client.setWhereabouts({ story, editing: false })
    }, WRITING_MS)
  }, [client, story])
}
