'use client'

import { lazy, Suspense, useMemo, useState } from 'react'
import { useActions } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import type { Team } from '#lib/domain/team.ts'
import { fillNext, type FillTarget } from './fillActions.ts'

const FillDialog = lazy(() =>
  import('./FillDialog.tsx').then((module) => ({ default: module.FillDialog })),
)

const FILL_ACTIONS = [fillNext]

/** What fills a team's next iteration on a page: its action, and the dialog while it asks. */
export interface Filling {
  readonly target: FillTarget
  readonly isOpen: boolean
  /** How often it was asked: each time it is asked anew. */
  readonly times: number
  readonly close: () => void
}

/** Offers to fill the next iteration of a team, in the palette and to what `target` is given; `FillNext` shows the dialog. */
export function useFilling(team: Team): Filling {
  const client = useWorkspaceClient()
  const [{ isOpen, times }, setAsked] = useState({ isOpen: false, times: 0 })
  const target = useMemo(() => {
    const ask = () => setAsked((before) => ({ isOpen: true, times: before.times + 1 }))
    return { client, team, ask }
  }, [client, team])
  useActions(FILL_ACTIONS, target)
  return { target, isOpen, times, close: () => setAsked({ isOpen: false, times }) }
}

/** Asks what a team takes on in its next iteration. Mount it once where `useFilling` is. The texts `pace` must be here. */
export function FillNext({
  filling: { target, isOpen, times, close },
}: {
  readonly filling: Filling
}) {
  // Once opened it stays, so that it closes in its own time.
  return times > 0 ? (
    <Suspense fallback={null}>
      <FillDialog key={times} target={target} isOpen={isOpen} onClose={close} />
    </Suspense>
  ) : null
}
