import type { ReadyArea } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { inAList } from '#components/language/pageLanguage.ts'
import { type Ballot, choicesOf, spreadOf } from '#lib/domain/sessions/ballot.ts'
import { itemOf } from '#lib/domain/sessions/clock.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import type { Team } from '#lib/domain/team.ts'

type Members = ReadyArea['members']
type Votes = Readonly<Record<string, Ballot>>

/** Says who should talk, or that everybody agrees: "Ana (3) and Kim (8) should talk." '' where there is nothing to say (PL2). */
export function spreadSentence(votes: Votes, team: Team, members: Members): string {
  const t = textsOf('planning.spread')
  const { talk, agreed } = spreadOf(votes, choicesOf({ kind: 'planning' }, team))
  if (agreed !== null) return t('agreed', { size: agreed })
  if (!talk) return ''
  const named = [...talk.low, ...talk.high].map(
    (id) => `${members.get(id)?.name ?? t('somebody')} (${votes[id]?.value ?? ''})`,
  )
  return t('talk', { people: inAList(named) })
}

/** Says how revealed votes lie, for whoever does not see it: "2 × 3, 1 × 8. Ana (3) and Kim (8) should talk." */
export function votesInWords(
  session: Session,
  story: string,
  team: Team,
  members: Members,
): string {
  const vote = itemOf(session, story)?.vote
  if (vote?.phase !== 'revealed') return ''
  const { counts } = spreadOf(vote.votes, choicesOf({ kind: 'planning' }, team))
  const said = counts.map(({ value, people }) => `${people.length} × ${value}`).join(', ')
  // Whoever says it ends the sentence.
  return [said, spreadSentence(vote.votes, team, members)]
    .filter(Boolean)
    .join('. ')
    .replace(/\.$/, '')
}
