import { type BrowserContextOptions, expect, type Page } from '@playwright/test'

/**
 * For a browser that is to keep the app for offline. The others go without its worker, which fetches every file of the build
 * into each new browser: a third of all the work of these tests.
 */
export const KEPT: BrowserContextOptions = { serviceWorkers: 'allow' }

/**
 * Waits until the app of this page would open without the network: its worker has the page and every file. `timeout`: ms;
 * as long as every expectation if absent.
 */
export async function untilKeptForOffline(page: Page, timeout?: number): Promise<void> {
  const isKept = () =>
    page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready
      const shell = { cacheName: 'sluice-shell', ignoreVary: true }
      return active?.state === 'activated' && (await caches.match('/w/', shell)) !== undefined
    })
  await expect.poll(isKept, { ...(timeout !== undefined && { timeout }) }).toBe(true)
}

/** Takes the network away from a browser that has come to rest: what is loaded later is on the device by then. */
export async function goOffline(page: Page): Promise<void> {
  await untilKeptForOffline(page)
  await page.context().setOffline(true)
}

/** Waits until the text of a story that is not opened here has come to this device. */
export async function untilTextIsHere(page: Page, story: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async (id) => {
        const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith('sluice:'))
        if (!found) return false
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(found.name!)
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', () => reject(request.error))
        })
        const request = database.transaction('brought').objectStore('brought').getKey(id)
        const key = await new Promise((resolve) =>
          request.addEventListener('success', () => resolve(request.result)),
        )
        database.close()
        return key === id
      }, story),
    )
    .toBe(true)
}
