import type { Browser } from '@playwright/test'
import { scriptsOf, sum } from '#tests/support/pageBytes.ts'
import type { BoardPlace } from './place.ts'

/** What a route has a browser fetch as JavaScript that was never here, in bytes with gzip. */
export interface RouteBytes {
  readonly route: string
  /** What the page names itself: nothing is shown before it is there. */
  readonly first: number
  /** All that has come once nothing is fetched any more: what the route shows, and what is fetched ahead in idle time. */
  readonly all: number
}

/** Every page there is, by what stands behind the workspace in its address. */
const ROUTES = (team: string): Readonly<Record<string, string>> => ({
  board: 'refine',
  list: 'refine?view=list',
  story: 's/ST-1',
  backlog: `t/${team}/backlog`,
  inbox: 'inbox',
  search: 'search',
  themes: 'themes',
  history: 'history',
  trash: 'trash',
  settings: 'settings/account',
})

/** Opens every route in a browser of its own and adds up the files of the build that it asks for. */
export async function measureRoutes(browser: Browser, place: BoardPlace): Promise<RouteBytes[]> {
  const measured: RouteBytes[] = []
  for (const [route, path] of Object.entries(ROUTES(place.team))) {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    await place.enter(context)
    const page = await context.newPage()
    const asked = new Set<string>()
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.startsWith(SERVED) && pathname.endsWith('.js')) asked.add(fileOf(pathname))
    })
    await page.goto(`${place.url}/w/${place.workspace}/${path}`)
    await page.locator('[data-sync]', { hasText: 'Saved' }).waitFor({ timeout: 120_000 })
    await page.waitForLoadState('networkidle')
    const named = await page.evaluate<string[]>(NAMED)
    measured.push({
      route,
      first: sum(scriptsOf(named.map((address) => fileOf(new URL(address).pathname)))),
      all: sum(scriptsOf([...asked])),
    })
    await context.close()
  }
  return measured
}

const SERVED = '/_next/'

function fileOf(pathname: string): string {
  return pathname.slice(SERVED.length)
}

/** The page as it was sent: what it fetched since stands in its document, too. */
const NAMED = `
  fetch(location.href)
    .then((answer) => answer.text())
    .then((text) => [...new DOMParser().parseFromString(text, 'text/html').scripts]
      .filter((script) => script.src !== '' && !script.noModule)
      .map((script) => new URL(script.getAttribute('src'), location.href).href))
`
