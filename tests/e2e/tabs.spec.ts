import { expect, type Page, storyOf, test, useApp } from '#tests/support/e2e.ts'
import { KEPT, goOffline } from '#tests/support/e2eOffline.ts'
import {
  boardPath,
  card,
  column,
  prose,
  storyPath,
  sync,
  words,
} from '#tests/support/e2eScreens.ts'

const STORIES = ['Get data into Excel', 'Publish a dataset with a licence'] as const

const app = useApp()
test.use(KEPT)

test('[I7] two tabs of one person show the same, also offline, and each change is sent once', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const one = await open(server, ana, boardPath(id))
  const two = await one.context().newPage()
  await two.goto(server.url + boardPath(id))
  const bos = await open(server, bo, boardPath(id))
  await expect(bos.getByRole('button', { name: '1 other person here now' })).toBeVisible()
  await expect(sync(one)).toHaveText('Saved')
  await expect(sync(two)).toHaveText('Saved')
  await goOffline(one)

  await card(one, STORIES[0]).focus()
  await one.keyboard.press('Alt+Shift+ArrowRight')
  await expect(card(column(two, 'Refinement'), STORIES[0])).toBeVisible()
  await card(two, STORIES[1]).focus()
  await two.keyboard.press('Alt+Shift+ArrowRight')
  await expect(card(column(one, 'Refinement'), STORIES[1])).toBeVisible()
  await one.context().setOffline(false)
  await expect(sync(one)).toHaveText('Saved')
  await expect(sync(two)).toHaveText('Saved')
  await expect(column(bos, 'Refinement').getByRole('article')).toHaveCount(2)
  expect(await storyOf(ana, id, 'ST-2')).toMatchObject({ stage: 'refinement' })
})

test('[I5] what was typed in a tab that is gone is sent by the other one', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const one = await open(server, ana, storyPath(id, 'ST-2'))
  const two = await one.context().newPage()
  await two.goto(server.url + boardPath(id))
  await expect(sync(two)).toHaveText('Saved')
  await expect(prose(one)).toBeVisible()
  await goOffline(one)
  await prose(one).click()
  await one.keyboard.type('The licence is machine readable.')
  await expect(sync(one)).toHaveText('Offline · 1 change on this device')
  await closeAsPeopleDo(one)
  await expect(sync(two)).toHaveText('Offline · 1 change on this device')
  await two.context().setOffline(false)
  await expect(sync(two)).toHaveText('Saved')
  const bos = await open(server, bo, storyPath(id, 'ST-2'))
  await expect.poll(() => words(bos)).toBe('The licence is machine readable.')
})

test('[UX15] a second tab of mine is nobody else', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const one = await open(server, ana, storyPath(id, 'ST-1'))
  const two = await one.context().newPage()
  await two.goto(server.url + storyPath(id, 'ST-1'))
  await expect(sync(one)).toHaveText('Saved')
  await expect(sync(two)).toHaveText('Saved')
  await prose(two).click()
  await two.keyboard.type('A sheet opens in one step.')
  await expect(prose(one)).toContainText('A sheet opens in one step.')
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await expect(prose(bos)).toBeVisible()
  await expect(
    bos.getByRole('list', { name: 'Also in this story' }).getByRole('listitem'),
  ).toHaveCount(1)
  await expect(
    one.getByRole('list', { name: 'Also in this story' }).getByRole('listitem'),
  ).toHaveCount(1)
})

/** Closes a tab as people do: asked whether to leave because something is not on the disk yet, they stay and try again. */
async function closeAsPeopleDo(page: Page): Promise<void> {
  page.on('dialog', (dialog) => void dialog.dismiss())
  await expect(async () => {
    if (!page.isClosed()) await page.close({ runBeforeUnload: true })
    expect(page.isClosed()).toBe(true)
  }).toPass()
}
