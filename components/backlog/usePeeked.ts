import { useEffect, useLayoutEffect, useMemo } from 'react'
import type { ReadyArea } from '#components/actions/index.ts'
import { useFiledToo } from '#components/session/hooks.ts'
import { navigate } from '#components/shell/location.ts'
import type { BacklogRoute } from '#components/shell/backlogRoute.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Backlog } from './backlog.ts'
import { addressOf } from './useBacklogModel.ts'

/**
 * Gives the story that the address asks to be shown beside the backlog; 'absent' when it is not there, null when none is
 * asked for or closed stories may have it that have not come yet. Without room for a panel it is opened as a page (UX21).
 */
export function usePeeked(
  backlog: Backlog,
  area: ReadyArea,
  route: BacklogRoute,
  wide: boolean,
): Story | 'absent' | null {
  const { stories } = area
  const address = route.peek ?? null
  const story = useMemo(
    () => (address === null ? null : find(stories, address)),
    [stories, address],
  )

  useFiledToo(address !== null && !story)

  useLayoutEffect(() => {
    if (!story) return backlog.state.set({ peeked: null })
    backlog.state.set({ peeked: story.id, focus: story.id, revealed: story.id })
    // Another version of the same story is no other peek.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [backlog, story?.id])

  useEffect(() => {
    if (!story || wide) return
    navigate({ page: 'story', key: addressOf(story) }, { replace: true })
  }, [story, wide])

  if (address === null) return null
  return story ?? (area.filed.size > 0 ? null : 'absent')
}

function find(stories: ReadonlyMap<string, Story>, address: string): Story | null {
  const found = stories.get(address)
  if (found) return found
  for (const story of stories.values()) if (story.key === address) return story
  return null
}
