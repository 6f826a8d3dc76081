import { command, expect, inEachTheme, type Page, test, useApp } from '#tests/support/e2e.ts'
import { idOf, makeTheme } from '#tests/support/e2eFlow.ts'
import { KEPT, goOffline, untilKeptForOffline, untilTextIsHere } from '#tests/support/e2eOffline.ts'
import { boardPath, prose, storyPath, sync } from '#tests/support/e2eScreens.ts'

const app = useApp()
test.use(KEPT)

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search everything' })
const found = (page: Page) => page.getByRole('list', { name: 'Found' }).getByRole('listitem')

const TITLES = [
  'As a researcher, I want to export my data package to SPSS, so that I can analyse it where my colleagues do',
  'Validate a data package from the command line',
  'Tabular data resources with a foreign key to another package',
]

test('[UX6] everything is searched from the palette: titles, texts as they are typed, with slips of the finger', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(TITLES)
  const page = await open(server, ana, storyPath(id, 'ST-2'))
  await prose(page).click()
  await page.keyboard.type('Exits with a number that says how many rows are broken')
  await expect(sync(page)).toHaveText('Saved')

  const bos = await open(server, bo, boardPath(id))
  await expect(sync(bos)).toHaveText('Saved')
  await bos.keyboard.press('ControlOrMeta+K')
  await bos.keyboard.type('broken rows')
  await bos
    .getByRole('option', { name: 'Search titles, texts and comments for “broken rows”' })
    .click()
  await expect(bos).toHaveURL(/\/search\?q=broken\+rows$/)
  await expect(field(bos)).toBeFocused()
  await expect(found(bos)).toHaveCount(1)
  await expect(found(bos)).toContainText('ST-2')
  await expect(found(bos).locator('mark')).toHaveText(['rows', 'broken'])

  // What a colleague types is found once it has come to this device.
  await field(bos).fill('traceback')
  await expect(bos.getByText('Nothing found for “traceback”')).toBeVisible()
  await page.keyboard.type(', and shows no traceback')
  await expect(sync(page)).toHaveText('Saved')
  // Who leaves in the moment in which it is drawn may have left before it was on the disk.
  await expect(async () => {
    await bos.goto(`${server.url}${storyPath(id, 'ST-2')}`)
    await expect(prose(bos)).toContainText('no traceback')
    await bos.goBack()
    await expect(found(bos)).toHaveCount(1, { timeout: 5_000 })
  }).toPass()

  await field(bos).fill('exprot spss')
  await expect(found(bos)).toHaveCount(1)
  await expect(found(bos)).toContainText('ST-1')
  await field(bos).press('Enter')
  await expect(bos).toHaveURL(/\/s\/ST-1$/)
  await bos.goBack()
  await expect(field(bos)).toHaveValue('exprot spss')
  await field(bos).fill('')
  await bos.getByRole('button', { name: 'exprot spss' }).click()
  await expect(found(bos)).toHaveCount(1)
})

test('[UX6] [UX18] the keyboard walks what was found, and the address keeps question and filters', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(TITLES)
  const theme = await makeTheme(ana, id, 'Interoperability')
  const story = await idOf(ana, id, 'ST-3')
  await command(ana, id, { type: 'setTheme', story, theme })
  await command(ana, id, {
    type: 'dismissStory',
    story: await idOf(ana, id, 'ST-2'),
    reason: 'The library does it',
  })
  const page = await open(server, ana, boardPath(id))
  await expect(sync(page)).toHaveText('Saved')
  await page.keyboard.press('g')
  await page.keyboard.press('f')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('data pack')
  await expect(found(page)).toHaveCount(3)
  await page.keyboard.press('ArrowDown')
  await expect(found(page).first().getByRole('link')).toBeFocused()
  await page.keyboard.press('j')
  await expect(found(page).nth(1).getByRole('link')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('k')
  await expect(field(page)).toBeFocused()

  await page.getByLabel('Where').selectOption('Won’t do')
  await expect(found(page)).toHaveCount(1)
  await expect(found(page)).toContainText('ST-2')
  await field(page).fill('library does')
  await expect(found(page)).toContainText('Reason: The library does it')
  await page.getByLabel('Where').selectOption('Everywhere')
  await page.getByLabel('Theme').selectOption('Interoperability')
  await expect(page.getByText('Only a part of the workspace was searched.')).toBeVisible()
  await page.getByRole('button', { name: 'Search everywhere' }).click()
  await expect(found(page)).toHaveCount(1)
  await page.getByLabel('Theme').selectOption('Interoperability')
  await field(page).fill('tabular')
  await expect(page).toHaveURL(/\/search\?q=tabular&theme=/)
  await page.reload()
  await expect(field(page)).toHaveValue('tabular')
  await expect(found(page)).toHaveCount(1)
  await field(page).fill('st-2')
  await page.getByLabel('Theme').selectOption('Any theme')
  await expect(found(page)).toHaveCount(1)
  await inEachTheme(page, 'The search')
})

test('[I6] offline, after one visit, titles, texts and comments are found that were never opened here', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(TITLES)
  const writing = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(writing).click()
  await writing.keyboard.type('The codebook goes with it')
  await expect(sync(writing)).toHaveText('Saved')
  const page = await open(server, bo, `/w/${id}/search`)
  await untilTextIsHere(page, await idOf(ana, id, 'ST-1'))
  await goOffline(page)
  await page.reload()
  await field(page).fill('codebook')
  await expect(found(page)).toHaveCount(1)
  await expect(found(page)).toContainText('ST-1')
  await page.context().setOffline(false)
})

test('[RO10] what one may not read any more is not found, whatever was on this device', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(TITLES)
  const page = await open(server, bo, `/w/${id}/search?q=validate`)
  await expect(found(page)).toHaveCount(1)
  await command(ana, id, { type: 'trashStory', story: await idOf(ana, id, 'ST-2') })
  await expect(page.getByText('Nothing found for “validate”')).toBeVisible()
})

test('[OF5] texts that are not on this device are found on the server, and offline that is said', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(TITLES)
  const anas = await open(server, ana, storyPath(id, 'ST-3'))
  await prose(anas).click()
  await anas.keyboard.type('An aardvark points at another table')
  await expect(sync(anas)).toHaveText('Saved')

  const page = await open(server, bo, '/manifest.webmanifest')
  // A page that is never idle brings nothing ahead.
  await page.addInitScript(() => (window.requestIdleCallback = () => 0))
  await page.goto(`${server.url}/w/${id}/search?q=aardvark`)
  const onServer = page.getByRole('list', { name: /^On the server/ })
  await expect(onServer.getByRole('listitem')).toHaveCount(1)
  await expect(onServer).toContainText('ST-3')
  await expect(onServer.locator('mark')).toHaveText(['aardvark'])
  await expect(page.getByText('Nothing found')).toHaveCount(0)
  await inEachTheme(page, 'what the server found')
  await untilKeptForOffline(page)

  await field(page).press('Enter')
  await expect(page).toHaveURL(/\/s\/ST-3$/)
  await expect(prose(page)).toContainText('aardvark')
  await page.goBack()
  await expect(found(page)).toHaveCount(1)
  await expect(onServer).toHaveCount(0)

  await expect(sync(page)).toHaveText('Saved')
  await goOffline(page)
  await expect(sync(page)).toHaveText('Offline')
  await expect(page.getByText('You are offline: what is on this device is searched.')).toBeVisible()
  await field(page).fill('another word')
  await expect(page.getByText('Nothing found for “another word”')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('You are offline')).toHaveCount(0)
})
