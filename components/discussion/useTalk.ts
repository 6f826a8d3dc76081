import { useMemo } from 'react'
import { type ReadyArea, readyArea } from '#components/actions/index.ts'
import { useAreaFact, useReadable, useWorkspaceClient } from '#components/session/hooks.ts'
import type { TalkView, WorkspaceClient } from '#lib/client/client.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import type { Story } from '#lib/domain/story.ts'
import { type Mentionable, mentionable } from './mentioning.ts'

/** The discussion of a story, and what its views need to know of the workspace around it. */
export interface TalkAround {
  readonly client: WorkspaceClient
  readonly story: Story
  readonly view: TalkView
  readonly people: readonly Mentionable[]
  /** Why this person may not comment here; null when they may. */
  readonly noComment: Refusal | null
  /** What somebody is called now; undefined for whoever is gone or hidden. */
  readonly nameOf: (of: 'person' | 'team', id: string) => string | undefined
  readonly colourOf: (person: string) => number
}

/** Follows the discussion of a story; null while the story is not known. */
export function useTalk(storyId: string): TalkAround | null {
  const client = useWorkspaceClient()
  const view = useReadable(useMemo(() => client.talk(storyId), [client, storyId]))
  const story = useAreaFact((area) =>
    area.phase === 'ready' ? (area.stories.get(storyId) ?? null) : null,
  )
  const members = useAreaFact((area) => (area.phase === 'ready' ? area.members : null))
  const settings = useAreaFact((area) => (area.phase === 'ready' ? area.settings : null))
  return useMemo(() => {
    if (!story || !members || !settings) return null
    const area: ReadyArea = readyArea(client)
    const noComment = client.judge({
      type: 'startThread',
      story: storyId,
      thread: 'judged',
      comment: 'judged',
      text: 'judged',
      anchor: null,
    })
    return {
      client,
      story,
      view,
      people: mentionable(area, story),
      noComment,
      nameOf: (of, id) => (of === 'person' ? members.get(id)?.name : settings.teams.get(id)?.name),
      colourOf: (person) => members.get(person)?.colour ?? 0,
    }
  }, [client, storyId, view, story, members, settings])
}
