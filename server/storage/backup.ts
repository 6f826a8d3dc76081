import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { BlobKey, BlobStore } from '#server/files/blobs.ts'
import type { Archive } from './archive.ts'
import { blobParts, storingBlobs } from './backupBlobs.ts'
import { type BackupLine, headerLine, rowLine, trailerLine } from './backupFormat.ts'
import { readBackup } from './backupReader.ts'
import { codeOf, messageOf } from './errors.ts'

export { BadBackup } from './backupFormat.ts'
export { NotEmpty } from './archive.ts'

/** The backup file could not be written. The message is a sentence. */
export class BackupNotWritten extends Error {
  override name = 'BackupNotWritten'
}

/**
 * Writes everything into one new file (mode 0600), as it stands at one moment, while work goes on. The file gets
 * its name only once it is complete and on the disk. Rejects with `BackupNotWritten`.
 *
 * @param now milliseconds since the epoch, kept in the file's header
 * @returns how many rows went into it
 */
export async function writeBackup(
  archive: Archive,
  blobs: BlobStore,
  file: string,
  now: number,
): Promise<number> {
  if (await exists(file)) {
    throw new BackupNotWritten(`${file} exists already and was left as it is. Choose another name.`)
  }
  const partial = `${file}.partial`
  try {
    await rm(partial, { force: true })
    const rows = await writeRows(archive, blobs, partial, now)
    await rename(partial, file)
    return rows
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined)
    if (codeOf(error).startsWith('E')) {
      throw new BackupNotWritten(
        `The backup could not be written to ${file} (${messageOf(error)}).`,
        { cause: error },
      )
    }
    throw error
  }
}

/**
 * Puts a backup into an empty instance: read to the end and checked first, then stored in one transaction. Rejects
 * with `BadBackup` or `NotEmpty`, and has no effect then. Sessions are not part of a backup. Bytes of files that were stored
 * before it failed are under no name that anything asks for.
 *
 * @returns how many rows came out of it
 */
export async function restoreBackup(
  archive: Archive,
  blobs: BlobStore,
  file: string,
): Promise<number> {
  let rows = 0
  for await (const _ of readBackup(file)) rows += 1
  await archive.fill(storingBlobs(readBackup(file), blobs))
  return rows
}

/** Each piece given to gzip is a task of its own in another thread, so pieces are made of many rows. */
const BLOCK_CHARACTERS = 65_536

async function writeRows(
  archive: Archive,
  blobs: BlobStore,
  partial: string,
  now: number,
): Promise<number> {
  const gzip = createGzip()
  const onDisk = pipeline(
    gzip,
    createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }),
  )
  // Reported by the `await` below; until then, a full disk must not count as nobody's error.
  onDisk.catch(() => undefined)
  const write = async (text: string) => {
    if (gzip.destroyed) await onDisk
    if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), onDisk])
  }
  const hash = createHash('sha256')
  let block = headerLine(now)
  let rows = 0
  const put = async (line: BackupLine) => {
    rows += 1
    block += rowLine(line)
    if (block.length < BLOCK_CHARACTERS) return
    hash.update(block)
    await write(block)
    block = ''
  }
  const held: BlobKey[] = []
  await archive.read(async (row) => {
    if (row.table === 'blobs') held.push(row.values as unknown as BlobKey)
    await put(row)
  })
  for await (const part of blobParts(blobs, held)) await put(part)
  hash.update(block)
  await write(block + trailerLine(rows, hash))
  gzip.end()
  await onDisk
  return rows
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
