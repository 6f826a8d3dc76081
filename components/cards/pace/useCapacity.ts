import { useMemo } from 'react'
import { useBacklog } from '#components/session/hooks.ts'
import { dateOf } from '#components/ui/dates.ts'
import { useNow } from '#components/ui/useNow.ts'
import type { Backlog } from '#lib/client/client.ts'
import {
  type Capacity,
  capacityOf,
  type Load,
  loadOf,
  plannedFor,
  type Unit,
} from '#lib/domain/capacity.ts'
import { type Iteration, iterationsFrom } from '#lib/domain/iterations.ts'
import { likelyDone } from '#lib/domain/inventory.ts'
import { must } from '#lib/domain/must.ts'
import type { TeamStory } from '#lib/domain/story.ts'
import type { Team } from '#lib/domain/team.ts'

/** How a team's next iteration fills up. */
export interface NextIteration {
  readonly kind: 'iteration'
  readonly iteration: Iteration
  /** How many days it has. */
  readonly days: number
  /** `YYYY-MM-DD`, where the person is. */
  readonly today: string
  readonly capacity: Capacity
  readonly unit: Unit
  /** What is planned for it and not done. */
  readonly planned: readonly TeamStory[]
  readonly load: Load
}

/** What a team without iterations is likely to do in two weeks; null where there is too little history. */
export interface NextWeeks {
  readonly kind: 'weeks'
  readonly likely: number | null
}

const TWO_WEEKS = 14

/** Follows how much of a team's capacity is planned; null while nothing is known. */
export function useCapacity(team: Team): NextIteration | NextWeeks | null {
  const backlog = useBacklog(team.id)
  const today = dateOf(useNow())
  return useMemo(() => capacityIn(team, backlog, today), [team, backlog, today])
}

/** The same for a backlog and a day (`YYYY-MM-DD`) that are known. */
export function capacityIn(
  team: Team,
  backlog: Backlog | null,
  today: string,
): NextIteration | NextWeeks | null {
  if (!backlog?.isLoaded || !backlog.flow) return null
  const { iterations, scale, steps } = team
  const { flow, stories } = backlog
  if (!iterations) return { kind: 'weeks', likely: likelyDone(flow, TWO_WEEKS) }
  const iteration = must(iterationsFrom(iterations, today, 2)[1], 'the iteration after this one')
  const planned = plannedFor(stories, { iterations, steps }, iteration)
  const capacity = capacityOf(team, flow)
  const unit = capacity.kind === 'known' ? capacity.unit : scale === 'points' ? 'points' : 'stories'
  const load = loadOf(planned, unit)
  const { days } = iterations
  return { kind: 'iteration', iteration, days, today, capacity, unit, planned, load }
}
