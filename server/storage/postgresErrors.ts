import { CannotOpenStorage, StorageUnavailable, codeOf, messageOf } from './errors.ts'

/** System errors and SQLSTATEs that pass by themselves, or once someone puts the database right. */
const OUTAGES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ENOENT',
  'EAI_AGAIN',
  '25006', // read-only: a standby, or the primary during a switch
  '40001', // serialization failure
  '40P01', // deadlock
  '53100', // disk full
  '53200', // out of memory
  '53300', // too many connections
  '57P01', // being shut down
  '57P02', // crash of a sibling
  '57P03', // starting up
])

/** node-postgres reports these without a code. */
const OUTAGE_MESSAGES = [
  'Connection terminated',
  'Client has encountered a connection error',
  'timeout exceeded when trying to connect',
  'timeout expired',
]

/** Turns what a lost or unwilling Postgres throws into `StorageUnavailable`; gives anything else back. */
export function explainPostgres(error: unknown): unknown {
  if (!isOutage(error)) return error
  return new StorageUnavailable(
    `Not saved: the database does not answer (${reasonOf(error)}). What was saved before is kept. It works again once the database is back.`,
    { cause: error },
  )
}

/** Gives the sentence for what no waiting puts right (wrong password, no such database), or null. */
export function refusalToOpen(error: unknown, address: string): CannotOpenStorage | null {
  const { cause = error } = error instanceof StorageUnavailable ? error : {}
  if (isOutage(cause)) return null
  const code = codeOf(cause)
  const sentence =
    code === '3D000'
      ? `There is no such database at ${address}. Create it first (createdb), then start again.`
      : code.startsWith('28')
        ? `PostgreSQL at ${address} refused the user or password of DATABASE_URL (${messageOf(cause)}).`
        : `PostgreSQL at ${address} could not be used: ${messageOf(cause)}.`
  return new CannotOpenStorage('refused', sentence, { cause })
}

/** Gives the short reason of an outage, for a log line. */
export function reasonOf(error: unknown): string {
  const { cause = error } = error instanceof StorageUnavailable ? error : {}
  return codeOf(cause) || messageOf(cause)
}

function isOutage(error: unknown): boolean {
  const code = codeOf(error)
  if (OUTAGES.has(code) || code.startsWith('08')) return true
  const message = messageOf(error)
  return code === '' && OUTAGE_MESSAGES.some((start) => message.startsWith(start))
}
