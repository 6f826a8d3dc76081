import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { BrowserContext } from '@playwright/test'

const FOLDER = new URL('../fixtures/older-editor/', import.meta.url)

/**
 * From now on an address of a story gives, in this browser, the page of an older release. The call's result ends that:
 * the next load gives the page of today, on what the older one has left in the browser.
 */
export async function withOlderPage(
  context: BrowserContext,
  { path, workspace, story }: { path: string; workspace: string; story: string },
): Promise<() => Promise<void>> {
  const script = gunzipSync(readFileSync(new URL('older-editor.mjs.gz', FOLDER)))
  const main = `<main data-workspace="${workspace}" data-story="${story}"></main>`
  const html = `<!doctype html><html lang="en"><title>Older</title><body>${main}<script type="module" src="/older-editor.mjs"></script></body></html>`
  // A page that comes from nowhere is not local to Chromium, whatever its address: it would open no socket to this machine.
  await context.grantPermissions(['local-network-access'])
  await context.route('**/older-editor.mjs', (route) =>
    route.fulfill({ body: script, contentType: 'text/javascript' }),
  )
  const page = (url: URL) => url.pathname === path
  await context.route(page, (route) => route.fulfill({ body: html, contentType: 'text/html' }))
  return () => context.unroute(page)
}
