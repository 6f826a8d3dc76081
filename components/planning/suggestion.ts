import { suggestedSize } from '#lib/domain/sessions/ballot.ts'
import type { AgendaItem } from '#lib/domain/sessions/session.ts'
import type { Team } from '#lib/domain/team.ts'
import { sizesOf } from './planned.ts'

/** Gives the size that the revealed votes on a story speak for (PL5); null while there are none, or nobody could tell. */
export function suggestionFor({ vote }: Pick<AgendaItem, 'vote'>, team: Team): string | null {
  return vote?.phase === 'revealed' ? suggestedSize(vote.votes, sizesOf(team)) : null
}
