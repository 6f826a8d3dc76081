import { expect, inEachTheme, type Page, test, useApp } from '#tests/support/e2e.ts'
import { KEPT, goOffline, untilKeptForOffline } from '#tests/support/e2eOffline.ts'
import {
  beginCapture,
  boardPath,
  card,
  composer,
  prose,
  storyPath,
  sync,
} from '#tests/support/e2eScreens.ts'

const STORIES = [
  'Embed an interactive preview of my data on my site',
  'Get a Data Package into Python in seconds',
] as const

const app = useApp()
test.use(KEPT)

const settingsPath = (workspace: string): string => `/w/${workspace}/settings/offline`

test('[OF2] settings say what is kept here; clearing names unsent work, and never drops it unasked', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, boardPath(id))
  await expect(card(page, STORIES[0])).toBeVisible()
  await untilKeptForOffline(page)
  const kept = page.getByRole('list', { name: 'What this device keeps' })
  await page.goto(server.url + settingsPath(id))
  await expect(kept).toContainText('2 of 2 stories with text', { timeout: 20_000 })
  await expect(kept).toContainText('Nothing waits')
  await inEachTheme(page, 'what is kept')

  await page.goto(server.url + boardPath(id))
  await goOffline(page)
  await beginCapture(page)
  await composer(page).fill('Preview a spreadsheet as well')
  await page.keyboard.press('Enter')
  await composer(page).fill('An idea that is only begun')
  await expect(sync(page)).toHaveText('Offline · 1 change on this device')
  await page.goto(server.url + settingsPath(id))
  await expect(kept).toContainText('1 change waiting')
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Clear what is stored here' }).click()
  await expect(dialog).toContainText('1 change not on the server yet and a text that was begun')
  await inEachTheme(page, 'asking before it is cleared')
  await dialog.getByRole('button', { name: 'Keep it' }).click()

  await page.context().setOffline(false)
  await expect(sync(page)).toHaveText('Saved')
  await page.goto(server.url + boardPath(id))
  await expect(card(page, 'ST-3: Preview a spreadsheet as well')).toBeVisible()
  const other = await page.context().newPage()
  await other.goto(server.url + boardPath(id))
  await expect(card(other, STORIES[0])).toBeVisible()
  await page.goto(server.url + settingsPath(id))
  await page.getByRole('button', { name: 'Clear what is stored here' }).click()
  await expect(dialog).toContainText('a text that was begun')
  const again = other.waitForEvent('load')
  await dialog.getByRole('button', { name: 'Clear and drop it' }).click()
  await again
  await expect(card(other, 'ST-3: Preview a spreadsheet as well')).toBeVisible()
  await expect(sync(other)).toHaveText('Saved')
  await expect(sync(page)).toHaveText('Saved')
  expect(
    await page.evaluate((name) => localStorage.getItem(name), `sluice:draft:capture:${id}`),
  ).toBe(null)
})

test('[OF3] after a sign-out nothing of the person is on the device', async ({ open }) => {
  const { server, team } = app()
  const { id, bo } = await team(STORIES)
  const page = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type('The quick zebra is packaged.')
  await expect(sync(page)).toHaveText('Saved')
  await untilKeptForOffline(page)
  await page.goto(server.url + boardPath(id))
  await beginCapture(page)
  await composer(page).fill('A zebra that is only begun')
  await page.goto(`${server.url}/w/${id}/search?q=zebra`)
  await page.locator('[data-found] a').first().click()
  await expect(prose(page)).toContainText('zebra')
  await page.goto(server.url + boardPath(id))
  await expect(card(page, STORIES[0])).toBeVisible()
  expect(await leftOf(page)).not.toMatchObject({ databases: [] })
  expect((await leftOf(page)).texts).toMatch(/zebra/)

  await page.getByRole('button', { name: /Bo Lindqvist: account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  const dialog = page.getByRole('dialog').filter({ hasText: 'Sign out of this device?' })
  await expect(dialog).toContainText('A text that was begun and not sent will be gone, too.')
  await dialog.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/login/)
  const { databases, texts } = await leftOf(page)
  expect(databases).toEqual([])
  for (const word of ['zebra', 'Lindqvist', bo.email, 'ST-1', id, ...STORIES])
    expect(texts).not.toContain(word)
})

test('[OF4] what is shared with the app stands in the capture box, offline and through the sign-in too', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, bo } = await team(STORIES)
  const page = await open(server, null, '/go/capture?title=Frictionless%20data&text=Worth%20it')
  await expect(page).toHaveURL(/\/login\?next=/)
  await page.getByLabel('E-mail').fill(bo.email)
  await page.getByLabel('Password', { exact: true }).fill(bo.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(composer(page)).toHaveValue('Frictionless data – Worth it')
  await expect(composer(page)).toBeFocused()
  await expect(page).toHaveURL(new RegExp(`/w/${id}/refine\\?stage=idea$`))
  await goOffline(page)
  await page.goto(`${server.url}/go/capture?url=https%3A%2F%2Fframeworks.test%2Fa`)
  await expect(composer(page)).toHaveValue(
    'Frictionless data – Worth it\nhttps://frameworks.test/a',
  )
  await page.getByRole('button', { name: 'Capture 2 ideas' }).click()
  await expect(card(page, 'New idea: Frictionless data – Worth it')).toBeVisible()
  await page.goto(`${server.url}/go/inbox`)
  await expect(page).toHaveURL(`${server.url}/w/${id}/inbox`)
  await page.context().setOffline(false)
  await expect(sync(page)).toHaveText('Saved')
})

/** All that this browser keeps of the site, as far as it can be read as text. */
async function leftOf(page: Page): Promise<{ databases: string[]; texts: string }> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        // What the build is made of says the same on every device.
        if (/^\/(_next\/|icons\/|favicon)/.test(new URL(request.url).pathname)) continue
        const response = await cache.match(request, { ignoreVary: true })
        texts.push(request.url, (await response?.text()) ?? '')
      }
    }
    return { databases, texts: texts.join('\n') }
  })
}
