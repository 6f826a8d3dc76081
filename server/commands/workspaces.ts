import type { Logger } from 'pino'
import type { Storage } from '#server/storage/storage.ts'
import { type Documents, storedDocuments } from './documents.ts'
import type { OpenWorkspace } from './openWorkspace.ts'
import { loadPicture } from './picture.ts'
import { openWorkspace } from './workspace.ts'

export type { ListNews } from './lists.ts'
export type { News, OpenWorkspace } from './openWorkspace.ts'

/** The workspaces this process is the writer of. */
export interface Workspaces {
  /** Gives a workspace, loaded on first use; null when there is none with this id. Rejects when storage does not answer. */
  open(id: string): Promise<OpenWorkspace | null>
  /** Gives the workspaces that are open now. */
  opened(): Promise<readonly OpenWorkspace[]>
  /** From here on documents are read and merged there; until then they are as storage has them. Gives what ends it. */
  useDocuments(documents: Documents): () => void
  /** Waits for the commands under way. */
  close(): Promise<void>
}

/** A workspace nobody has asked for or listens to is forgotten after this long, in ms. */
const IDLE_MS = 10 * 60_000

/** Makes the one place that opens workspaces. `now` gives milliseconds since the epoch. */
export function createWorkspaces(parts: {
  storage: Storage
  now: () => number
  log: Logger
}): Workspaces {
  type Entry = { opened: Promise<ReturnType<typeof openWorkspace> | null>; usedAt: number }
  const entries = new Map<string, Entry>()
  const stored = storedDocuments(parts.storage.documents)
  let current = stored
  const documents: Documents = {
    read: (...all) => current.read(...all),
    merge: (...all) => current.merge(...all),
  }

  const sweep = setInterval(async () => {
    for (const [id, entry] of entries) {
      const workspace = await entry.opened.catch(() => null)
      if (!workspace || workspace.watched || performance.now() - entry.usedAt < IDLE_MS) continue
      // A second writer must never appear beside commands that are still under way (I2).
      await workspace.settled()
      if (!workspace.watched && performance.now() - entry.usedAt >= IDLE_MS) entries.delete(id)
    }
  }, IDLE_MS / 2)
  sweep.unref()

  async function load(id: string) {
    const picture = await loadPicture(parts.storage, id)
    if (!picture) return null
    const workspace = openWorkspace(picture, { ...parts, documents })
    workspace.remind().catch((error: unknown) => {
      parts.log.warn({ err: error, workspace: id }, 'Nobody could be reminded yet')
    })
    workspace.fileClosed().catch((error: unknown) => {
      parts.log.warn({ err: error, workspace: id }, 'What is closed could not be filed yet')
    })
    return workspace
  }

  return {
    async open(id) {
      let entry = entries.get(id)
      if (!entry) {
        entry = { opened: load(id), usedAt: 0 }
        entries.set(id, entry)
        // Neither a failure nor an absence is remembered: the next one asks again.
        entry.opened.then(
          (workspace) => workspace ?? entries.delete(id),
          () => entries.delete(id),
        )
      }
      entry.usedAt = performance.now()
      return entry.opened
    },
    async opened() {
      const all = await Promise.allSettled([...entries.values()].map(({ opened }) => opened))
      return all.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []))
    },
    useDocuments(open) {
      current = open
      return () => (current = stored)
    },
    async close() {
      clearInterval(sweep)
      const all = await Promise.allSettled([...entries.values()].map(({ opened }) => opened))
      await Promise.all(
        all.map((one) => (one.status === 'fulfilled' ? one.value?.settled() : undefined)),
      )
    },
  }
}
