/** The event loop waits at most this long for a row of synchronous queries, in ms (plus the last one's own time). */
const LONGEST_TURN = 10

/**
 * Gives a function to await before each piece of synchronous work. It returns at once, except when such work has
 * filled this turn of the event loop for too long: then it lets sockets and timers have theirs first. Promises alone
 * never would; a loop of awaited queries on `node:sqlite` stops the whole server.
 */
export function takeBreath(): () => Promise<void> {
  let turnStartedAt: number | null = null
  return async () => {
    if (turnStartedAt === null) {
      turnStartedAt = performance.now()
      setImmediate(() => (turnStartedAt = null))
    } else if (performance.now() - turnStartedAt > LONGEST_TURN) {
      await new Promise(setImmediate)
    }
  }
}
