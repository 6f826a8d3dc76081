import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Systems allow 104 or 108 bytes, the closing zero included. */
const LONGEST = 100

/**
 * Gives the place of the door of the server that works in `dataDir`: `admin.sock` in it, or, where that path is too
 * long for a socket, in a folder of this user below the system's temporary folder. On Windows a named pipe.
 */
export function socketPath(dataDir: string): string {
  const place = realPath(dataDir)
  const name = createHash('sha256').update(place).digest('hex').slice(0, 20)
  if (process.platform === 'win32') return `\\\\.\\pipe\\sluice-${name}`
  const usual = join(place, 'admin.sock')
  if (Buffer.byteLength(usual) <= LONGEST) return usual
  return join(tmpdir(), `sluice-${userInfo().uid}-${name}`, 'admin.sock')
}

/**
 * Makes the folder of a socket, for this user only, if it is missing. Throws when someone else made it: below the
 * temporary folder anybody may, and would then own the door.
 */
export function makeSocketFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!folder.startsWith(join(tmpdir(), 'sluice-'))) return
  const { uid, mode } = lstatSync(folder)
  if (uid !== userInfo().uid || (mode & 0o077) !== 0) {
    throw new Error(`The folder ${folder} belongs to someone else or is open to others.`)
  }
}

function realPath(dataDir: string): string {
  try {
    return realpathSync(dataDir)
  } catch {
    return resolve(dataDir)
  }
}
