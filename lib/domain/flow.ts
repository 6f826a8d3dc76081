import type { StoryEvent } from './event.ts'

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
  'StoryPurged',
] as const

/**
 * Folds events, in their order, into the flow of every team. The same events give the same flow; `of` may be asked in
 * between. Times are milliseconds since the epoch.
 */
export class FlowLog {
  readonly #teams = new Map<string, TeamLog>()
  /** Where each story on a backlog is, and since when. */
  readonly #stays = new Map<string, { readonly team: string; readonly at: number }>()

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
      case 'StoryPurged':
        this.#stays.delete(story)
        return []
      default:
        return []
    }
  }

  /** Gives how a team's stories have flowed up to `now`. */
  of(team: string, now: number): TeamFlow {
    return this.#teams.get(team)?.flowAt(now) ?? { completed: 0, days: 0, medianDays: {} }
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
      this.#stays.set(story, { team, at })
    }
    if (done) log.completed(story, at)
    else log.notCompleted(story)
    return team
  }

  #enter(story: string, team: string, at: number): string {
    this.#of(team).assigned(at)
    this.#stays.set(story, { team, at })
    return team
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

/** One team's completions and stays. */
class TeamLog {
  #firstAssignedAt: number | null = null
  /** When each completed story was. */
  readonly #completions = new Map<string, number>()
  /** By step, in the order in which they ended. */
  readonly #stays = new Map<string, { readonly endedAt: number; readonly ms: number }[]>()
  #known: { readonly flow: TeamFlow; readonly day: number } | null = null

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
  completed(story: string, at: number): void {
    if (this.#completions.has(story)) return
    this.#completions.set(story, at)
    this.#known = null
  }

  notCompleted(story: string): void {
    if (this.#completions.delete(story)) this.#known = null
  }

  flowAt(now: number): TeamFlow {
    const day = Math.floor(now / DAY_MS)
    if (this.#known?.day !== day) this.#known = { day, flow: this.#count(now) }
    return this.#known.flow
  }

  #count(now: number): TeamFlow {
    const since = now - FLOW_DAYS * DAY_MS
    let completed = 0
    for (const at of this.#completions.values()) if (at >= since) completed += 1
    const medianDays: Record<string, number> = {}
    for (const [step, all] of this.#stays) {
      const stays = all.filter(({ endedAt }) => endedAt >= since)
      this.#stays.set(step, stays)
      if (stays.length >= STAYS_MIN) {
        medianDays[step] = medianOf(stays.map(({ ms }) => ms)) / DAY_MS
      }
    }
    const days = this.#firstAssignedAt === null ? 0 : (now - this.#firstAssignedAt) / DAY_MS
    return {
      completed,
      days: Math.min(FLOW_DAYS, Math.ceil(days)),
      medianDays,
    }
  }
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
