import { textsOf } from '#components/language/loaded.ts'
import type { BacklogGroup } from '#components/shell/backlogRoute.ts'
import { iterationOn, iterationsFrom } from '#lib/domain/iterations.ts'
import type { TeamStory } from '#lib/domain/story.ts'
import type { Step, Team } from '#lib/domain/team.ts'
import { span } from '#components/cards/days.ts'
import type { Part } from './parts.ts'

/** A part of the list. */
export interface Group extends Part {
  /** What stands beside its name: "now", "next". */
  readonly note: string | null
  /** What it was put together by, where a person asked for that. */
  readonly by?: BacklogGroup
  /** The colour of a theme. */
  readonly colour?: number
}

/** How many iterations are there to plan for, the current one included, whether anything is in them or not. */
const OPEN_ITERATIONS = 3

/** What was done longer ago than this is shown when somebody asks for it, in days. */
export const DONE_DAYS = 30
const DAY_MS = 86_400_000

/**
 * Divides what a team has open into the parts of its list: one, or one for each iteration where the team plans by them.
 * `stories` in the team's order, `today` as `YYYY-MM-DD`.
 */
export function groupsOf(
  stories: readonly TeamStory[],
  team: Pick<Team, 'iterations' | 'steps'>,
  today: string,
): readonly Group[] {
  const done = doneSteps(team)
  const open = stories.filter(({ step }) => !done.has(step))
  const { iterations } = team
  if (!iterations)
    return [{ id: 'open', name: textsOf('backlog')('one'), note: null, makes: {}, stories: open }]
  const texts = textsOf('backlog')
  const coming = iterationsFrom(iterations, today, OPEN_ITERATIONS)
  const current = coming[0]?.startsOn ?? today
  const starts = new Set(coming.map(({ startsOn }) => startsOn))
  for (const { schedule } of open) {
    if (schedule !== null && schedule >= current) {
      starts.add(iterationOn(iterations, schedule).startsOn)
    }
  }
  const startOf = ({ schedule }: TeamStory) =>
    schedule === null ? null : iterationOn(iterations, schedule).startsOn
  const groups: Group[] = []
  const late = open.filter(({ schedule }) => schedule !== null && schedule < current)
  if (late.length > 0) {
    groups.push({
      id: 'late',
      name: texts('late'),
      note: null,
      makes: {},
      stories: late,
    })
  }
  for (const start of [...starts].sort()) {
    const index = coming.findIndex(({ startsOn }) => startsOn === start)
    groups.push({
      id: `iteration:${start}`,
      name: span(iterationOn(iterations, start), today),
      note: index === 0 ? texts('now') : index === 1 ? texts('next') : null,
      makes: { schedule: start },
      stories: open.filter((story) => startOf(story) === start),
    })
  }
  groups.push({
    id: 'unplanned',
    name: texts('unplanned'),
    note: null,
    makes: { schedule: null },
    stories: open.filter(({ schedule }) => schedule === null),
  })
  return groups
}

/** Gives since when what was done is shown, in ms since the epoch: for the last 30 days, or always where `all` is wanted. */
export function doneSince(now: number, all: boolean): number {
  return all ? -Infinity : now - DONE_DAYS * DAY_MS
}

/** Gives what was done `since` (ms since the epoch), the latest first. */
export function lately(
  stories: readonly TeamStory[],
  team: Pick<Team, 'steps'>,
  since: number,
): readonly TeamStory[] {
  const done = doneSteps(team)
  return stories.filter((story) => done.has(story.step) && isLater(story, since)).sort(latestFirst)
}

/**
 * Gives how many stories each step has that were done before that, by the step's id: on this device, and among those that
 * were filed and are not here (CL4).
 */
export function olderDone(
  stories: readonly TeamStory[],
  team: Pick<Team, 'steps'>,
  filed: Readonly<Record<string, number>>,
  since: number,
): ReadonlyMap<string, number> {
  const older = new Map<string, number>()
  for (const step of doneSteps(team)) {
    const here = stories.filter((story) => story.step === step && !isLater(story, since)).length
    const count = here + (filed[step] ?? 0)
    if (count > 0) older.set(step, count)
  }
  return older
}

/** Divides a backlog by the team's steps; of what is done only what was done `since` (ms since the epoch), the latest first. */
export function columnsOf(
  stories: readonly TeamStory[],
  team: Pick<Team, 'steps'>,
  since: number,
): readonly Part[] {
  return team.steps.map((step) => {
    const here = stories.filter((story) => story.step === step.id)
    const isByTime = step.category === 'done'
    return {
      id: columnId(step),
      name: step.name,
      makes: { step: step.id },
      isByTime,
      stories: isByTime ? here.filter((story) => isLater(story, since)).sort(latestFirst) : here,
    }
  })
}

/** Gives what the part of a step is called among the parts of the page. */
export function columnId({ id }: Pick<Step, 'id'>): string {
  return `step:${id}`
}

/** The ids of the steps in which a story is done. */
export function doneSteps({ steps }: Pick<Team, 'steps'>): ReadonlySet<string> {
  return new Set(steps.filter(({ category }) => category === 'done').map(({ id }) => id))
}

function isLater({ completedAt }: TeamStory, since: number): boolean {
  return completedAt === null || completedAt > since
}

function latestFirst(a: TeamStory, b: TeamStory): number {
  return (b.completedAt ?? 0) - (a.completedAt ?? 0)
}
