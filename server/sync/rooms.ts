import type { Logger } from 'pino'
import { type Documents, storedDocuments } from '#server/commands/documents.ts'
import type { Workspaces } from '#server/commands/workspaces.ts'
import type { Files } from '#server/files/files.ts'
import type { DocumentStore } from '#server/storage/storage.ts'
import type { Journal } from './journal.ts'
import { Room } from './room.ts'
import type { Keeping } from './versions.ts'

/** The workspaces somebody is in. */
export interface Rooms {
  /** The newest editor there is; documents that ask for a newer one could never be opened again. */
  readonly newestSchema: number
  /** The documents of all workspaces, those that are open as they are at this moment. */
  readonly documents: Documents
  /** Gives a workspace's room until `leave` is called; null when there is no such workspace. */
  enter(workspace: string): Promise<{ room: Room; leave: () => void } | null>
  /** Waits for what the rooms are still writing. */
  close(): Promise<void>
}

/** An empty room is given up after at most this long, in ms: a reload must find it still there. */
const SWEEP_MS = 30_000

/** Makes the rooms of a process. `onMade` is told of each room once, when it is made. */
export function createRooms(parts: {
  workspaces: Workspaces
  store: DocumentStore
  files: Pick<Files, 'share'>
  journal: Journal
  log: Logger
  newestSchema: number
  keeping: Keeping
  onMade: (room: Room) => void
}): Rooms {
  const rooms = new Map<string, { room: Room; guests: number }>()

  const sweep = setInterval(() => {
    for (const [id, { room, guests }] of rooms) {
      if (guests > 0 || !room.empty) continue
      rooms.delete(id)
      void room.close()
    }
  }, SWEEP_MS)
  sweep.unref()

  const stored = storedDocuments(parts.store)

  const made: Rooms = {
    newestSchema: parts.newestSchema,
    documents: {
      read: async (id, story) => rooms.get(id)?.room.reading(story) ?? stored.read(id, story),
      async merge(id, story) {
        const entered = await made.enter(id)
        try {
          await entered?.room.merge(story)
        } finally {
          entered?.leave()
        }
      },
    },
    async enter(id) {
      const workspace = await parts.workspaces.open(id)
      if (!workspace) return null
      let entry = rooms.get(id)
      if (!entry) {
        entry = { room: new Room(workspace, parts), guests: 0 }
        rooms.set(id, entry)
        parts.onMade(entry.room)
      }
      const { room } = entry
      const inside = entry
      inside.guests += 1
      let left = false
      const leave = () => {
        if (left) return
        left = true
        inside.guests -= 1
      }
      return { room, leave }
    },
    async close() {
      clearInterval(sweep)
      await Promise.all([...rooms.values()].map(({ room }) => room.close()))
      rooms.clear()
    },
  }
  return made
}
