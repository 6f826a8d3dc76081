import { z } from 'zod'
import type { Command } from '../domain/command.ts'
import { MOVES } from '../domain/stage.ts'
import { SIDES } from '../domain/story.ts'
import { sessionCommands } from './sessionCommand.ts'
import { id, place, settingsCommands } from './settingsCommand.ts'
import { talkCommands } from './talkCommand.ts'

const story = id
/** A place in the log. */
const position = z.int().min(0)

/** The wire shape of every command. Rules (what a title may be, who may move what) are `decide`'s, not checked here. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    id,
    type: z.literal('captureStory'),
    story: z.string(),
    title: z.string(),
    place: place.optional(),
  }),
  z.strictObject({ id, type: z.literal('renameStory'), story, title: z.string() }),
  z.strictObject({ id, type: z.literal('setTheme'), story, theme: id.nullable() }),
  z.strictObject({ id, type: z.literal('setPersona'), story, persona: id.nullable() }),
  z.strictObject({ id, type: z.literal('setLabels'), story, labels: z.array(z.string()) }),
  z.strictObject({
    id,
    type: z.literal('setDependencies'),
    story,
    dependencies: z.array(id).nullable(),
  }),
  z.strictObject({
    id,
    type: z.literal(MOVES),
    story,
    place: place.optional(),
    reason: z.string().optional(),
    revisitOn: z.string().optional(),
    duplicateOf: id.optional(),
    merge: z.boolean().optional(),
    confirmed: z.boolean().optional(),
    override: z.string().optional(),
  }),
  z.strictObject({ id, type: z.literal('rankStory'), story, place }),
  z.strictObject({
    id,
    type: z.literal(['assignToTeam', 'reassignStory']),
    story,
    team: id,
    place: place.optional(),
  }),
  z.strictObject({
    id,
    type: z.literal('moveToStep'),
    story,
    step: id,
    place: place.optional(),
  }),
  z.strictObject({ id, type: z.literal('sizeStory'), story, size: z.string().nullable() }),
  z.strictObject({ id, type: z.literal('scheduleStory'), story, schedule: z.string().nullable() }),
  z.strictObject({
    id,
    type: z.literal(['acknowledgeStory', 'withdrawAcknowledgement']),
    story,
    side: z.literal(SIDES),
  }),
  z.strictObject({
    id,
    type: z.literal([
      'upvoteStory',
      'withdrawVote',
      'watchStory',
      'unwatchStory',
      'keepStory',
      'withdrawKeep',
      'acknowledgeChange',
      'trashStory',
      'restoreStory',
    ]),
    story,
  }),
  ...talkCommands,
  z.strictObject({ id, type: z.literal('keepVersion'), story, name: z.string().nullable() }),
  z.strictObject({
    id,
    type: z.literal('nameVersion'),
    story,
    version: z.int().min(1),
    name: z.string().nullable(),
  }),
  z.strictObject({
    id,
    type: z.literal('restoreVersion'),
    story,
    version: z.int().min(1),
    block: z.string().nullable(),
  }),
  z.strictObject({ id, type: z.literal('markNoticesDone'), story, upTo: position }),
  z.strictObject({ id, type: z.literal('markNoticesUndone'), story, downTo: position }),
  z.strictObject({ id, type: z.literal(['muteStory', 'unmuteStory']), story }),
  ...settingsCommands,
  ...sessionCommands,
]) satisfies z.ZodType<Command>

/** A command as JSON may be this long, in characters; more is refused before it is parsed. */
export const COMMAND_MAX_CHARACTERS = 64_000
