/**
 * An expected "no". It is a value, never an exception: it reaches the person as a sentence.
 * `code` is stable (tests and integrations rely on it), `message` says what happened and what to do next,
 * `who` names the people or roles who could do it instead (empty when nobody could).
 */
export interface Refusal {
  readonly ok: false
  readonly code: RefusalCode
  readonly message: string
  readonly who: readonly string[]
}

export const REFUSAL_CODES = [
  'invalid',
  'notFound',
  'inTrash',
  'notInTrash',
  'idTaken',
  'titleEmpty',
  'titleTooLong',
  'reasonMissing',
  'reasonTooLong',
  'alreadyThere',
  'moveNotAllowed',
  'placeNotFound',
  'badDate',
  'badDuplicate',
  'notAllowed',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** Makes a refusal. */
export function refuse(code: RefusalCode, message: string, who: readonly string[] = []): Refusal {
  return { ok: false, code, message, who }
}
