import { currentStory, itemOf, leftOf } from '#lib/domain/sessions/clock.ts'
import type { OutcomeKind, Session } from '#lib/domain/sessions/session.ts'

/** Something that everybody in a session should hear, in the order in which it is said. */
export type News =
  | { readonly what: 'takenUp' | 'voteOpened' | 'allVoted' | 'revealed'; readonly story: string }
  | {
      readonly what: 'outcome'
      readonly story: string
      readonly outcome: OutcomeKind
      /** The size that was accepted; absent where none was. */
      readonly size?: string
    }
  | { readonly what: 'facilitator' | 'floor'; readonly person: string }
  | { readonly what: 'paused' | 'resumed' | 'closing' | 'ended' }
  | { readonly what: 'nearlyOver' | 'timeOver' | 'extended' | 'shortened'; readonly story: string }

/** Gives what is new in a session since it was like `before`. */
export function newsBetween(before: Session, after: Session): News[] {
  const news: News[] = []
  if (before.facilitator !== after.facilitator) {
    news.push({ what: 'facilitator', person: after.facilitator })
  }
  for (const item of after.agenda) {
    const old = itemOf(before, item.story)
    const { story, outcome, vote } = item
    if (outcome && !old?.outcome) {
      const { kind, size } = outcome
      news.push({ what: 'outcome', story, outcome: kind, ...(size !== null && { size }) })
    }
    if (!old) continue
    if (vote?.phase === 'open' && old.vote?.phase !== 'open') {
      news.push({ what: 'voteOpened', story })
    } else if (vote?.phase === 'open' && haveAll(after, vote.voted)) {
      if (old.vote?.phase === 'open' && !haveAll(before, old.vote.voted)) {
        news.push({ what: 'allVoted', story })
      }
    } else if (vote?.phase === 'revealed' && old.vote?.phase === 'open') {
      news.push({ what: 'revealed', story })
    }
    if (item.minutes > old.minutes) news.push({ what: 'extended', story })
    if (item.minutes < old.minutes) news.push({ what: 'shortened', story })
  }
  const { name } = after.phase
  if (before.phase.name !== name) {
    if (name === 'paused' || name === 'closing' || name === 'ended') news.push({ what: name })
    else if (before.phase.name === 'paused') news.push({ what: 'resumed' })
  }
  const story = currentStory(after)
  if (story !== null && story !== currentStory(before)) news.push({ what: 'takenUp', story })
  if (after.speaker !== null && after.speaker !== before.speaker) {
    news.push({ what: 'floor', person: after.speaker })
  }
  return news
}

/** The last minute of a time box is told, ms. */
export const NEARLY_MS = 60_000

/** Gives how the time of the current story stands, where that is worth saying; null: there is enough, or no clock runs. */
export function timeNews(session: Session, now: number): News | null {
  const { phase } = session
  if (phase.name !== 'running') return null
  const item = itemOf(session, phase.story)
  if (!item) return null
  const left = leftOf(session, item, now)
  if (left > NEARLY_MS) return null
  return { what: left > 0 ? 'nearlyOver' : 'timeOver', story: item.story }
}

/** True once every participant who is here has voted. */
export function haveAll({ people }: Session, voted: readonly string[]): boolean {
  const here = Object.keys(people).filter(
    (id) => people[id]?.isHere && people[id]?.as === 'participant',
  )
  return here.length > 0 && here.every((id) => voted.includes(id))
}
