import type { ReadyArea } from '#components/actions/index.ts'
import type { Choice } from '#components/live/VoteCards.tsx'
import type { Backlog } from '#lib/client/client.ts'
import { choicesOf, UNSURE } from '#lib/domain/sessions/ballot.ts'
import { SCALES, type Team } from '#lib/domain/team.ts'

/** What is planned: a team's backlog, in the workspace as this device knows it. */
export interface Planned {
  readonly area: ReadyArea
  readonly team: Team
  readonly backlog: Backlog
}

/** Gives the sizes of a team, from small to large. */
export function sizesOf({ scale }: Pick<Team, 'scale'>): readonly string[] {
  return SCALES[scale]
}

/**
 * Gives what can be voted, with its key: a number of one digit is its own key, so that nobody votes 8 by pressing 5; every other
 * size has its place, and "I cannot tell" has 0.
 */
export function sizeChoices(team: Team): readonly (Choice & { readonly key: string })[] {
  return choicesOf({ kind: 'planning' }, team).map((value, index) => ({
    value,
    name: value,
    key: value === UNSURE ? '0' : /^[1-9]$/.test(value) ? value : String(index + 1),
  }))
}
