import { expect, join, type Page, test, useApp } from '#tests/support/e2e.ts'
import { prose, storyPath, sync, words } from '#tests/support/e2eScreens.ts'

const STORY = 'Export the backlog to CSV'

const app = useApp()

const threads = (page: Page) => page.getByRole('list', { name: 'Threads, newest first' })
const composer = (page: Page) => page.getByRole('textbox', { name: 'Comment on the story' })
const option = (page: Page, name: string) => page.getByRole('option', { name }).first()

test('[TA11] [UX11] while one writes, a mention reads as the name; kept, sent and changed it still means whom it meant', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await composer(page).pressSequentially('Ask @bo')
  await option(page, 'Bo Lindqvist').waitFor()
  await page.keyboard.press('Enter')
  await expect(composer(page)).toHaveValue('Ask @Bo Lindqvist ')
  // What is typed takes the place of the space that nobody typed.
  await page.keyboard.type('?')
  await expect(composer(page)).toHaveValue('Ask @Bo Lindqvist?')
  await page.keyboard.press('Backspace')
  await page.keyboard.type(' and')
  await expect(composer(page)).toHaveValue('Ask @Bo Lindqvist and')
  await expect(page.getByRole('option')).toHaveCount(0)
  // Cut short it is words, and offered again; whole it means him again.
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('Backspace')
  await expect(option(page, 'Bo Lindqvist')).toBeVisible()
  await page.keyboard.type('t, which columns?')
  await page.keyboard.press('Home')
  await page.keyboard.type('Please: ')
  await page.reload()
  await expect(composer(page)).toHaveValue('Please: Ask @Bo Lindqvist, which columns?')
  await composer(page).click()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(page)).toContainText('Please: Ask @Bo Lindqvist, which columns?')
  await page.getByRole('button', { name: 'More about this comment' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const edited = page.getByRole('textbox', { name: 'Change the comment' })
  await expect(edited).toHaveValue('Please: Ask @Bo Lindqvist, which columns?')
  await page.keyboard.type(' And in which order?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(page)).toContainText('@Bo Lindqvist, which columns? And in which order?')
  await expect(threads(page).locator('article')).not.toContainText('person:')

  const bos = await open(server, bo, `/w/${id}/inbox`)
  await expect(bos.locator('[data-inbox-row]')).toContainText('mentioned you in a comment')
})

test('[TA11] of two people with one name each mention means the one who was chosen', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const [one, two] = [
    await join(server, ana, id, 'Kim Osei'),
    await join(server, ana, id, 'Kim Osei'),
  ]
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await composer(page).pressSequentially('@kim')
  await page.getByRole('option', { name: 'Kim Osei' }).nth(1).click()
  await expect(composer(page)).toHaveValue('@Kim Osei ')
  await page.keyboard.type('and nobody else')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(page)).toContainText('@Kim Osei and nobody else')
  const told = await Promise.all(
    [one, two].map(async (kim) => {
      const inbox = await open(server, kim, `/w/${id}/inbox`)
      const row = inbox.locator('[data-inbox-row]')
      await expect(row.or(inbox.getByText('Nothing new'))).toBeVisible()
      return row.count()
    }),
  )
  expect(told.sort()).toEqual([0, 1])
})

test('behind a mention in the text a space or a full stop takes the place of the one that was put there', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(page).click()
  for (const behind of [' and ', '. Then ', 'or ']) {
    await page.keyboard.type('@bo')
    await option(page, 'Bo Lindqvist').waitFor()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('option')).toHaveCount(0)
    await page.keyboard.type(behind)
  }
  await expect(sync(page)).toContainText('Saved')
  await expect
    .poll(() => words(page))
    .toContain('@Bo Lindqvist and @Bo Lindqvist. Then @Bo Lindqvist or ')
})
