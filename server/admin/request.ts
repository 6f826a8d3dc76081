import { z } from 'zod'

const text = z.string().max(20_000)

/** What the shell can ask for; the same from the command line and through the door of a running server. */
export const verbRequestSchema = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('workspace create'), name: text, key: text.optional() }),
  z.strictObject({
    verb: z.literal('user create'),
    email: text,
    name: text,
    password: text,
    workspace: text,
    role: text,
  }),
  z.strictObject({ verb: z.literal('team create'), workspace: text, name: text }),
  z.strictObject({ verb: z.literal('user password'), email: text, password: text }),
  z.strictObject({ verb: z.literal('token create'), email: text, name: text.optional() }),
  z.strictObject({ verb: z.literal('sessions end'), email: text }),
  z.strictObject({ verb: z.literal('backup'), to: text }),
  z.strictObject({ verb: z.literal('restore'), from: text }),
])
export type VerbRequest = z.infer<typeof verbRequestSchema>
export type VerbName = VerbRequest['verb']

/** What a running server must look at again, because its storage was changed from the shell. */
export const changeSchema = z.strictObject({
  /** A workspace whose members changed. */
  membersOf: text.optional(),
  /** A workspace in which something was decided. */
  logOf: text.optional(),
  /** A person whose sessions ended. */
  sessionsOf: text.optional(),
})
export type Change = z.infer<typeof changeSchema>

/** One request to the door of a running server. */
export const doorRequestSchema = z.union([
  z.strictObject({ run: verbRequestSchema }),
  z.strictObject({ changed: z.array(changeSchema) }),
])
export type DoorRequest = z.infer<typeof doorRequestSchema>

/** `line` goes to the standard output, alone; `note` is a sentence for a person. */
export const verbAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), line: z.string().nullable(), note: z.string() }),
  z.object({ ok: z.literal(false), message: z.string() }),
])
export type VerbAnswer = z.infer<typeof verbAnswerSchema>

/** Makes the answer of a verb that was carried out. */
export function done(note: string, line: string | null = null): VerbAnswer {
  return { ok: true, line, note }
}

/** Makes the answer of a verb that was refused; it has had no effect. */
export function refuseVerb(message: string): VerbAnswer {
  return { ok: false, message }
}
