import { currentStory, itemOf } from '#lib/domain/sessions/clock.ts'
import type { AgendaItem, Session } from '#lib/domain/sessions/session.ts'

/** Gives what the session is about now; null before, between and after stories. */
export function currentItem(session: Session): AgendaItem | null {
  const story = currentStory(session)
  return story === null ? null : (itemOf(session, story) ?? null)
}

/** Gives who has voted in the round that is open on the current story; null while none is. */
export function votedOn(session: Session): ReadonlySet<string> | null {
  const vote = currentItem(session)?.vote
  return vote?.phase === 'open' ? new Set(vote.voted) : null
}

/** Gives on how many stories a vote is open, and how many votes were given in it: what is erased if the session ends now (MT6). */
export function openVotes({ agenda }: Pick<Session, 'agenda'>): {
  readonly stories: number
  readonly votes: number
} {
  const open = agenda.flatMap(({ outcome, vote }) =>
    outcome === null && vote?.phase === 'open' ? [vote] : [],
  )
  // A round that nobody has voted in is lost only where people were asked to vote until a day.
  const lost = open.filter(({ voted, deadline }) => voted.length > 0 || deadline !== null)
  return { stories: lost.length, votes: lost.reduce((sum, { voted }) => sum + voted.length, 0) }
}
