import { useMemo } from 'react'
import {
  useAreaFact,
  useReadable,
  useReadiness,
  useWorkspaceClient,
} from '#components/session/hooks.ts'
import type { Story } from '#lib/domain/story.ts'

/** Gives a story as it is now, with what its document says on this device (RD5); the given one once it is gone. */
export function useLiveStory(story: Story): Story {
  const client = useWorkspaceClient()
  const { id } = story
  const card = useAreaFact((area) => (area.phase === 'ready' ? area.stories.get(id) : undefined))
  const facts = useReadable(useMemo(() => client.facts(id), [client, id]))
  const readiness = useReadiness(id)
  return useMemo(
    () => (card && readiness ? { ...card, facts, readiness } : (card ?? story)),
    [card, facts, readiness, story],
  )
}
