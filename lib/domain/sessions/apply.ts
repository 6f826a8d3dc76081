import { assertNever } from '../must.ts'
import { itemOf } from './clock.ts'
import type { SessionEvent } from '../event.ts'
import type { AgendaItem, Attendee, Phase, Session, Step } from './session.ts'

/** Gives a session after an event (I8). `before` is undefined only for SessionScheduled. Pure. */
export function applySession(before: Session | undefined, event: SessionEvent): Session {
  if (event.type === 'SessionScheduled') return scheduled(event)
  if (!before) throw new Error(`Session ${event.session} of event ${event.seq} is not there`)
  const session = before
  const { at, by } = event
  switch (event.type) {
    case 'SessionRescheduled':
      return { ...session, name: event.name, startsAt: event.startsAt }
    case 'AgendaAdded':
      return { ...session, agenda: [...session.agenda, newItem(event)] }
    case 'AgendaRemoved':
      return { ...session, agenda: session.agenda.filter(({ story }) => story !== event.about) }
    case 'AgendaMoved':
      return { ...session, agenda: moved(session, event.about, event.after) }
    case 'TimeBoxSet':
      return withItem(session, event.about, (item) => ({
        ...item,
        minutes: event.minutes,
        // Whoever asked for more has it.
        asking: event.minutes > item.minutes ? [] : item.asking,
      }))
    case 'SessionStarted':
      return {
        ...session,
        facilitator: by,
        people: { ...session.people, [by]: arrived(session.people[by], 'participant', at) },
        phase: { name: 'running', story: event.about, step: DISCUSSING, since: at },
      }
    case 'SessionPaused': {
      const { phase } = session
      if (phase.name !== 'running') return session
      const { story, step } = phase
      return { ...stopped(session, at), phase: { name: 'paused', at, story, step } }
    }
    case 'SessionResumed':
      return { ...session, phase: resumed(session.phase, at) }
    case 'SessionEnded':
      return {
        ...withEveryItem(stopped(session, at), (item) =>
          item.vote?.phase === 'open' ? { ...item, vote: null } : item,
        ),
        phase: { name: 'ended', at },
        hands: [],
        speaker: null,
      }
    case 'StoryTakenUp':
      return {
        ...stopped(session, at),
        phase: { name: 'running', story: event.about, step: event.step, since: at },
      }
    case 'ReadingEnded':
      return session.phase.name === 'running'
        ? { ...session, phase: { ...session.phase, step: DISCUSSING } }
        : session
    case 'VoteOpened':
      return withItem(session, event.about, (item) => ({
        ...item,
        rounds: event.round,
        vote: { phase: 'open', round: event.round, voted: [], deadline: event.deadline },
      }))
    case 'VoteCast':
    case 'VoteTakenBack': {
      const has = event.type === 'VoteCast'
      return withItem(session, event.about, (item) => voted(item, by, has))
    }
    case 'VotesRevealed':
      return withItem(session, event.about, (item) => ({
        ...item,
        vote: { phase: 'revealed', round: event.round, votes: event.votes },
      }))
    case 'StoryConcluded':
      return goneOn(
        withItem(session, event.about, (item) => ({
          ...item,
          outcome: { ...event.outcome, by, at },
          asking: [],
          vote: item.vote?.phase === 'open' ? null : item.vote,
        })),
        event.about,
        at,
      )
    case 'TimeAsked':
      return withItem(session, event.about, (item) => ({
        ...item,
        asking: item.asking.includes(by) ? item.asking : [...item.asking, by],
      }))
    case 'TimeExtended':
      return withItem(session, event.about, (item) => ({
        ...item,
        asking: [],
        minutes: item.minutes + event.minutes,
      }))
    case 'SessionJoined':
      return {
        ...session,
        people: { ...session.people, [by]: arrived(session.people[by], event.as, at) },
      }
    case 'SessionLeft':
      return left(session, by, at)
    case 'HandRaised':
      return { ...session, hands: [...session.hands.filter((hand) => hand !== by), by] }
    case 'HandLowered':
      return {
        ...session,
        hands: session.hands.filter((hand) => hand !== event.person),
        speaker: session.speaker === event.person ? null : session.speaker,
      }
    case 'FloorGiven':
      return {
        ...session,
        hands: session.hands.filter((hand) => hand !== event.person),
        speaker: event.person,
      }
    case 'FacilitatorChanged':
      return { ...session, facilitator: event.to }
    case 'DecisionRecorded': {
      const note = { id: event.note, by, at, text: event.text, story: event.about }
      return { ...session, decisions: [...session.decisions, note] }
    }
    case 'TopicParked': {
      const note = { id: event.note, by, at, text: event.text, story: event.about, idea: null }
      return { ...session, topics: [...session.topics, note] }
    }
    case 'TopicCaptured':
      return {
        ...session,
        topics: session.topics.map((topic) =>
          topic.id === event.note ? { ...topic, idea: event.about } : topic,
        ),
      }
    default:
      return assertNever(event)
  }
}

const DISCUSSING: Step = { name: 'discussing' }

function scheduled(event: Extract<SessionEvent, { type: 'SessionScheduled' }>): Session {
  return {
    id: event.session,
    kind: event.kind,
    name: event.name,
    team: event.team,
    startsAt: event.startsAt,
    createdBy: event.by,
    createdAt: event.at,
    facilitator: event.by,
    phase: { name: 'scheduled' },
    agenda: [],
    people: {},
    hands: [],
    speaker: null,
    decisions: [],
    topics: [],
  }
}

function newItem(event: Extract<SessionEvent, { type: 'AgendaAdded' }>): AgendaItem {
  return {
    story: event.about,
    addedBy: event.by,
    minutes: event.minutes,
    spentMs: 0,
    asking: [],
    rounds: 0,
    vote: null,
    outcome: null,
  }
}

function moved({ agenda }: Session, story: string, after: string | null): readonly AgendaItem[] {
  const item = itemOf({ agenda }, story)
  if (!item) return agenda
  const others = agenda.filter((other) => other !== item)
  const at = after === null ? 0 : others.findIndex((other) => other.story === after) + 1
  return [...others.slice(0, at), item, ...others.slice(at)]
}

/** The clock of the current story stops; what it has counted stays with the story. */
function stopped(session: Session, at: number): Session {
  const { phase } = session
  if (phase.name !== 'running') return session
  return withItem(session, phase.story, (item) => ({
    ...item,
    asking: [],
    spentMs: item.spentMs + Math.max(0, at - phase.since),
  }))
}

/** What was left to read is left to read after a pause. */
function resumed(phase: Phase, at: number): Phase {
  if (phase.name !== 'paused') return phase
  const { story, step } = phase
  const paused = at - phase.at
  return {
    name: 'running',
    story,
    since: at,
    step: step.name === 'reading' ? { name: 'reading', until: step.until + paused } : step,
  }
}

/** After the outcome of the current story comes the next one without, from there on or from the top. */
function goneOn(session: Session, story: string, at: number): Session {
  const { phase, agenda } = session
  if (phase.name !== 'running' || phase.story !== story) return session
  const place = agenda.findIndex((item) => item.story === story)
  const next = [...agenda.slice(place + 1), ...agenda.slice(0, place)].find(
    ({ outcome }) => outcome === null,
  )
  const rested = stopped(session, at)
  if (!next) return { ...rested, phase: { name: 'closing' } }
  return {
    ...rested,
    phase: { name: 'running', story: next.story, step: DISCUSSING, since: at },
  }
}

function voted(item: AgendaItem, person: string, has: boolean): AgendaItem {
  if (item.vote?.phase !== 'open') return item
  const others = item.vote.voted.filter((other) => other !== person)
  return { ...item, vote: { ...item.vote, voted: has ? [...others, person] : others } }
}

function arrived(before: Attendee | undefined, as: Attendee['as'], at: number): Attendee {
  return { as, joinedAt: before?.joinedAt ?? at, isHere: true, at }
}

function left(session: Session, person: string, at: number): Session {
  const attendee = session.people[person]
  if (!attendee) return session
  return {
    ...session,
    people: { ...session.people, [person]: { ...attendee, isHere: false, at } },
    hands: session.hands.filter((hand) => hand !== person),
    speaker: session.speaker === person ? null : session.speaker,
    agenda: session.agenda.map((item) =>
      item.asking.includes(person)
        ? { ...item, asking: item.asking.filter((other) => other !== person) }
        : item,
    ),
  }
}

function withItem(
  session: Session,
  story: string,
  change: (item: AgendaItem) => AgendaItem,
): Session {
  return withEveryItem(session, (item) => (item.story === story ? change(item) : item))
}

function withEveryItem(session: Session, change: (item: AgendaItem) => AgendaItem): Session {
  return { ...session, agenda: session.agenda.map(change) }
}
