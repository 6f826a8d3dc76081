import { useLayoutEffect, useRef } from 'react'
import type { ReadyArea } from '#components/actions/index.ts'
import { beginning } from '#components/cards/comingBack.ts'
import { afterRemoval, type Lists, spotOf } from '#components/cards/walk.ts'
import { textsOf } from '#components/language/loaded.ts'
import { showToast } from '#components/ui/toasts.ts'
import type { Story } from '#lib/domain/story.ts'
import { nameOf } from '#components/cards/nameOf.ts'
import type { Backlog } from './backlog.ts'
import { EMPTY_HAND } from './backlogState.ts'
import { kept } from '#components/cards/selection.ts'
import { shownLists } from './walkActions.ts'

/**
 * Keeps the page's one tab stop on a story that is shown: when an action or another person takes it away, the next one gets
 * it (UX8). What is no longer shown is no longer selected, and lifted stories that somebody else has moved are let go.
 * `shown` has a new identity whenever something else may be on the screen.
 */
export function useBacklogFocus(backlog: Backlog, area: ReadyArea, shown: unknown): void {
  const before = useRef<Lists>([])
  useLayoutEffect(() => {
    const { state } = backlog
    const { hand, focus, selection } = state.get()
    if (hand.kind === 'moving' && hand.held.stories.some((story) => !isWhereItWas(story, area))) {
      state.set({ hand: EMPTY_HAND, grab: true })
      showToast({ title: textsOf('backlog')('said.letGo', { stories: nameOf(hand.held.stories) }) })
    }
    const lists = shownLists(backlog)
    const ids = new Set(lists.flatMap(({ stories }) => stories.map(({ id }) => id)))
    state.set({ selection: kept(selection, ids) })
    if (focus === null) state.set(beginning(lists, area.stories))
    else if (!spotOf(lists, focus)) state.set({ focus: afterRemoval(before.current, lists, focus) })
    before.current = lists
  }, [backlog, area, shown])
}

function isWhereItWas({ id, stage, team, step }: Story, { stories }: ReadyArea): boolean {
  const now = stories.get(id)
  return now !== undefined && now.stage === stage && now.team === team && now.step === step
}
