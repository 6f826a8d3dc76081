import { command, expect, test, useApp } from '#tests/support/e2e.ts'
import { memberId } from '#tests/support/e2eBacklog.ts'
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
} from '#tests/support/e2eScreens.ts'

const app = useApp()
test.use(KEPT)

test('[I5] text that the server will not take stays readable until its writer gives it up', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team()
  const page = await open(server, ana, boardPath(id))
  await expect(column(page, 'Idea')).toBeVisible()
  await goOffline(page)
  await beginCapture(page)
  await composer(page).fill('Read a table from a web page')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await card(page, 'New idea: Read a table from a web page').focus()
  await page.keyboard.press('Enter')
  await prose(page).click()
  await page.keyboard.type('Worth keeping.')
  const story = /\/s\/([a-z0-9]{22})$/.exec(page.url())?.[1]
  // The id is taken meanwhile, so that the capture will be refused.
  await command(bo, id, { type: 'captureStory', story, title: 'Somebody else was faster' })
  await page.context().setOffline(false)

  await expect(sync(page)).toHaveText('Text kept here only')
  const text = page.getByRole('region', { name: 'Text that was not saved' })
  await expect(text).toContainText('Worth keeping.')
  await expect(prose(page)).toBeHidden()
  await text.getByRole('button', { name: 'Give it up…' }).click()
  await text.getByRole('button', { name: 'Keep it' }).click()
  await page.reload()
  await expect(text).toContainText('Worth keeping.')
  await text.getByRole('button', { name: 'Give it up…' }).click()
  await text.getByRole('button', { name: 'Give it up' }).click()
  await expect(text).toBeHidden()
  await expect(sync(page)).toHaveText('Saved')
})

test('[I5] who is removed while they are away reads and copies what was not saved', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Embed a preview of my data on my site'])
  const page = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type('Saved words. ')
  await expect(sync(page)).toHaveText('Saved')
  await goOffline(page)
  await page.keyboard.type('Typed on the train.')
  await expect(sync(page)).toHaveText('Offline · 1 change on this device')
  await command(ana, id, { type: 'removeMember', member: await memberId(bo, id) })
  await page.context().setOffline(false)
  await expect(
    page.getByRole('heading', { name: 'You are not in this workspace any more' }),
  ).toBeVisible()
  const text = page.getByRole('region', { name: 'Text that was not saved' })
  await expect(text).toContainText('Saved words. Typed on the train.')
  await text.getByRole('button', { name: 'Copy text' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'Saved words. Typed on the train.',
  )
})
