import { sessionList } from '#lib/domain/lists.ts'
import type { Ballot, BallotChange } from '#lib/domain/sessions/ballot.ts'
import {
  changedItems,
  headOf,
  itemsOf,
  type SessionHead,
  type SessionItem,
} from '#lib/domain/sessions/items.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import { readsTeam } from '#lib/domain/visibility.ts'
import type { ListChange, ListSnapshot, SessionInfo } from '#lib/schema/wire.ts'
import type { Folded } from './fold.ts'
import type { ListNews, Reader } from './lists.ts'
import type { Picture } from './picture.ts'

const SESSION = sessionList('')

/** So many sessions that are over are told to everybody; the others are still there by their id. */
const ENDED_MAX = 20

/** Gives the session that a list is of; null for every other list, and for whoever may not know of it. */
export function sessionOf(picture: Picture, list: string, reader: Reader): Session | null {
  if (!list.startsWith(SESSION)) return null
  const session = picture.sessions.get(list.slice(SESSION.length))
  return session && reads(picture, session, reader) ? session : null
}

/** Gives the sessions that somebody may know of. */
export function sessionsOf(picture: Picture, reader: Reader): Session[] {
  return [...picture.sessions.values()].filter((session) => reads(picture, session, reader))
}

/** Gives the header of a session's list. The votes in it are the reader's own: nobody else gets these bytes (MT6). */
export function sessionInfo(picture: Picture, session: Session, reader: Reader): SessionInfo {
  return { session: session.id, own: ownBallots(picture, session, reader) }
}

/** Gives who a session's bytes are for: whoever has voted gets their own. */
export function sessionAudience(picture: Picture, session: Session, reader: Reader): string {
  return Object.keys(ownBallots(picture, session, reader)).length > 0 ? reader.id : ''
}

export function sessionSnapshot(
  picture: Picture,
  session: Session,
  reader: Reader,
): ListSnapshot<SessionItem, SessionInfo> {
  const items = [...itemsOf(session).values()]
  return { seq: picture.seq, items, info: sessionInfo(picture, session, reader) }
}

/** Gives what a session's list lacks that has seen everything up to `since`: nothing, or it is told anew. */
export function sessionChange(
  picture: Picture,
  session: Session,
  reader: Reader,
  since: number,
): ListChange<SessionItem, SessionInfo> | 'snapshot needed' {
  if ((picture.sessionSeq.get(session.id) ?? 0) > since) return 'snapshot needed'
  return { seq: picture.seq, set: {}, gone: [], info: sessionInfo(picture, session, reader) }
}

/** Gives what events, and a vote, changed in the lists of sessions. A vote alone is news in its voter's header only. */
export function sessionNews(
  before: Picture,
  { events, sessions }: Folded,
  ballot: BallotChange | undefined,
): ListNews[] {
  const seq = events.at(-1)?.seq ?? before.seq
  const news = [...sessions].map(([id, session]) => ({
    list: sessionList(id),
    change: { seq, ...changedItems(before.sessions.get(id), session) },
    withInfo: true,
  }))
  if (!ballot || sessions.has(ballot.session)) return news
  const change = { seq, set: {}, gone: [] }
  return [...news, { list: sessionList(ballot.session), change, withInfo: true }]
}

/** Gives, for every session, all that it is: for whoever missed what another process wrote. */
export function sessionNewsSince(picture: Picture, since: number): ListNews[] {
  return [...picture.sessions.values()].map((session) => {
    const isNew = (picture.sessionSeq.get(session.id) ?? 0) > since
    const set = isNew ? Object.fromEntries(itemsOf(session)) : {}
    const change = { seq: picture.seq, set, gone: [] }
    return { list: sessionList(session.id), change, withInfo: true }
  })
}

/** True when the sessions that everybody is told of are others after these events, or are called otherwise. */
export function hasNewHeads(before: Picture, { sessions }: Folded): boolean {
  return [...sessions].some(([id, session]) => {
    const was = before.sessions.get(id)
    return !was || JSON.stringify(headOf(was)) !== JSON.stringify(headOf(session))
  })
}

/** Gives the sessions that a reader may know of: those that are not over, and the last of those that are. */
export function sessionHeads(picture: Picture, reader: Reader): SessionHead[] {
  const seen = sessionsOf(picture, reader)
  const over = seen
    .filter(({ phase }) => phase.name === 'ended')
    .sort((a, b) => endOf(b) - endOf(a))
    .slice(ENDED_MAX)
  const left = new Set(over)
  return seen.filter((session) => !left.has(session)).map(headOf)
}

function ownBallots(
  { ballots }: Picture,
  { id, agenda }: Session,
  reader: Reader,
): Record<string, Ballot> {
  const own: Record<string, Ballot> = {}
  for (const { story, vote } of agenda) {
    const ballot = vote?.phase === 'open' ? ballots.of(id, story).get(reader.id) : undefined
    if (ballot) own[story] = ballot
  }
  return own
}

function reads(picture: Picture, { team }: Session, reader: Reader): boolean {
  return team === null || readsTeam(picture, team, reader)
}

function endOf({ phase }: Session): number {
  return phase.name === 'ended' ? phase.at : 0
}
