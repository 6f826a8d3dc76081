import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { BlobKey, BlobStore } from '#server/files/blobs.ts'
import { diskBlobs } from '#server/files/disk.ts'
import { createFiles, type Files } from '#server/files/files.ts'
import type { FileLimits } from '#server/files/limits.ts'
import { openInbox } from '#server/files/receive.ts'
import type { FileStore } from '#server/storage/storage.ts'

export const FILE_LIMITS: FileLimits = {
  fileBytes: 1_000_000,
  storyFiles: 50,
  workspaceBytes: 10_000_000,
}

/** Files on disk below a folder, with small limits. */
export async function filesBelow(
  dataDir: string,
  store: FileStore,
  { limits = FILE_LIMITS, now = Date.now }: { limits?: FileLimits; now?: () => number } = {},
): Promise<{ files: Files; blobs: BlobStore }> {
  const blobs = diskBlobs(join(dataDir, 'files', 'blobs'))
  const inbox = await openInbox(join(dataDir, 'files', 'arriving'))
  return { files: createFiles({ store, blobs, inbox, limits, now }), blobs }
}

/** Blobs that are nowhere but here. */
export class MemoryBlobs implements BlobStore {
  readonly held = new Map<string, Uint8Array>()

  async take(key: BlobKey, file: string): Promise<void> {
    this.held.set(nameOf(key), await readFile(file))
    await rm(file)
  }

  async open(key: BlobKey): Promise<Readable | null> {
    const bytes = this.held.get(nameOf(key))
    return bytes ? Readable.from([bytes]) : null
  }

  has(key: BlobKey): Promise<boolean> {
    return Promise.resolve(this.held.has(nameOf(key)))
  }

  async remove(key: BlobKey): Promise<void> {
    this.held.delete(nameOf(key))
  }
}

function nameOf({ workspace, digest }: BlobKey): string {
  return `${workspace}/${digest}`
}

/** A PNG that says how large it is, and has nothing else: enough to be judged, not to be drawn. */
export function pngHeader(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  bytes.set(new TextEncoder().encode('IHDR'), 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  bytes.set([8, 6], 24)
  return bytes
}

/** A picture of 2 × 1 pixels that browsers draw. */
export const TINY_PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEElEQVR4nGP4z8DwnwGMgTQAIewD/SwzJrQAAAAASUVORK5CYII=',
    'base64',
  ),
)
