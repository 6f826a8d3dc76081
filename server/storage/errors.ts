/**
 * The database cannot do its work right now: unreachable, disk full, busy, being restarted. Whatever was asked had
 * no effect (but see `postgres.ts` about a connection lost during a commit); asking again later is right.
 */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable'
}

export type OpenProblem =
  | 'notADirectory'
  | 'readOnly'
  | 'full'
  | 'locked'
  | 'newerVersion'
  | 'damaged'
  | 'badAddress'
  | 'refused'
  | 'unreachable'

/** Storage could not be opened. The message is a sentence for whoever started Sluice; waiting will not help. */
export class CannotOpenStorage extends Error {
  override name = 'CannotOpenStorage'
  readonly problem: OpenProblem

  constructor(problem: OpenProblem, message: string, options?: ErrorOptions) {
    super(message, options)
    this.problem = problem
  }
}

/** Gives the text `code` of a system or database error, or an empty string. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

/** Gives the message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String(error)
}
