import { useLayoutEffect } from 'react'
import { useRoute } from '#components/shell/location.ts'
import type { Stage } from '#lib/domain/stage.ts'
import type { Board } from './board.ts'
import { OPEN_STAGES } from './boardState.ts'

/** Shows the columns that the width has room for: all that are open, or the one that the address names. */
export function useStages({ state }: Board, wide: boolean): void {
  const { route } = useRoute()
  const stage = (route.page === 'refine' && route.stage) || 'idea'
  useLayoutEffect(() => {
    state.set({ stages: wide ? OPEN_STAGES : ONE_STAGE[stage] })
  }, [state, wide, stage])
}

const ONE_STAGE: Record<Stage, readonly Stage[]> = {
  idea: ['idea'],
  refinement: ['refinement'],
  ready: ['ready'],
  'wont-do': ['wont-do'],
}
