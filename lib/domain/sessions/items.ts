import type { AgendaItem, Attendee, Note, Session, Topic } from './session.ts'

/** What stands in the list of a session: its state, and a row for each story, person, decision and topic. */
export type SessionItem =
  | ({ readonly id: string; readonly is: 'state' } & SessionRow)
  | ({ readonly id: string; readonly is: 'story'; readonly place: number } & AgendaItem)
  | ({ readonly id: string; readonly is: 'person'; readonly person: string } & Attendee)
  | ({ readonly is: 'decision' } & Note)
  | ({ readonly is: 'topic' } & Topic)

type SessionRow = Omit<Session, 'id' | 'agenda' | 'people' | 'decisions' | 'topics'>

/** Gives the rows of a session by their ids. None has more in it than everybody may know who may read the session. */
export function itemsOf(session: Session): Map<string, SessionItem> {
  const { id: _, agenda, people, decisions, topics, ...row } = session
  const items: SessionItem[] = [
    { id: 'state', is: 'state', ...row },
    ...agenda.map((item, place) => ({
      ...item,
      id: `story:${item.story}`,
      is: 'story' as const,
      place,
    })),
    ...Object.entries(people).map(([person, attendee]) => ({
      ...attendee,
      id: `person:${person}`,
      is: 'person' as const,
      person,
    })),
    ...decisions.map((note) => ({ ...note, id: `decision:${note.id}`, is: 'decision' as const })),
    ...topics.map((topic) => ({ ...topic, id: `topic:${topic.id}`, is: 'topic' as const })),
  ]
  return new Map(items.map((item) => [item.id, item]))
}

/** Gives what is other in a session now: the rows to set, and the ids of those that are gone. */
export function changedItems(
  before: Session | undefined,
  after: Session,
): { set: Record<string, SessionItem>; gone: string[] } {
  const was = before ? itemsOf(before) : new Map<string, SessionItem>()
  const is = itemsOf(after)
  const set: Record<string, SessionItem> = {}
  for (const [id, item] of is) {
    if (JSON.stringify(was.get(id)) !== JSON.stringify(item)) set[id] = item
  }
  return { set, gone: [...was.keys()].filter((id) => !is.has(id)) }
}

/** A session as lists of sessions show it: enough to join it. */
export interface SessionHead {
  readonly id: string
  readonly kind: Session['kind']
  readonly name: string
  readonly team: string | null
  readonly facilitator: string
  readonly startsAt: number | null
  readonly state: 'scheduled' | 'live' | 'ended'
  /** Rounds that wait for votes whether anybody is there or not (PL4); absent where none does. */
  readonly rounds?: readonly OpenRound[]
}

export interface OpenRound {
  readonly story: string
  /** In ms. */
  readonly deadline: number
  /** Who has voted; what, is with the server (MT6). */
  readonly voted: readonly string[]
}

export function headOf(session: Session): SessionHead {
  const { id, kind, name, team, facilitator, startsAt, phase } = session
  const rounds = openRounds(session)
  const isLive = phase.name !== 'scheduled' && phase.name !== 'ended'
  return {
    id,
    kind,
    name,
    team,
    facilitator,
    startsAt,
    state: isLive ? 'live' : phase.name === 'ended' ? 'ended' : 'scheduled',
    ...(rounds.length > 0 && { rounds }),
  }
}

/** [PL7] The rounds of a session that wait for votes until a day, in the order of its agenda. */
function openRounds({ agenda }: Session): OpenRound[] {
  return agenda.flatMap(({ story, vote }) =>
    vote?.phase === 'open' && vote.deadline !== null
      ? [{ story, deadline: vote.deadline, voted: vote.voted }]
      : [],
  )
}

/** Gives the rounds that wait for the vote of `person` at `now` (ms). */
export function roundsAsking(
  { rounds = [] }: Pick<SessionHead, 'rounds'>,
  person: string,
  now: number,
): readonly OpenRound[] {
  return rounds.filter(({ voted, deadline }) => deadline > now && !voted.includes(person))
}
