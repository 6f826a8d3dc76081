import { Value } from '#lib/client/readable.ts'

/** True when a newer version of the app has been fetched than the one this page is made of: a reload brings it. */
export const newVersionReady = new Value(false)

/** How often a page that stays open looks for a new version, ms. */
const LOOK_EVERY = 30 * 60_000

/**
 * Installs the service worker (public/sw.js) that opens the app offline. Only in production, and only where the
 * browser has one (https and localhost). Registering twice is once.
 */
export async function registerServiceWorker(): Promise<void> {
  if (process.env.NODE_ENV !== 'production' || isRegistered) return
  if (!('serviceWorker' in navigator)) return
  isRegistered = true
  try {
    const registration = await navigator.serviceWorker.register('/sw.js', {
      updateViaCache: 'none',
    })
    registration.addEventListener('updatefound', () => {
      const installing = registration.installing
      installing?.addEventListener('statechange', () => void lookAtWaiting(registration))
    })
    setInterval(() => void registration.update().catch(() => {}), LOOK_EVERY)
    const { active } = await navigator.serviceWorker.ready
    // The page that brought the worker was loaded without it.
    active?.postMessage({ kind: 'keepShell' }, [])
    await lookAtWaiting(registration)
  } catch {
    // Blocked by the browser's settings: the app works, but does not open without the network.
    isRegistered = false
  }
}

let isRegistered = false

/** A worker of another build is waiting. This page may be of that build already: it was loaded after the update. */
async function lookAtWaiting({ waiting }: ServiceWorkerRegistration): Promise<void> {
  if (!waiting) return
  const scripts = [...document.scripts]
    .map(({ src }) => src)
    .filter((src) => src.startsWith(`${location.origin}/_next/static/`))
    .map((src) => new URL(src).pathname)
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', ({ data }: MessageEvent<{ isMine: boolean }>) =>
    newVersionReady.set(!data.isMine),
  )
  port1.start()
  waiting.postMessage({ kind: 'whoseScripts', scripts }, [port2])
}
