import type { WorkspaceClient } from '#lib/client/client.ts'

/** Asks before the page goes away while something is not on this device's disk yet (UX12). Gives the stop. */
export function guardLeaving(client: WorkspaceClient): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (client.hasUnkept()) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}

/** Asks the browser, once, not to throw the local store away when space gets short (UX12). */
export function askForPersistence(): void {
  if (hasAsked) return
  hasAsked = true
  // Absent on plain http; a "no" changes nothing.
  void navigator.storage?.persist?.().catch(() => false)
}

let hasAsked = false
