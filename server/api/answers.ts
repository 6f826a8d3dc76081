import type { Context } from 'hono'
import { z } from '@hono/zod-openapi'
import { type Refusal, REFUSAL_CODES } from '#lib/domain/refusal.ts'
import { FAILURE_CODES, FAILURE_DETAILS, type FailureCode } from '#lib/schema/failure.ts'
import type { Failure } from '#server/auth/failure.ts'

type FailureStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 416 | 429 | 500 | 503

const STATUS: Record<FailureCode, FailureStatus> = {
  malformed: 400,
  invalid: 400,
  signedOut: 401,
  tokenInvalid: 401,
  wrongCredentials: 401,
  sessionNeeded: 403,
  wrongPassword: 403,
  setupCodeWrong: 403,
  originRefused: 403,
  notAllowed: 403,
  notFound: 404,
  invitationNotFound: 404,
  emailTaken: 409,
  setupDone: 409,
  invitationExpired: 410,
  invitationUsedUp: 410,
  invitationRevoked: 410,
  tooLarge: 413,
  noRoom: 409,
  fileTaken: 409,
  rangeNotSatisfiable: 416,
  notJson: 415,
  tooManyTries: 429,
  internal: 500,
  unavailable: 503,
}

/** The body of every answer that is a "no". */
export const errorSchema = z
  .object({
    error: z.object({
      code: z.enum(FAILURE_CODES).describe('Stable: none changes its meaning'),
      message: z.string().describe('A sentence in English: what happened, and what to do next'),
      field: z.string().optional().describe('The part of the request that it is about'),
      detail: z
        .enum(FAILURE_DETAILS)
        .optional()
        .describe('Names the sentence, where a code has several. More may come; go by `code` then'),
      values: z
        .record(z.string(), z.union([z.string(), z.number()]))
        .optional()
        .describe('What stands in the sentence; sizes of files are bytes'),
      refusal: z
        .object({
          code: z.enum(REFUSAL_CODES),
          action: z.string().optional(),
          who: z.array(z.string()).readonly(),
          isManaged: z.literal(true).optional(),
        })
        .optional()
        .describe('The rule of the workspace that refused (`notAllowed`), and who could do it'),
    }),
  })
  .openapi('Error')

const errorContent = { 'application/json': { schema: errorSchema } }
/** The answers any route may give besides its own. */
export const errors = {
  '4XX': { description: 'Refused; the body says why', content: errorContent },
  '5XX': { description: 'The server could not do it; nothing was changed', content: errorContent },
} as const

/** Describes a JSON answer of a route. */
export function json<T extends z.ZodType>(schema: T, description: string) {
  return { description, content: { 'application/json': { schema } } } as const
}

/** Describes a required JSON body of a route. */
export function body<T extends z.ZodType>(schema: T) {
  return { required: true, content: { 'application/json': { schema } } } as const
}

/** Answers with a failure: its status, its code, its sentence and what that is made of. */
export function failed(c: Context, failure: Failure, refusal?: RefusalParts) {
  const { code, message, field, detail, values, retryAfter } = failure
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
  if (STATUS[code] === 401) c.header('WWW-Authenticate', 'Bearer')
  // The two ranges the routes declare; the exact status is one of them.
  return c.json(
    { error: { code, message, field, detail, values, refusal } },
    STATUS[code] as 400 | 500,
  )
}

/** Answers with a refusal of the domain: a member who may see it, but not do it. */
export function refused(c: Context, { message, code, action, who, isManaged }: Refusal) {
  const parts = { code, action, who, isManaged }
  return failed(c, { ok: false, code: 'notAllowed', message }, parts)
}

/** What a page needs to say a refusal in its language. */
type RefusalParts = Pick<Refusal, 'code' | 'action' | 'who' | 'isManaged'>
