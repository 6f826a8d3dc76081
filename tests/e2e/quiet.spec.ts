import { expect, inEachTheme, test, useApp } from '#tests/support/e2e.ts'
import { bring } from '#tests/support/e2eFlow.ts'
import { letRest } from '#tests/support/e2eQuiet.ts'
import { boardPath, card, column, storyPath, sync, toast } from '#tests/support/e2eScreens.ts'

const STORIES = [
  'Get a Data Package into R',
  'Add type information to my data',
  'Know that my data conforms to its profile',
  'Embed a preview on my site',
] as const

const app = useApp()

test('[QU1] [QU3] what is quiet folds behind one line, unfolds with one press, and is kept, also by keys, with one way back', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  await bring(ana, id, 'refinement', 'ST-4')
  await letRest(server, id, 74, 'ST-1', 'ST-2', 'ST-4')
  const page = await open(server, ana, boardPath(id))
  const ideas = column(page, 'Idea')
  const line = ideas.getByRole('button', { name: '2 quiet for 60 days' })
  await expect(line).toHaveAttribute('aria-expanded', 'false')
  await expect(ideas.getByLabel('3 stories')).toBeVisible()
  await expect(ideas.locator('[data-card] h3')).toHaveText([STORIES[2]])
  await expect(
    column(page, 'Refinement').getByRole('button', { name: '1 quiet for 60 days' }),
  ).toBeVisible()
  await inEachTheme(page, 'quiet stories folded')

  await line.click()
  await expect(ideas.locator('[data-card] h3')).toHaveText([STORIES[2], STORIES[0], STORIES[1]])
  await expect(card(page, STORIES[0])).toContainText('Quiet for 74 days')
  await inEachTheme(page, 'quiet stories shown')

  const bos = await open(server, bo, boardPath(id))
  await expect(column(bos, 'Idea').getByText('2 quiet for 60 days')).toBeVisible()
  await page.getByRole('button', { name: 'Keep ST-1' }).click()
  await expect(toast(page, 'ST-1 kept')).toBeVisible()
  await expect(ideas.locator('[data-card] h3')).toHaveText([STORIES[0], STORIES[2], STORIES[1]])
  await expect(card(bos, STORIES[0])).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(ideas.getByRole('button', { name: '2 quiet for 60 days' })).toBeVisible()
  await expect(card(bos, STORIES[0])).toHaveCount(0)

  await card(page, STORIES[1]).focus()
  await page.keyboard.press('y')
  await expect(toast(page, 'ST-2 kept')).toBeVisible()
  await expect(card(page, STORIES[1])).toBeFocused()
  await expect(ideas.getByRole('button', { name: '1 quiet for 60 days' })).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  await page.reload()
  await expect(ideas.locator('[data-card] h3')).toHaveText([STORIES[1], STORIES[2]])
})

test('[QU3] on its own page a quiet story says so in one line, and is kept there, with one way back', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  await letRest(server, id, 74, 'ST-1')
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  const line = page.getByText('Nobody has touched this for 74 days.')
  await expect(line).toBeVisible()
  await inEachTheme(page, 'a quiet story on its page')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(toast(page, 'ST-1 kept')).toBeVisible()
  await expect(line).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(line).toBeVisible()
  await page.keyboard.press('y')
  await expect(line).toHaveCount(0)
})

test('[QU1] quiet stories are decided against where they stand, found by the filter, and kept together', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  await letRest(server, id, 61, 'ST-1', 'ST-2', 'ST-3')
  const page = await open(server, ana, boardPath(id))
  await expect(card(page, STORIES[3])).toBeVisible()
  await page.keyboard.press('Shift+Y')
  await page.getByRole('button', { name: "Move ST-1 to Won't do" }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('Nobody asked again')
  await page.keyboard.press('Enter')
  await expect(toast(page, "ST-1 moved to Won't do")).toBeVisible()

  await page.getByRole('button', { name: 'Filter' }).click()
  await expect(page.getByRole('combobox', { name: /^Filter by/ })).toBeFocused()
  await page.keyboard.type('quiet')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/quiet=yes/)
  await expect(column(page, 'Idea').locator('[data-card] h3')).toHaveText([STORIES[1], STORIES[2]])
  await card(page, STORIES[1]).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.getByRole('toolbar').getByRole('button', { name: 'Keep' }).click()
  await expect(toast(page, '2 stories kept')).toBeVisible()
  await expect(column(page, 'Idea').getByText('No story here passes the filter.')).toBeVisible()
})
