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
