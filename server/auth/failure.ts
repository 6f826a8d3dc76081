/**
 * An expected "no" of the sign-in and of the API, as a value. `code` is stable, `message` is a sentence for the
 * person: what happened and what to do next. `field` names the part of the request it is about.
 */
export interface Failure {
  readonly ok: false
  readonly code: FailureCode
  readonly message: string
  readonly field?: string
  /** Seconds until trying again makes sense. */
  readonly retryAfter?: number
}

export type Result<T> = { readonly ok: true; readonly value: T } | Failure

export type FailureCode =
  | 'malformed'
  | 'invalid'
  | 'signedOut'
  | 'tokenInvalid'
  | 'sessionNeeded'
  | 'wrongCredentials'
  | 'wrongPassword'
  | 'setupCodeWrong'
  | 'originRefused'
  | 'notAllowed'
  | 'notFound'
  | 'invitationNotFound'
  | 'invitationExpired'
  | 'invitationUsedUp'
  | 'invitationRevoked'
  | 'emailTaken'
  | 'setupDone'
  | 'tooLarge'
  | 'noRoom'
  | 'fileTaken'
  | 'rangeNotSatisfiable'
  | 'notJson'
  | 'tooManyTries'
  | 'internal'
  | 'unavailable'

/** Makes a failure. */
export function fail(code: FailureCode, message: string, field?: string): Failure {
  return field === undefined ? { ok: false, code, message } : { ok: false, code, message, field }
}

/** Makes a success. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value }
}
