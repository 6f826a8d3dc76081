import type { MouseEvent } from 'react'
import { select, type Selectable, selectUpTo } from './selectActions.ts'

/** What a card does when it is pressed. */
export interface Pressing {
  readonly onClick: (event: MouseEvent) => void
  readonly onMouseDown: (event: MouseEvent) => void
  readonly onSelect: () => void
}

/**
 * Gives what a press of a card means: with Ctrl or Cmd it selects, with Shift it selects up to here, by a finger it selects
 * while something is selected; else it is `opens`. Presses of buttons inside are theirs.
 */
export function pressing(page: Selectable, story: string, opens: () => void): Pressing {
  const onSelect = () => select(page, story)
  return {
    onSelect,
    onClick(event) {
      if ((event.target as Element).closest('button, a, input, textarea, label')) return
      if (event.metaKey || event.ctrlKey) return onSelect()
      if (event.shiftKey) return selectUpTo(page, story)
      if (isByFinger(event) && page.state.get().selection.ids.size > 0) return onSelect()
      opens()
    },
    // The focus stays where it is, and no text is marked, while Shift selects up to here.
    onMouseDown(event) {
      if (event.shiftKey) event.preventDefault()
    },
  }
}

function isByFinger({ nativeEvent }: MouseEvent): boolean {
  return nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch'
}
