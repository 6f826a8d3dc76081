import type { Readable } from 'node:stream'

/** Which blob: bytes have the same name wherever they come from, and each workspace has its own. */
export interface BlobKey {
  readonly workspace: string
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string
}

/** A part of a blob, first and last byte included. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

/** Where the bytes of files are (FI1). On disk, or in a bucket of anything that speaks S3. */
export interface BlobStore {
  /**
   * Takes over a finished file of this machine: its bytes are stored for good when the promise resolves, and the file may be
   * gone then. Rejects with `BlobsUnavailable`.
   */
  take(key: BlobKey, file: string, size: number): Promise<void>
  /** Gives the bytes, or a part of them; null when there are none. Rejects with `BlobsUnavailable`. */
  open(key: BlobKey, range?: ByteRange): Promise<Readable | null>
  has(key: BlobKey): Promise<boolean>
  /** Has no effect when there is none. */
  remove(key: BlobKey): Promise<void>
}

/** The disk or the bucket does not do its work at the moment; trying again later is right. */
export class BlobsUnavailable extends Error {
  override name = 'BlobsUnavailable'
}

/** Throws unless both parts of a key may stand in a path: they come from our own tables, and once is not enough. */
export function checkKey({ workspace, digest }: BlobKey): void {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(workspace) || !/^[0-9a-f]{64}$/.test(digest)) {
    throw new Error('A blob has a name that no blob can have')
  }
}
