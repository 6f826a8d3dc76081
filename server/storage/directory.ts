import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotOpenStorage, codeOf, messageOf } from './errors.ts'

/**
 * Makes sure that a directory is there (readable by its owner only, if it has to be made) and that files can be
 * made in it. Throws `CannotOpenStorage` with what stands in the way.
 */
export function prepareDirectory(dataDir: string): void {
  try {
    makeDirectory(dataDir)
    if (!statSync(dataDir).isDirectory()) throw notADirectory(dataDir)
    // Trying is the only check that holds for every user, mount and file system.
    const probe = join(dataDir, `.writable-${process.pid}`)
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (error) {
    throw explain(error, dataDir)
  }
}

/** Not `recursive`: that never returns below folders, such as /proc, which exist and take no entries. */
function makeDirectory(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (codeOf(error) !== 'ENOENT' || existsSync(dirname(path))) throw error
    makeDirectory(dirname(path))
    mkdirSync(path, { mode: 0o700 })
  }
}

function explain(error: unknown, dataDir: string): unknown {
  if (error instanceof CannotOpenStorage) return error
  switch (codeOf(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return notADirectory(dataDir)
    case 'ENOSPC':
    case 'EDQUOT':
      return new CannotOpenStorage(
        'full',
        `The disk of DATA_DIR ${dataDir} is full. Nothing was changed. Make room, then start again.`,
      )
    default:
      return new CannotOpenStorage(
        'readOnly',
        `DATA_DIR ${dataDir} cannot be written (${codeOf(error) || messageOf(error)}). Sluice keeps everything there: give this user the right to write, or choose another DATA_DIR.`,
        { cause: error },
      )
  }
}

function notADirectory(dataDir: string): CannotOpenStorage {
  return new CannotOpenStorage(
    'notADirectory',
    `DATA_DIR ${dataDir} is not a directory. Choose one that is, or a new name: it is made if it is missing.`,
  )
}
