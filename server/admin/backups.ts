import { NotEmpty, restoreBackup, writeBackup } from '#server/storage/backup.ts'
import { done, refuseVerb, type VerbAnswer } from './request.ts'
import type { VerbParts } from './verbs.ts'

/** `backup`: writes everything to a new file. */
export async function backup(
  { storage, blobs, now }: VerbParts,
  { to }: { to: string },
): Promise<VerbAnswer> {
  const rows = await writeBackup(storage.archive, blobs, to, now())
  return done(
    `${rows.toLocaleString('en')} rows are in ${to}. Keep it safe: it holds everything people wrote, and their files.`,
  )
}

/** `restore`: puts a backup into an empty instance. */
export async function restore(
  { storage, blobs }: VerbParts,
  { from }: { from: string },
): Promise<VerbAnswer> {
  try {
    const rows = await restoreBackup(storage.archive, blobs, from)
    return done(
      `${rows.toLocaleString('en')} rows were restored from ${from}. Everybody signs in again.`,
    )
  } catch (error) {
    if (!(error instanceof NotEmpty)) throw error
    return refuseVerb(
      'A backup is restored into an empty instance, and there are people or workspaces here. Nothing was changed; choose a new DATA_DIR or an empty database.',
    )
  }
}
