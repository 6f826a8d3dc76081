import { z } from 'zod'
import { CONFIDENCES } from '../domain/sessions/ballot.ts'
import { SESSION_KINDS } from '../domain/sessions/session.ts'
import { id } from './settingsCommand.ts'

const session = id
const story = id
const minutes = z.int().min(1).max(240)
/** Milliseconds since the epoch. */
const time = z.int().min(0)

const outcome = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ready'),
    confirmed: z.boolean().optional(),
    override: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('needs-work'),
    note: z.string(),
    owner: id.optional(),
    due: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('split'),
    into: z
      .array(
        z.strictObject({ story: z.string(), title: z.string(), criteria: z.array(id).max(200) }),
      )
      .max(50),
  }),
  z.strictObject({
    kind: z.literal('wont-do'),
    reason: z.string(),
    revisitOn: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal(['parked', 'skipped']), note: z.string().optional() }),
  z.strictObject({ kind: z.literal('sized'), size: z.string() }),
])

/** The wire shapes of the commands about live sessions. */
export const sessionCommands = [
  z.strictObject({
    id,
    type: z.literal('scheduleSession'),
    session,
    kind: z.literal(SESSION_KINDS),
    name: z.string(),
    team: id.optional(),
    startsAt: time.optional(),
  }),
  z.strictObject({
    id,
    type: z.literal('rescheduleSession'),
    session,
    name: z.string(),
    startsAt: time.optional(),
  }),
  z.strictObject({
    id,
    type: z.literal([
      'startSession',
      'pauseSession',
      'resumeSession',
      'endSession',
      'endReading',
      'leaveSession',
      'takeOver',
      'raiseHand',
    ]),
    session,
  }),
  z.strictObject({
    id,
    type: z.literal('addToAgenda'),
    session,
    story,
    minutes: minutes.optional(),
  }),
  z.strictObject({ id, type: z.literal(['removeFromAgenda', 'askForTime']), session, story }),
  z.strictObject({
    id,
    type: z.literal('moveOnAgenda'),
    session,
    story,
    after: id.nullable(),
  }),
  z.strictObject({ id, type: z.literal('setTimeBox'), session, story, minutes }),
  z.strictObject({
    id,
    type: z.literal('takeUpStory'),
    session,
    story,
    silent: minutes.optional(),
  }),
  z.strictObject({ id, type: z.literal('openVote'), session, story, deadline: time.optional() }),
  z.strictObject({
    id,
    type: z.literal('castVote'),
    session,
    story,
    round: z.int().min(1),
    value: z.string().max(40).nullable(),
    confidence: z.literal(CONFIDENCES).optional(),
    comment: z.string().optional(),
  }),
  z.strictObject({
    id,
    type: z.literal('revealVotes'),
    session,
    story,
    round: z.int().min(1),
  }),
  z.strictObject({ id, type: z.literal('concludeStory'), session, story, outcome }),
  z.strictObject({
    id,
    type: z.literal('joinSession'),
    session,
    as: z.literal(['participant', 'observer']),
  }),
  z.strictObject({
    id,
    type: z.literal(['handOver', 'giveFloor', 'lowerHand']),
    session,
    person: id,
  }),
  z.strictObject({
    id,
    type: z.literal(['recordDecision', 'parkTopic']),
    session,
    note: id,
    text: z.string(),
    about: id.nullable(),
  }),
  z.strictObject({ id, type: z.literal('captureTopic'), session, note: id, story: z.string() }),
] as const
