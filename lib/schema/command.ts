import { z } from 'zod'
import type { Command } from '../domain/command.ts'
import { MOVES } from '../domain/stage.ts'

const id = z.string().min(1).max(64)
const place = z.strictObject({ after: id.nullable() })

/** The wire shape of every command. Rules (what a title may be, who may move what) are `decide`'s, not checked here. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    id,
    type: z.literal('captureStory'),
    story: z.string(),
    title: z.string(),
    place: place.optional(),
  }),
  z.strictObject({ id, type: z.literal('renameStory'), story: id, title: z.string() }),
  z.strictObject({
    id,
    type: z.literal(MOVES),
    story: id,
    place: place.optional(),
    reason: z.string().optional(),
    revisitOn: z.string().optional(),
    duplicateOf: id.optional(),
  }),
  z.strictObject({ id, type: z.literal('rankStory'), story: id, place }),
  z.strictObject({ id, type: z.literal(['trashStory', 'restoreStory']), story: id }),
  z.strictObject({ id, type: z.literal('removeSamples') }),
]) satisfies z.ZodType<Command>

/** A command as JSON may be this long, in characters; more is refused before it is parsed. */
export const COMMAND_MAX_CHARACTERS = 64_000
