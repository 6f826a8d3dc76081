'use client'

import { useStore } from '#components/cards/store.ts'
import type { Step } from '#lib/domain/team.ts'
import { useBacklog } from './backlog.ts'
import type { Part } from './parts.ts'
import { DoneRail } from './DoneRail.tsx'
import { StepColumn } from './StepColumn.tsx'
import { useTeamFacts } from './teamFacts.ts'

/** The team's steps side by side, each with its stories in the team's order. `counts`: how many a folded step has. */
export function StepBoard({
  parts,
  counts,
  older,
}: {
  readonly parts: readonly Part[]
  readonly counts: ReadonlyMap<string, number>
  /** How many stories of a step were done before those that are shown. */
  readonly older: ReadonlyMap<string, number>
}) {
  const { state } = useBacklog()
  const { steps } = useTeamFacts()
  const doneOpen = useStore(state, (now) => now.doneOpen)
  return (
    <div
      data-sideways
      className="flex min-h-0 flex-1 gap-2 overflow-x-auto pt-2 [scrollbar-width:thin] md:p-3"
    >
      {parts.map((part) => {
        const step = steps.get(part.makes.step ?? '')
        if (!step) return null
        return isFolded(step, part, parts.length, doneOpen) ? (
          <DoneRail key={part.id} part={part} count={counts.get(step.id) ?? 0} />
        ) : (
          <StepColumn key={part.id} part={part} step={step} older={older.get(step.id) ?? 0} />
        )
      })}
    </div>
  )
}

/** What is done is a rail until it is opened; it opens by itself while a story is held over it, and where it is alone. */
function isFolded({ category }: Step, part: Part, all: number, doneOpen: boolean): boolean {
  return category === 'done' && !doneOpen && all > 1 && part.stories.length === 0
}
