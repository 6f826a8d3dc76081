import { createHash } from 'node:crypto'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BlobKey, BlobStore } from '#server/files/blobs.ts'
import type { ArchivedRow } from './archive.ts'
import { type BackupLine, BadBackup, isBlobPart, type BlobPart } from './backupFormat.ts'

/** Bytes of a blob in one line of a backup. */
const PART_BYTES = 512 * 1024

/** Gives the bytes of blobs as lines of a backup. One that is gone by now had no file any more: it is left out. */
export async function* blobParts(
  blobs: BlobStore,
  keys: Iterable<BlobKey>,
): AsyncGenerator<BlobPart> {
  for (const { workspace, digest } of keys) {
    const source = await blobs.open({ workspace, digest })
    if (!source) continue
    let waiting: Uint8Array[] = []
    let size = 0
    const part = (): BlobPart => {
      const values = { workspace, digest, bytes: new Uint8Array(Buffer.concat(waiting)) }
      waiting = []
      size = 0
      return { table: 'blobBytes', values }
    }
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      waiting.push(chunk)
      size += chunk.byteLength
      if (size >= PART_BYTES) yield part()
    }
    if (size > 0) yield part()
  }
}

/** Passes on the rows of a backup, and puts the bytes of blobs that come among them where they belong. */
export async function* storingBlobs(
  lines: AsyncIterable<BackupLine>,
  blobs: BlobStore,
): AsyncGenerator<ArchivedRow> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-restore-'))
  let current: Incoming | null = null
  try {
    for await (const line of lines) {
      if (!isBlobPart(line)) {
        yield line
        continue
      }
      const { workspace, digest, bytes } = line.values
      if (current && (current.key.workspace !== workspace || current.key.digest !== digest)) {
        await finish(current, blobs)
        current = null
      }
      current ??= await begin({ workspace, digest }, folder)
      await current.file.write(bytes)
      current.hash.update(bytes)
      current.size += bytes.byteLength
    }
    if (current) await finish(current, blobs)
    current = null
  } finally {
    await current?.file.close()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Incoming {
  readonly key: BlobKey
  readonly path: string
  readonly file: FileHandle
  readonly hash: ReturnType<typeof createHash>
  size: number
}

async function begin(key: BlobKey, folder: string): Promise<Incoming> {
  const path = join(folder, key.digest)
  const file = await open(path, 'w', 0o600)
  return { key, path, file, hash: createHash('sha256'), size: 0 }
}

async function finish({ key, path, file, hash, size }: Incoming, blobs: BlobStore): Promise<void> {
  await file.close()
  if (hash.digest('hex') !== key.digest) {
    throw new BadBackup(
      'The backup is damaged: a file in it is not what its name says. Nothing was restored.',
    )
  }
  await blobs.take(key, path, size)
}
