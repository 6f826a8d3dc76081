/** Resolves when `listen` says so, or on `signal`; what `listen` gave is called in that moment. */
export function untilEnd(
  signal: AbortSignal,
  listen: (end: () => void) => () => void,
): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    let isOver = false
    let stop = () => {}
    const end = () => {
      isOver = true
      signal.removeEventListener('abort', end)
      stop()
      resolve()
    }
    signal.addEventListener('abort', end)
    stop = listen(end)
    if (isOver) stop()
  })
}
