import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { createWorkspaces } from '#server/commands/workspaces.ts'
import type { S3Settings } from '#server/env.ts'
import { blobsFor } from '#server/files/open.ts'
import { CannotOpenStorage } from '#server/storage/errors.ts'
import { openStorage } from '#server/storage/open.ts'
import { askDoor } from './askDoor.ts'
import { type Change, refuseVerb, type VerbAnswer, type VerbRequest } from './request.ts'
import { socketPath } from './socketPath.ts'
import { createVerbs } from './verbs.ts'

/** How long a shell command waits for a database, or for a server that is just starting, in ms. */
const PATIENCE = 5_000
const RETRY_EVERY = 100

/** Which instance a verb is for. */
export interface Instance {
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly s3: S3Settings | null
}

/**
 * Carries out a verb on an instance, whether its server runs or not. On SQLite a running server does it, since one
 * process at a time may have the file; on Postgres it is done here, and a server on this machine is told.
 * Rejects with `CannotOpenStorage`.
 */
export async function runOn(instance: Instance, request: VerbRequest): Promise<VerbAnswer> {
  const door = socketPath(instance.dataDir)
  const deadline = performance.now() + PATIENCE
  for (;;) {
    try {
      const { answer, changes } = await runDirectly(instance, request)
      if (instance.databaseUrl !== null && changes.length > 0)
        await askDoor(door, { changed: changes })
      return answer
    } catch (error) {
      if (!(error instanceof CannotOpenStorage) || error.problem !== 'locked') throw error
      const answer = await askDoor(door, { run: request })
      if (answer) return answer
      // Held, but by nobody who answers: a server that starts or stops, or another shell command.
      if (performance.now() > deadline) return refuseVerb(`${error.message} Nothing was changed.`)
      await wait(RETRY_EVERY)
    }
  }
}

async function runDirectly(
  instance: Instance,
  request: VerbRequest,
): Promise<{ answer: VerbAnswer; changes: Change[] }> {
  const storage = await openStorage({ ...instance, patience: PATIENCE })
  const blobs = blobsFor(instance)
  const changes: Change[] = []
  const changed = (change: Change) => changes.push(change)
  const now = Date.now
  const workspaces = createWorkspaces({ storage, now, log: pino({ level: 'silent' }) })
  try {
    const verbs = createVerbs({ storage, blobs, workspaces, now, newId: randomUUID, changed })
    return { answer: await verbs.run(request), changes }
  } finally {
    await workspaces.close()
    await storage.close()
  }
}
