import { textsOf } from '#components/language/loaded.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'
import type { Room } from './room.ts'
import { votedOn } from './votes.ts'

/** Gives who somebody in a session is, and what is to be known of them: who facilitates, has voted, asks to speak, watches, has gone. */
export function personFacts(
  { session, me }: Pick<Room, 'session' | 'me'>,
  members: ReadonlyMap<string, MemberInfo>,
  id: string,
): { readonly name: string; readonly facts: readonly string[] } {
  const t = textsOf('live.people')
  const voted = votedOn(session)
  const { as, isHere } = session.people[id] ?? { as: 'participant', isHere: false }
  const facts = [
    id === session.facilitator && t('facilitates'),
    as === 'observer' && t('watches'),
    !isHere && t('gone'),
    isHere && as === 'participant' && voted && (voted.has(id) ? t('voted') : t('notYet')),
    session.speaker === id && t('speaks'),
    session.hands.includes(id) && t('hand'),
  ].filter((fact) => typeof fact === 'string')
  return { name: id === me ? t('you') : (members.get(id)?.name ?? t('somebody')), facts }
}

/** Gives the people of a session as they came; `first`: those whom a short list must have come first. */
export function peopleInOrder(
  { session, me }: Pick<Room, 'session' | 'me'>,
  first: boolean,
): readonly string[] {
  const { people, speaker, hands } = session
  const came = Object.entries(people)
    .sort(([, a], [, b]) => a.joinedAt - b.joinedAt)
    .map(([id]) => id)
  if (!first) return came
  const weight = (id: string) => {
    if (id === speaker) return 0
    if (id === me) return 1
    if (hands.includes(id)) return 2 + hands.indexOf(id)
    return people[id]?.isHere ? 1_000 : 2_000
  }
  return came.toSorted((a, b) => weight(a) - weight(b))
}
