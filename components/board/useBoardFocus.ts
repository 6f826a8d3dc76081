import { useLayoutEffect, useRef } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { showToast } from '#components/ui/toasts.ts'
import type { Board } from './board.ts'
import { EMPTY_HAND, onItsWay } from './boardState.ts'
import type { ReadyArea } from '#components/actions/index.ts'
import { beginning } from '#components/cards/comingBack.ts'
import { afterRemoval, type Lists, spotOf } from '#components/cards/walk.ts'
import { kept } from '#components/cards/selection.ts'

/**
 * Keeps the board's one tab stop on a story that is shown: when an action or another person takes it away, the next one
 * gets it (UX8). A card lifted or asked about lets go when someone else has moved or trashed it meanwhile.
 */
export function useBoardFocus(board: Board, area: ReadyArea, shown: unknown): void {
  const before = useRef<Lists>([])
  useLayoutEffect(() => {
    const { state } = board
    const { hand, focus } = state.get()
    const way = onItsWay(hand)
    const now = way && area.stories.get(way.story.id)?.stage
    if (way && now !== way.story.stage) {
      state.set({ hand: EMPTY_HAND, grab: true })
      // There already is where it was meant to go: by this person's own answer, or by someone who was faster.
      if (now !== way.to) {
        showToast({
          title: textsOf('board.said')('someoneElse', { name: storyName(way.story) }),
        })
      }
    }
    const columns = board.lists()
    const { selection } = state.get()
    if (selection.ids.size > 0) {
      const ids = new Set(columns.flatMap(({ stories }) => stories.map(({ id }) => id)))
      state.set({ selection: kept(selection, ids) })
    }
    if (focus === null) state.set(beginning(columns, area.stories))
    else if (!spotOf(columns, focus)) {
      state.set({ focus: afterRemoval(before.current, columns, focus) })
    }
    before.current = columns
  }, [board, area, shown])
}
