import type { Session } from '#lib/domain/sessions/session.ts'
import type { Team } from '#lib/domain/team.ts'

/** Gives how many stories got a size in a session, and the sum of these where the team's sizes are points (else 0). */
export function sizedIn(
  { agenda }: Pick<Session, 'agenda'>,
  { scale }: Pick<Team, 'scale'>,
): { readonly count: number; readonly points: number } {
  const sizes = agenda.flatMap(({ outcome }) => outcome?.size ?? [])
  const sum = () => sizes.reduce((points, size) => points + Number(size), 0)
  return { count: sizes.length, points: scale === 'points' ? sum() : 0 }
}
