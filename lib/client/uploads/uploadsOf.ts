import type { WorkspaceClient } from '../client.ts'
import { browserEnvironment } from '../environment.ts'
import { Uploads } from './uploads.ts'

const opened = new WeakMap<WorkspaceClient, Uploads>()

/** Gives the files on their way of an open workspace. They begin to be sent with the first call. */
export function uploadsOf(client: WorkspaceClient): Uploads {
  const known = opened.get(client)
  if (known) return known
  const { indexedDB, locks, onWake, now } = browserEnvironment()
  const uploads = new Uploads({
    workspaceId: client.workspaceId,
    userId: client.me.id,
    indexedDB,
    locks,
    onWake,
    now,
  })
  opened.set(client, uploads)
  uploads.states.subscribe(() => client.countFiles(uploads.states.get().size, uploads.isKept))
  client.onClose(() => uploads.close())
  return uploads
}
