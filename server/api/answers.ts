import type { Context } from 'hono'
import { z } from '@hono/zod-openapi'
import type { Refusal } from '#lib/domain/refusal.ts'
import type { Failure, FailureCode } from '#server/auth/failure.ts'

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
      code: z.string(),
      message: z.string(),
      field: z.string().optional(),
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

/** Answers with a failure: its status, its code and its sentence. */
export function failed(c: Context, failure: Failure) {
  const { code, message, field, retryAfter } = failure
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
  if (STATUS[code] === 401) c.header('WWW-Authenticate', 'Bearer')
  // The two ranges the routes declare; the exact status is one of them.
  return c.json({ error: { code, message, field } }, STATUS[code] as 400 | 500)
}

/** Answers with a refusal of the domain: a member who may see it, but not do it. */
export function refused(c: Context, { message }: Refusal) {
  return failed(c, { ok: false, code: 'notAllowed', message })
}
