import { expect, storyOf, test, useApp } from '#tests/support/e2e.ts'
import { KEPT, goOffline } from '#tests/support/e2eOffline.ts'
import {
  beginCapture,
  boardPath,
  card,
  column,
  composer,
  prose,
  storyPath,
  sync,
  words,
} from '#tests/support/e2eScreens.ts'

const STORIES = [
  'Embed an interactive preview of my data on my site',
  'Get a Data Package into Python in seconds',
  'Add type information to a column',
] as const

const app = useApp()
test.use(KEPT)

test('[I7] what two people write, capture and move while one is offline comes together', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(bos).click()
  await bos.keyboard.type('A reader sees the first rows.')
  await expect(prose(anas)).toContainText('A reader sees the first rows.')
  await expect(sync(anas)).toHaveText('Saved')
  await goOffline(anas)
  await expect(sync(anas)).toHaveText('Offline')

  await prose(anas).click()
  await anas.keyboard.press('ControlOrMeta+End')
  await anas.keyboard.press('Enter')
  await anas.keyboard.type('It works without JavaScript, too.')
  await expect(sync(anas)).toHaveText('Offline · 1 change on this device')
  await bos.keyboard.type(' Sorting is one click.')
  await anas.keyboard.press('Escape')
  await anas.keyboard.press('Escape')
  await anas.keyboard.press('g')
  await anas.keyboard.press('r')
  await beginCapture(anas)
  await composer(anas).fill('Preview a spreadsheet as well')
  await anas.keyboard.press('Enter')
  await anas.keyboard.press('Escape')
  await expect(card(anas, 'New idea: Preview a spreadsheet as well')).toBeVisible()
  await card(anas, STORIES[1]).focus()
  await anas.keyboard.press('Alt+Shift+ArrowRight')
  await expect(card(column(anas, 'Refinement'), STORIES[1])).toContainText('ST-2')
  await expect(sync(anas)).toHaveText('Offline · 3 changes on this device')
  expect(await storyOf(bo, id, 'ST-2')).toMatchObject({ stage: 'idea' })

  await anas.context().setOffline(false)
  await expect(sync(anas)).toHaveText('Saved')
  await expect(card(anas, 'ST-4: Preview a spreadsheet as well')).toBeVisible()
  const together =
    'A reader sees the first rows. Sorting is one click.\nIt works without JavaScript, too.'
  await expect.poll(() => words(bos)).toBe(together)
  await card(anas, STORIES[0]).click()
  await expect.poll(() => words(anas)).toBe(together)
  await bos.goto(server.url + boardPath(id))
  await expect(card(column(bos, 'Refinement'), STORIES[1])).toBeVisible()
  await expect(card(column(bos, 'Idea'), 'ST-4: Preview a spreadsheet as well')).toBeVisible()
})

test('[UX2] after one visit the board and a story never opened before open without the network', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, boardPath(id))
  await expect(card(page, STORIES[0])).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  await goOffline(page)
  await page.reload()
  await expect(card(column(page, 'Idea'), STORIES[0])).toBeVisible()
  await expect(sync(page)).toHaveText('Offline')

  await page.goto(server.url + storyPath(id, 'ST-3'))
  await expect(page.getByRole('textbox', { name: 'Title of ST-3' })).toHaveValue(STORIES[2])
  await page.goto(server.url + boardPath(id))
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(sync(page)).toHaveText('Offline · 1 change on this device')
  await page.reload()
  await expect(card(column(page, 'Refinement'), STORIES[0])).toBeVisible()
  await expect(sync(page)).toHaveText('Offline · 1 change on this device')
  await page.context().setOffline(false)
  await expect(sync(page)).toHaveText('Saved')
  expect(await storyOf(ana, id, 'ST-1')).toMatchObject({ stage: 'refinement' })
})

test('[I6] a story whose text this device has never had is "not here yet", not empty', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const bos = await open(server, bo, storyPath(id, 'ST-2'))
  await prose(bos).click()
  await bos.keyboard.type('One line of Python reads the package.')
  await expect(sync(bos)).toHaveText('Saved')

  const page = await open(server, ana, '/manifest.webmanifest')
  // A page that is never idle brings nothing ahead.
  await page.addInitScript(() => (window.requestIdleCallback = () => 0))
  await page.goto(server.url + boardPath(id))
  await expect(card(page, STORIES[0])).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  await goOffline(page)
  await page.goto(server.url + storyPath(id, 'ST-2'))
  await expect(page.getByRole('textbox', { name: 'Title of ST-2' })).toHaveValue(STORIES[1])
  await expect(sync(page)).toHaveText('Offline')
  await expect(prose(page)).toHaveCount(0)
  await page.context().setOffline(false)
  await expect.poll(() => words(page)).toBe('One line of Python reads the package.')
})

test('[UX13] a move made offline that is no longer possible goes back and says why, until seen', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const page = await open(server, ana, boardPath(id))
  const bos = await open(server, bo, boardPath(id))
  await expect(card(page, STORIES[0])).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  await goOffline(page)
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(page.getByRole('list', { name: 'What is missing' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(sync(page)).toHaveText('Offline · 2 changes on this device')
  await expect(card(column(page, 'Ready for assignment'), STORIES[0])).toBeVisible()

  await card(bos, STORIES[0]).focus()
  await bos.keyboard.press('Delete')
  await expect(card(bos, STORIES[0])).toHaveCount(0)
  await expect(sync(bos)).toHaveText('Saved')
  await page.context().setOffline(false)
  await expect(sync(page)).toHaveText('Saved')
  await expect(card(page, STORIES[0])).toHaveCount(0)
  await page.reload()
  await page.getByRole('button', { name: /2 changes were not accepted/ }).click()
  const panel = page.getByRole('dialog')
  await expect(panel.getByRole('heading', { name: 'Start refining' })).toContainText(STORIES[0])
  await panel.getByRole('button', { name: 'Dismiss all' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /not accepted/ })).toHaveCount(0)
})
