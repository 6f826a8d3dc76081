import type { FailureCode, FailureDetail, FailureValues } from '#lib/schema/failure.ts'

/**
 * An expected "no" of the sign-in and of the API, as a value. `code` is stable, `message` is a sentence for the
 * person: what happened and what to do next. `field` names the part of the request it is about. `detail` names the sentence
 * and `values` are what stands in it, so that a page can say it in its language.
 */
export interface Failure {
  readonly ok: false
  readonly code: FailureCode
  readonly message: string
  readonly field?: string
  readonly detail?: FailureDetail
  readonly values?: FailureValues
  /** Seconds until trying again makes sense. */
  readonly retryAfter?: number
}

export type Result<T> = { readonly ok: true; readonly value: T } | Failure

/** Makes a failure. */
export function fail(
  code: FailureCode,
  message: string,
  more: Pick<Failure, 'field' | 'detail' | 'values' | 'retryAfter'> = {},
): Failure {
  return { ok: false, code, message, ...more }
}

/** Makes a success. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value }
}
