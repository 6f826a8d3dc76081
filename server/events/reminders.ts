import type { Logger } from 'pino'
import type { Workspaces } from '#server/commands/workspaces.ts'
import type { Storage } from '#server/storage/storage.ts'

/** How often days are looked at, in ms: a story comes back within this time after its day has begun (UTC). */
const EVERY_MS = 30 * 60_000

/** Looks from time to time which stories set aside are due for another look (IN7), which rounds of votes are over (PL4), also where nobody has been for long, and what of the open workspaces is to be filed (CL1). */
export interface Reminders {
  /** Looks now. Never rejects: what storage did not answer is looked at next time. */
  look(): Promise<void>
  stop(): void
}

/** Starts to look. A workspace also looks by itself when it is opened. */
export function startReminders({
  storage,
  workspaces,
  now,
  log,
}: {
  storage: Storage
  workspaces: Workspaces
  /** Gives milliseconds since the epoch. */
  now: () => number
  log: Logger
}): Reminders {
  async function look(): Promise<void> {
    try {
      for (const id of await storage.workspaces.withRevisits()) {
        await (await workspaces.open(id))?.remind()
      }
      for (const id of await storage.workspaces.withRoundsDue(now())) {
        await (await workspaces.open(id))?.endRounds()
      }
      // One that nobody has open has no lists to shorten: it looks when it is opened.
      for (const workspace of await workspaces.opened()) await workspace.fileClosed()
    } catch (error) {
      log.warn({ err: error }, 'What is due could not be done; tried again later')
    }
  }
  const timer = setInterval(() => void look(), EVERY_MS)
  timer.unref()
  return { look, stop: () => clearInterval(timer) }
}
