'use client'

import { useBacklog } from './backlog.ts'
import { BacklogList } from './BacklogList.tsx'
import { EmptyBacklog } from './EmptyBacklog.tsx'
import { isOff } from './filter.ts'
import { isStoryRow } from './rows.ts'
import { StepBoard } from './StepBoard.tsx'
import { StepTabs } from './StepTabs.tsx'
import { useTeamFacts } from './teamFacts.ts'
import { filterOf, layoutOf, type Look } from './useBacklogModel.ts'
import type { Shown } from './useShown.ts'

/** The backlog itself: a list in the team's order, or its steps. */
export function Stories({
  look: { route, step },
  shown: { rows, parts, tray, counts, older },
  isEmpty,
}: {
  readonly look: Look
  readonly shown: Shown
  readonly isEmpty: boolean
}) {
  const { show } = useBacklog()
  const { team } = useTeamFacts()
  const filtered = !isEmpty && !isOff(filterOf(route))
  const empty = (
    <EmptyBacklog teamName={team.name} ready={tray.map(({ id }) => id)} filtered={filtered} />
  )
  if (layoutOf(route) === 'stacked') {
    // Headings of iterations alone are no backlog.
    const hasStories = rows.some((row) => isStoryRow(row) || row.kind === 'done')
    return (
      <BacklogList
        rows={hasStories || !isEmpty ? rows : []}
        scheduled={team.iterations === null}
        empty={empty}
      />
    )
  }
  return (
    <>
      {step === null ? null : (
        <StepTabs step={step} counts={counts} onChange={(next) => show({ step: next })} />
      )}
      {isEmpty ? empty : <StepBoard parts={parts} counts={counts} older={older} />}
    </>
  )
}
