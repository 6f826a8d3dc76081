/** Runs a task when every task given before is done; a task that fails does not stop the next. */
export type InTurn = <T>(task: () => Promise<T>) => Promise<T>

/** Makes a queue, so that "look, then write" of one task cannot interleave with another's. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task)
    last = result.catch(() => undefined)
    return result
  }
}
