import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CannotOpenStorage } from './errors.ts'
import { isBusy } from './sqliteErrors.ts'

/** Who holds a directory, for the message of whoever comes second. Never trusted: the lock itself is the system's. */
const HOLDER_FILE = 'lock.pid'

/**
 * Takes a directory for this process: an open transaction on `lock.db`, which the operating system ends with the
 * process, however it dies. Throws `CannotOpenStorage` ("locked") when another one has it.
 *
 * @returns what gives the directory free again
 */
export function lockDirectory(dataDir: string): () => void {
  const lock = new DatabaseSync(join(dataDir, 'lock.db'), { timeout: 0 })
  try {
    // Without a journal on disk: the transaction is never committed, so there is nothing to recover.
    lock.exec('pragma locking_mode = exclusive; pragma journal_mode = memory; begin exclusive')
    // A read-only file would let "begin exclusive" pass without a lock; a write does not.
    lock.exec('create table held (at integer)')
  } catch (error) {
    lock.close()
    if (isBusy(error)) throw alreadyHeld(dataDir)
    throw error
  }
  writeFileSync(join(dataDir, HOLDER_FILE), `${process.pid}\n`, { mode: 0o600 })
  return () => {
    rmSync(join(dataDir, HOLDER_FILE), { force: true })
    lock.close()
  }
}

function alreadyHeld(dataDir: string): CannotOpenStorage {
  return new CannotOpenStorage(
    'locked',
    `Another Sluice process${holder(dataDir)} is using ${dataDir}. One at a time can: stop that one, or give this one another DATA_DIR.`,
  )
}

function holder(dataDir: string): string {
  try {
    const pid = readFileSync(join(dataDir, HOLDER_FILE), 'utf8').trim()
    return /^\d+$/.test(pid) ? ` (process id ${pid})` : ''
  } catch {
    return ''
  }
}
