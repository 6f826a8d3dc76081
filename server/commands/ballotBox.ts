import type { Ballot, BallotChange, Ballots } from '#lib/domain/sessions/ballot.ts'
import type { Session } from '#lib/domain/sessions/session.ts'

/**
 * What people voted in rounds that are not revealed (MT6). It is in no list, event or document: only decisions look into it,
 * and each person gets their own vote back.
 */
export class BallotBox implements Ballots {
  readonly #rounds = new Map<string, Map<string, Ballot>>()

  of(session: string, story: string): ReadonlyMap<string, Ballot> {
    return this.#rounds.get(keyOf(session, story)) ?? NOTHING
  }

  /** Takes over a vote that is committed. */
  take({ session, story, person, ballot }: BallotChange): void {
    const key = keyOf(session, story)
    const round = this.#rounds.get(key) ?? new Map<string, Ballot>()
    if (ballot) round.set(person, ballot)
    else round.delete(person)
    this.#rounds.set(key, round)
  }

  /** Forgets the rounds of a session that are over, revealed or not. */
  follow(session: Session): void {
    for (const { story } of roundsOver(session)) this.#rounds.delete(keyOf(session.id, story))
  }
}

/** Gives the stories of a session on which nobody can vote now: no ballot of theirs stays anywhere. */
export function roundsOver({ agenda }: Session): readonly { readonly story: string }[] {
  return agenda.filter(({ vote }) => vote?.phase !== 'open')
}

function keyOf(session: string, story: string): string {
  return `${session} ${story}`
}

const NOTHING: ReadonlyMap<string, Ballot> = new Map()
