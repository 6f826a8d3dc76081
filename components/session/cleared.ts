const CHANNEL = 'sluice:cleared'

/** Tells the other tabs of this browser that what they show is not kept any more. */
export function tellCleared(): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(null)
  channel.close()
}

/** Calls back when another tab has cleared what this device keeps. Gives the stop. */
export function onCleared(listener: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {}
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', listener)
  return () => channel.close()
}
