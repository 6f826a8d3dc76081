import { z } from 'zod'
import { OUTCOMES } from '../domain/talk/thread.ts'
import { id } from './settingsCommand.ts'

const part = z.number()

const anchor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    start: z.string(),
    end: z.string(),
    quote: z.string(),
    runs: z.array(z.tuple([part, part, part])).optional(),
    block: id.optional(),
  }),
  z.strictObject({ kind: z.literal('block'), block: id, quote: z.string() }),
  z.strictObject({
    kind: z.literal('image'),
    block: id,
    region: z.strictObject({ x: part, y: part, w: part, h: part }),
    quote: z.string(),
  }),
])

const suggestion = z.strictObject({ from: z.string(), to: z.string() })

const on = { id, story: id, thread: id }

/** The wire shapes of the commands about discussions. */
export const talkCommands = [
  z.strictObject({
    ...on,
    type: z.literal('startThread'),
    comment: id,
    text: z.string(),
    anchor: anchor.nullable(),
    suggestion: suggestion.optional(),
  }),
  z.strictObject({ ...on, type: z.literal('reply'), comment: id, text: z.string() }),
  z.strictObject({ ...on, type: z.literal('editComment'), comment: id, text: z.string() }),
  z.strictObject({ ...on, type: z.literal('deleteComment'), comment: id }),
  z.strictObject({
    ...on,
    type: z.literal('restoreComment'),
    comment: id,
    text: z.string(),
    anchor: anchor.nullable(),
    suggestion: suggestion.optional(),
  }),
  z.strictObject({ ...on, type: z.literal(['resolveThread', 'reopenThread']) }),
  z.strictObject({
    ...on,
    type: z.literal(['react', 'withdrawReaction']),
    comment: id,
    emoji: z.string(),
  }),
  z.strictObject({ ...on, type: z.literal('settleSuggestion'), outcome: z.literal(OUTCOMES) }),
  z.strictObject({ ...on, type: z.literal('unsettleSuggestion') }),
] as const
