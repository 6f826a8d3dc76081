import { dateInWords } from '#components/ui/dates.ts'
import type { Backlog } from '#lib/client/client.ts'
import { iterationsFrom } from '#lib/domain/iterations.ts'
import {
  type Iterations,
  SCALES,
  type ScaleName,
  type StepCategory,
  type Team,
} from '#lib/domain/team.ts'
import { listed } from '../listed.ts'

/** What people call the categories of steps, and what each means. */
export const CATEGORY_NAMES: Record<StepCategory, string> = {
  todo: 'To do',
  'in-progress': 'In progress',
  done: 'Done',
}

/** Says who can see a team. */
export function whoSees(team: Team): string {
  return team.isPrivate
    ? 'Only its members and the owners and admins know of it: its backlog, its stories and what is said about them reach nobody else, in no list and no search.'
    : 'Everybody in the workspace can read its backlog. Switched on, only its members and the owners and admins know of it.'
}

/** Says what backlog management changes in a team, with the names of its backlog owners. */
export function whoPlans(team: Team, nameOf: (user: string) => string): string {
  const owners = backlogOwners(team).map(nameOf)
  if (!team.backlogManagement) {
    return 'Off: every member of the team orders, sizes and schedules its stories and takes them off the backlog. Switched on, only its backlog owners do.'
  }
  if (owners.length === 0) {
    return 'On, but nobody is backlog owner yet: until somebody is, only owners and admins order, size and schedule its stories.'
  }
  return `On: only ${listed(owners)} (and owners and admins) order, size and schedule its stories; product managers can assign stories to it and take them back.`
}

/** Gives who owns a team's backlog: user ids. */
export function backlogOwners({ members }: Team): readonly string[] {
  return members.filter(({ role }) => role === 'backlog-owner').map(({ user }) => user)
}

/** `1 story`, `12 stories`. */
export function stories(count: number): string {
  return count === 1 ? '1 story' : `${count.toLocaleString('en')} stories`
}

/** Gives how many stories stand in a step; null while nobody knows (I6). */
export function countsOf(backlog: Backlog | undefined): (step: string) => number | null {
  if (!backlog?.isLoaded) return () => null
  const counts = new Map<string, number>()
  for (const { step } of backlog.stories) counts.set(step, (counts.get(step) ?? 0) + 1)
  return (step) => counts.get(step) ?? 0
}

/** What people call the scales. */
export const SCALE_NAMES: Record<ScaleName, string> = { points: 'Points', shirts: 'T-shirts' }

/** `1 2 3 5 8 13 21`. */
export function sizesOf(scale: ScaleName): string {
  return SCALES[scale].join(' · ')
}

/** Gives the iteration that a day (`YYYY-MM-DD`) falls into, in words: "16 Nov 2026 to 29 Nov 2026". */
export function iterationAt(iterations: Iterations, day: string): string {
  return iterationsFrom(iterations, day, 1)
    .map(({ startsOn, endsOn }) => `${dateInWords(startsOn)} to ${dateInWords(endsOn)}`)
    .join('')
}
