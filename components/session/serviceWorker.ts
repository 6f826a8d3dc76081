import { Value } from '#lib/client/readable.ts'

/** True when a newer version of the app has been fetched: it is used after a reload. */
export const newVersionReady = new Value(false)

/** How often a page that stays open looks for a new version, ms. */
const LOOK_EVERY = 30 * 60_000

/**
 * Installs the service worker that opens the app offline. Only in production, and only where the browser has one
 * (https and localhost). Registering twice is once.
 */
export async function registerServiceWorker(): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || isRegistered) return
  if (!('serviceWorker' in navigator)) return
  isRegistered = true
  try {
    const registration = await navigator.serviceWorker.register('/sw.js', {
      updateViaCache: 'none',
    })
    navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent) => {
      if (data?.kind === 'newVersion') newVersionReady.set(true)
    })
    const look = () => {
      void registration.update().catch(() => {})
      tell(registration)
    }
    await navigator.serviceWorker.ready
    look()
    setInterval(look, LOOK_EVERY)
  } catch {
    // Blocked by the browser's settings: the app works, but not after a reload without the network.
    isRegistered = false
  }
}

let isRegistered = false

/** Lets the worker fetch what the app needs offline, and name what this page was built of. */
function tell(registration: ServiceWorkerRegistration): void {
  registration.active?.postMessage({ kind: 'keepApp' })
}
