import type { EventType, NewEvent } from '#lib/domain/event.ts'
import type { SessionFact } from '#lib/domain/sessions/event.ts'

/** What belongs to an event of a type: several types may share a shape. */
export type FactOf<Type extends EventType> = NewEvent extends infer Fact
  ? Fact extends { type: infer Types }
    ? Type extends Types
      ? Omit<
          Fact,
          'type' | 'story' | (Fact extends { session: string } ? 'session' | 'team' : never)
        >
      : never
    : never
  : never

/** Every type of event of a live session once, with what is told of it. */
export const OF_SESSIONS: { [Type in SessionFact['type']]: [FactOf<Type>, string] } = {
  SessionScheduled: [
    { kind: 'meeting', name: 'Weekly', startsAt: null },
    'scheduled the meeting “Weekly”',
  ],
  SessionRescheduled: [
    { name: 'Weekly', startsAt: 1 },
    'changed the name or time of the session “Weekly”',
  ],
  AgendaAdded: [{ about: 's1', minutes: 10 }, 'put ST-1 on the agenda of a session'],
  AgendaRemoved: [{ about: 's1' }, 'took ST-1 off the agenda of a session'],
  AgendaMoved: [{ about: 's1', after: null }, 'moved ST-1 on the agenda of a session'],
  TimeBoxSet: [{ about: 's1', minutes: 20 }, 'set the time box of ST-1 to 20 minutes'],
  SessionStarted: [{ about: 's1' }, 'started a session with ST-1'],
  SessionPaused: [{}, 'paused the session'],
  SessionResumed: [{}, 'went on with the session'],
  SessionEnded: [{}, 'ended the session'],
  StoryTakenUp: [{ about: 's1', step: { name: 'discussing' } }, 'took up ST-1 in the session'],
  ReadingEnded: [{}, 'ended the silent reading'],
  VoteOpened: [{ about: 's1', round: 2, deadline: null }, 'opened round 2 of votes on ST-1'],
  VoteCast: [{ about: 's1', round: 1 }, 'voted on ST-1 in the session'],
  VoteTakenBack: [{ about: 's1', round: 1 }, 'took their vote on ST-1 back'],
  VotesRevealed: [
    {
      about: 's1',
      round: 1,
      votes: { kim: { value: '3', confidence: null, comment: '' } },
    },
    'revealed 1 vote on ST-1',
  ],
  StoryConcluded: [
    {
      about: 's1',
      outcome: {
        kind: 'sized',
        size: '3',
        owner: null,
        due: null,
        note: null,
        into: [],
        missing: [],
      },
    },
    'settled ST-1 in the session: sized 3',
  ],
  TimeAsked: [{ about: 's1' }, 'asked for more time for ST-1'],
  TimeExtended: [{ about: 's1', minutes: 5 }, 'gave ST-1 5 more minutes'],
  SessionJoined: [{ as: 'observer' }, 'watches the session'],
  SessionLeft: [{}, 'left the session'],
  HandRaised: [{}, 'raised a hand in the session'],
  HandLowered: [{ person: 'kim' }, 'took the hand of Kim down'],
  FloorGiven: [{ person: 'kim' }, 'gave Kim the floor'],
  FacilitatorChanged: [{ from: 'ana', to: 'kim' }, 'made Kim run the session'],
  DecisionRecorded: [
    { note: 'n', text: 'UTF-8 only', about: null },
    'noted a decision in the session',
  ],
  TopicParked: [{ note: 'n', text: 'Dates', about: null }, 'parked a topic in the session'],
  TopicCaptured: [{ note: 'n', about: 's1' }, 'made ST-1 of a parked topic'],
}
