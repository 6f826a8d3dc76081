import type { StoryEvent } from './event.ts'
import { type Completion, type IterationDone, iterationsDone, weeksDone } from './pace.ts'
import type { Iterations } from './team.ts'

/**
 * How a team's stories have flowed, folded from the log: what its header (inventory in months) and the ages of its cards
 * are judged by. Part of the header of the team's list.
 */
export interface TeamFlow {
  /** Completions in the last 182 days. */
  readonly completed: number
  /** Over how many days they are spread: since the team's first assigned story, at most 182. */
  readonly days: number
  /** The median of full stays in each step, in days; only steps that enough stories have left (5). */
  readonly medianDays: Readonly<Record<string, number>>
  /** Completions in each of the last full weeks, the oldest first; absent in what an older server told. */
  readonly weeks?: readonly number[]
  /** What was done in the last full iterations, the oldest first; absent as above, and where the team has none. */
  readonly iterations?: readonly IterationDone[]
}

/** What happened longer ago than this says nothing about how a team works now. */
export const FLOW_DAYS = 182
/** A median of fewer stays says nothing. */
export const STAYS_MIN = 5
const DAY_MS = 86_400_000

/** The events that the flow of teams is made of; a fold over these alone is complete. */
export const FLOW_EVENTS = [
  'StoryAssigned',
  'StoryReassigned',
  'StorySentBack',
  'StoryStepped',
  'StorySized',
  'StoryPurged',
] as const

/**
 * Folds events, in their order, into the flow of every team. The same events give the same flow; `of` may be asked in
 * between. Times are milliseconds since the epoch.
 */
export class FlowLog {
  readonly #teams = new Map<string, TeamLog>()
  /** Where each story on a backlog is, since when it has been in its step, and its size. */
  readonly #stays = new Map<string, Stay>()

  /** Takes an event. Gives the teams whose flow is another one after it. */
  take(event: StoryEvent): readonly string[] {
    const { story, at } = event
    switch (event.type) {
      case 'StoryAssigned':
        return [this.#enter(story, event.team, at)]
      case 'StoryReassigned':
        return [this.#leave(story, event.from.team), this.#enter(story, event.to.team, at)]
      case 'StorySentBack':
        return [this.#leave(story, event.from.team)]
      case 'StoryStepped':
        return [this.#step(event)]
      case 'StorySized':
        this.#size(story, event.to)
        return []
      case 'StoryPurged':
        this.#stays.delete(story)
        return []
      default:
        return []
    }
  }

  /** Gives how a team's stories have flowed up to `now`; `iterations`: those it plans by. */
  of(team: string, now: number, iterations: Iterations | null = null): TeamFlow {
    return (this.#teams.get(team) ?? new TeamLog()).flowAt(now, iterations)
  }

  #step({
    story,
    team,
    from,
    to,
    done,
    at,
  }: Extract<StoryEvent, { type: 'StoryStepped' }>): string {
    const log = this.#of(team)
    const stay = this.#stays.get(story)
    // Only the meaning of a step changed: the story stays where it is.
    if (from !== to) {
      if (stay) log.left(from, at, at - stay.at)
      this.#stays.set(story, { at, size: stay?.size ?? null })
    }
    if (done) log.completed(story, { at, size: stay?.size ?? null })
    else log.notCompleted(story)
    return team
  }

  #enter(story: string, team: string, at: number): string {
    this.#of(team).assigned(at)
    this.#stays.set(story, { at, size: null })
    return team
  }

  /** A size counts once the story is done: that which it has then. */
  #size(story: string, size: string | null): void {
    const stay = this.#stays.get(story)
    if (stay) this.#stays.set(story, { ...stay, size })
  }

  /** A stay that ends by leaving the backlog says nothing about how long the step takes. */
  #leave(story: string, team: string): string {
    this.#of(team).notCompleted(story)
    this.#stays.delete(story)
    return team
  }

  #of(team: string): TeamLog {
    let log = this.#teams.get(team)
    if (!log) this.#teams.set(team, (log = new TeamLog()))
    return log
  }
}

interface Stay {
  readonly at: number
  readonly size: string | null
}

interface Known {
  readonly flow: TeamFlow
  readonly day: number
  readonly iterations: Iterations | null
}

/** One team's completions and stays. */
class TeamLog {
  #firstAssignedAt: number | null = null
  readonly #completions = new Map<string, Completion>()
  /** By step, in the order in which they ended. */
  readonly #stays = new Map<string, { readonly endedAt: number; readonly ms: number }[]>()
  #known: Known | null = null

  assigned(at: number): void {
    this.#firstAssignedAt ??= at
    this.#known = null
  }

  left(step: string, endedAt: number, ms: number): void {
    const stays = this.#stays.get(step)
    if (stays) stays.push({ endedAt, ms })
    else this.#stays.set(step, [{ endedAt, ms }])
    this.#known = null
  }

  /** From one `done` step to another it stays completed when it was (ST6). */
  completed(story: string, completion: Completion): void {
    if (this.#completions.has(story)) return
    this.#completions.set(story, completion)
    this.#known = null
  }

  notCompleted(story: string): void {
    if (this.#completions.delete(story)) this.#known = null
  }

  flowAt(now: number, iterations: Iterations | null): TeamFlow {
    const day = Math.floor(now / DAY_MS)
    if (this.#known?.day !== day || this.#known.iterations !== iterations) {
      this.#known = { day, iterations, flow: this.#count(now, iterations) }
    }
    return this.#known.flow
  }

  #count(now: number, iterations: Iterations | null): TeamFlow {
    const since = now - FLOW_DAYS * DAY_MS
    const first = this.#firstAssignedAt
    const completions = [...this.#completions.values()]
    let completed = 0
    for (const { at } of completions) if (at >= since) completed += 1
    const medianDays: Record<string, number> = {}
    for (const [step, all] of this.#stays) {
      const stays = all.filter(({ endedAt }) => endedAt >= since)
      this.#stays.set(step, stays)
      if (stays.length >= STAYS_MIN) {
        medianDays[step] = medianOf(stays.map(({ ms }) => ms)) / DAY_MS
      }
    }
    const days = first === null ? 0 : (now - first) / DAY_MS
    return {
      completed,
      days: Math.min(FLOW_DAYS, Math.ceil(days)),
      medianDays,
      weeks: weeksDone(completions, first, now),
      ...(iterations && { iterations: iterationsDone(completions, iterations, first, now) }),
    }
  }
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
