import { join } from 'node:path'
import type { Env } from '#server/env.ts'
import type { BlobStore } from './blobs.ts'
import { diskBlobs } from './disk.ts'
import { s3Blobs } from './s3.ts'

/** Gives where blobs are: in the bucket, when one is set, else on disk in DATA_DIR. */
export function blobsFor({ dataDir, s3 }: Pick<Env, 'dataDir' | 's3'>): BlobStore {
  return s3 ? s3Blobs(s3) : diskBlobs(join(dataDir, 'files', 'blobs'))
}

/** Gives the folder in which files wait while they arrive: on the disk of the blobs, so that taking one over is a rename. */
export function inboxIn({ dataDir }: Pick<Env, 'dataDir'>): string {
  return join(dataDir, 'files', 'arriving')
}
