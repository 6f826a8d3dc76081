import { SCALES, type Team } from '../team.ts'
import type { Session } from './session.ts'

/** What one person votes in a round. Until the round is revealed it is nowhere but with the server (MT6). */
export interface Ballot {
  /** A readiness vote, or one of the team's sizes; UNSURE in both. */
  readonly value: string
  readonly confidence: Confidence | null
  /** Why, in a few words; for rounds that nobody is there for. */
  readonly comment: string
}

export const CONFIDENCES = ['low', 'medium', 'high'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** What people say of a story in a meeting. */
export const READINESS_VOTES = ['ready', 'needs-work', 'split'] as const

/** "I cannot tell". */
export const UNSURE = '?'

export const COMMENT_MAX_CHARACTERS = 500

/** A ballot that takes the place of the one before; null takes it back. */
export interface BallotChange {
  readonly session: string
  readonly story: string
  readonly round: number
  readonly person: string
  readonly ballot: Ballot | null
}

/** The ballots that are not revealed, by person. Only the server has them. */
export interface Ballots {
  of(session: string, story: string): ReadonlyMap<string, Ballot>
}

/** Gives what can be voted in a session. `team` is the one that is planned for. */
export function choicesOf({ kind }: Pick<Session, 'kind'>, team: Team | undefined): string[] {
  if (kind === 'meeting') return [...READINESS_VOTES, UNSURE]
  return [...(team ? SCALES[team.scale] : []), UNSURE]
}

/** How votes lie on a scale. */
export interface Spread {
  /** How often each value was voted, in the order of the scale. */
  readonly counts: readonly { readonly value: string; readonly people: readonly string[] }[]
  /** Who voted lowest and who highest, where they are two steps or more apart: they should talk. */
  readonly talk: { readonly low: readonly string[]; readonly high: readonly string[] } | null
  /** What everybody said who could tell; null where they differ. */
  readonly agreed: string | null
}

/** Gives how revealed votes lie on `scale`, from small to large. Whoever is unsure counts, but is neither low nor high. */
export function spreadOf(
  votes: Readonly<Record<string, Pick<Ballot, 'value'>>>,
  scale: readonly string[],
): Spread {
  const counts = [...scale.filter((value) => value !== UNSURE), UNSURE]
    .map((value) => ({
      value,
      people: Object.keys(votes).filter((person) => votes[person]?.value === value),
    }))
    .filter(({ people }) => people.length > 0)
  const sure = counts.filter(({ value }) => value !== UNSURE)
  const [low, high] = [sure[0], sure.at(-1)]
  const steps = low && high ? scale.indexOf(high.value) - scale.indexOf(low.value) : 0
  return {
    counts,
    talk: low && high && steps >= 2 ? { low: low.people, high: high.people } : null,
    agreed: sure.length === 1 ? (low?.value ?? null) : null,
  }
}

/**
 * [PL5] Gives the size that revealed votes speak for: what everybody said who could tell, else the middle one of their votes
 * on `scale`, the larger of two. Null where nobody could tell.
 */
export function suggestedSize(
  votes: Readonly<Record<string, Pick<Ballot, 'value'>>>,
  scale: readonly string[],
): string | null {
  const sure = Object.values(votes)
    .map(({ value }) => (value === UNSURE ? -1 : scale.indexOf(value)))
    .filter((place) => place >= 0)
    .sort((a, b) => a - b)
  return scale[sure[Math.floor(sure.length / 2)] ?? -1] ?? null
}
