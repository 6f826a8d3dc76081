import { expect, inEachTheme, type Page, test, useApp } from '#tests/support/e2e.ts'
import { boardPath, card, prose, storyPath, sync } from '#tests/support/e2eScreens.ts'

const STORIES = ['Embed an interactive preview of my data on my site', 'Sort a table by a column']

const app = useApp()

const frame = (page: Page) => page.locator('[data-follow-frame]')

test('[UX17] whoever follows somebody goes along with their caret, until any input of their own', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(bos).click()
  for (let line = 1; line <= 60; line += 1) await bos.keyboard.type(`Line ${line}\n`)
  await bos.keyboard.type('The end')
  await expect(sync(bos)).toHaveText('Saved')
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  await expect(prose(anas)).toContainText('The end')
  await expect(prose(anas).getByText('The end')).not.toBeInViewport()
  const follow = anas.getByRole('button', { name: 'Follow Bo Lindqvist' })
  await follow.click()
  await expect(follow).toHaveAttribute('aria-pressed', 'true')
  await expect(frame(anas)).toBeVisible()
  await expect(
    anas.getByRole('status').filter({ hasText: 'Following Bo Lindqvist' }),
  ).toBeAttached()
  await expect(prose(anas).getByText('The end')).toBeInViewport()
  await inEachTheme(anas, 'following somebody')

  await bos.keyboard.press('ControlOrMeta+Home')
  await bos.keyboard.type('First of all ')
  await expect(prose(anas).getByText('First of all')).toBeInViewport()
  await anas.keyboard.press('Shift')
  await expect(frame(anas)).toHaveCount(0)
  await expect(follow).toHaveAttribute('aria-pressed', 'false')
  await bos.keyboard.press('ControlOrMeta+End')
  await bos.keyboard.type(' of it')
  await expect(prose(anas)).toContainText('The end of it')
  await expect(prose(anas).getByText('The end of it')).not.toBeInViewport()

  await follow.click()
  await expect(prose(anas).getByText('The end of it')).toBeInViewport()
  await follow.click()
  await expect(frame(anas)).toHaveCount(0)
  await follow.click()
  await expect(frame(anas)).toBeVisible()
  await bos.goto(server.url + boardPath(id))
  await expect(frame(anas)).toHaveCount(0)
})

test('[OF6] a card says that others have written since, and the palette begins with what was opened last', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await expect(prose(page)).toBeVisible()
  await page.goto(server.url + storyPath(id, 'ST-2'))
  await expect(prose(page)).toBeVisible()
  await page.goto(server.url + boardPath(id))
  await expect(card(page, STORIES[0]!)).toBeVisible()
  const sign = 'Changed by others since you opened it.'
  await expect(card(page, sign)).toHaveCount(0)
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(bos).click()
  await bos.keyboard.type('A reader sees the first rows.')
  await expect(sync(bos)).toHaveText('Saved')
  await bos.goto(server.url + boardPath(id))
  await expect(card(page, sign)).toHaveCount(1, { timeout: 20_000 })
  await expect(card(page, sign)).toContainText('ST-1')
  await expect(card(bos, sign)).toHaveCount(0)
  await inEachTheme(page, 'a card that has changed')

  await page.keyboard.press('ControlOrMeta+K')
  const lines = page.getByRole('listbox', { name: 'Found' }).getByRole('option')
  await expect(lines.first()).toContainText('ST-2')
  await expect(lines.nth(1)).toContainText('ST-1')
  await inEachTheme(page, 'the palette with what was opened last')
  await lines.nth(1).click()
  await expect(prose(page)).toContainText('A reader sees the first rows.')
  await page.goBack()
  await expect(card(page, STORIES[0]!)).toBeVisible()
  await expect(card(page, sign)).toHaveCount(0)
})
