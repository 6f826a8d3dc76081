import { useLayoutEffect, useSyncExternalStore } from 'react'
import type { Board } from './board.ts'
import { OPEN_STAGES } from './boardState.ts'

const WIDE = '(min-width: 48rem)'

/** True where columns stand side by side; below 768 px there are tabs and one list (UX21). */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, isWide, () => true)
}

/** Shows the columns that the width has room for: all that are open, or the one whose tab is chosen. */
export function useStages({ state }: Board, wide: boolean): void {
  useLayoutEffect(() => {
    const { stages } = state.get()
    if (wide) state.set({ stages: OPEN_STAGES })
    else if (stages.length > 1) state.set({ stages: stages.slice(0, 1) })
  }, [state, wide])
}

function isWide(): boolean {
  return matchMedia(WIDE).matches
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
