import { useEffect, useRef } from 'react'
import type { Doc } from 'yjs'
import { useAreaFact, useWorkspaceClient } from '#components/session/hooks.ts'
import { visited } from '#components/session/visits.ts'
import { textDigest } from '#lib/doc/textDigest.ts'
import { textOf } from '#lib/domain/story.ts'

/**
 * Remembers that a story is on the screen: what changes in it while it is has been seen. What was written last may be
 * recorded only after it is left, so it is the text itself that is remembered then.
 */
export function useVisit(storyId: string, doc: Doc): void {
  const { me, workspaceId } = useWorkspaceClient()
  const text = useAreaFact((area) => {
    const story = area.phase === 'ready' ? area.stories.get(storyId) : undefined
    return story ? textOf(story) : null
  })
  const listed = useRef('')
  useEffect(() => {
    if (text === null) return
    listed.current = text
    visited(me.id, workspaceId, storyId, [text])
  }, [me.id, workspaceId, storyId, text])
  useEffect(
    () => () => visited(me.id, workspaceId, storyId, [listed.current, textDigest(doc)]),
    [me.id, workspaceId, storyId, doc],
  )
}
