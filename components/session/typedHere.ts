/** What this browser's small storage holds of a person: drafts, reasons, searches, what they have seen. */

const OURS = 'sluice:'
const DRAFTS = 'sluice:draft:'
/** How this device is set up, whoever uses it. */
const OF_THE_DEVICE: ReadonlySet<string> = new Set([
  'sluice:theme',
  'sluice:single-keys',
  'sluice:sidebar',
  'sluice:focus-mode',
])

/** Gives how many texts were begun here and not sent. */
export function draftCount(): number {
  return ours().filter((name) => name.startsWith(DRAFTS)).length
}

/** Forgets all of it, drafts too: whoever signs out leaves nothing behind. What the device is set to stays. */
export function forgetTyped(): void {
  try {
    for (const name of ours()) if (!OF_THE_DEVICE.has(name)) localStorage.removeItem(name)
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith(OURS)) sessionStorage.removeItem(name)
  } catch {
    // A browser that forbids it has kept nothing.
  }
}

function ours(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(OURS))
  } catch {
    return []
  }
}
