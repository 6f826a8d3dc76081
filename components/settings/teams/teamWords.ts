import { listed } from '#components/language/listed.ts'
import type { TextsIn } from '#components/language/messages.ts'
import { dateInWords } from '#components/ui/dates.ts'
import type { Backlog } from '#lib/client/client.ts'
import { iterationsFrom } from '#lib/domain/iterations.ts'
import { type Iterations, SCALES, type ScaleName, type Team } from '#lib/domain/team.ts'

/** Says what backlog management changes in a team, with the names of its backlog owners. */
export function whoPlans(
  t: TextsIn<'settings'>,
  words: TextsIn<'words'>,
  team: Team,
  nameOf: (user: string) => string,
): string {
  const owners = backlogOwners(team).map(nameOf)
  if (!team.backlogManagement) return t('teams.plansOff')
  if (owners.length === 0) return t('teams.plansNobody')
  return t('teams.plansOn', { names: listed(words, owners) })
}

/** Gives who owns a team's backlog: user ids. */
export function backlogOwners({ members }: Team): readonly string[] {
  return members.filter(({ role }) => role === 'backlog-owner').map(({ user }) => user)
}

/** Gives how many stories stand in a step; null while nobody knows (I6). */
export function countsOf(backlog: Backlog | undefined): (step: string) => number | null {
  if (!backlog?.isLoaded) return () => null
  const counts = new Map<string, number>()
  for (const [step, count] of Object.entries(backlog.filed?.places ?? {})) counts.set(step, count)
  for (const { step } of backlog.stories) counts.set(step, (counts.get(step) ?? 0) + 1)
  return (step) => counts.get(step) ?? 0
}

/** Gives how many closed stories of a backlog were filed and are not among its stories. */
export function filedIn({ filed }: Backlog): number {
  return Object.values(filed?.places ?? {}).reduce((sum, count) => sum + count, 0)
}

/** `1 2 3 5 8 13 21`. */
export function sizesOf(scale: ScaleName): string {
  return SCALES[scale].join(' · ')
}

/** Gives the iteration that a day (`YYYY-MM-DD`) falls into, in words: "16 Nov 2026 to 29 Nov 2026". */
export function iterationAt(t: TextsIn<'settings'>, iterations: Iterations, day: string): string {
  return iterationsFrom(iterations, day, 1)
    .map(({ startsOn, endsOn }) =>
      t('teams.iteration', { from: dateInWords(startsOn), to: dateInWords(endsOn) }),
    )
    .join('')
}
