import { useEffect, useLayoutEffect, useMemo } from 'react'
import { useFiledToo } from '#components/session/hooks.ts'
import { changeBoard, navigate, useRoute } from '#components/shell/location.ts'
import { isComplete } from '#lib/client/areaView.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Board } from './board.ts'
import type { ReadyArea } from '#components/actions/index.ts'
import { addressOf } from './useBoardModel.ts'

/**
 * Gives the story that the address asks to be shown beside the board; 'absent' when it is not there, null when none is
 * asked for or its list has not come yet. Without room for a panel it is opened as a page (UX21).
 */
export function usePeeked(board: Board, area: ReadyArea, wide: boolean): Story | 'absent' | null {
  const { route } = useRoute()
  const address = route.page === 'refine' ? route.peek : null
  const story = useMemo(
    () => (address === null ? null : findStory(area.stories, address)),
    [area.stories, address],
  )

  useFiledToo(address !== null && !story)

  useLayoutEffect(() => {
    if (!story) return board.state.set({ peeked: null })
    board.state.set({ peeked: story.id, focus: story.id, revealed: story.id })
    // Another version of the same story is no other peek.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [board, story?.id])

  useEffect(() => {
    if (!story || address === null) return
    const now = addressOf(story)
    if (!wide) navigate({ page: 'story', key: now }, { replace: true })
    // Captured a moment ago and numbered since: the address becomes the one to share.
    else if (now !== address) changeBoard({ peek: now }, { replace: true })
  }, [story, address, wide])

  if (address === null) return null
  return story ?? (isComplete(area) ? 'absent' : null)
}

function findStory(stories: ReadonlyMap<string, Story>, address: string): Story | null {
  const found = stories.get(address)
  if (found) return found
  for (const story of stories.values()) if (story.key === address) return story
  return null
}
