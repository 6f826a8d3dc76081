import { StorageUnavailable } from './errors.ts'

/** Primary result codes of SQLite, from sqlite3.h. */
const BUSY = 5
const LOCKED = 6
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26

const REASONS: Readonly<Record<number, string>> = {
  [BUSY]: 'another program holds the database file',
  [LOCKED]: 'another program holds the database file',
  [READONLY]: 'the database file cannot be written',
  [IOERR]: 'the disk reported an error',
  [FULL]: 'the disk is full',
  [CANTOPEN]: 'the database file cannot be opened',
}

/** Turns what SQLite throws while the disk or the file cannot serve into `StorageUnavailable`; gives anything else back. */
export function explainSqlite(error: unknown): unknown {
  const reason = REASONS[resultOf(error)]
  if (reason === undefined) return error
  return new StorageUnavailable(
    `Not saved: ${reason}. What was saved before is kept, and nothing was half saved. It works again once that is put right.`,
    { cause: error },
  )
}

export function isBusy(error: unknown): boolean {
  return resultOf(error) === BUSY
}

/** True when the file is no SQLite database or a broken one. */
export function isDamaged(error: unknown): boolean {
  return resultOf(error) === CORRUPT || resultOf(error) === NOTADB
}

function resultOf(error: unknown): number {
  if (!(error instanceof Error) || !('errcode' in error)) return 0
  return typeof error.errcode === 'number' ? error.errcode & 0xff : 0
}
