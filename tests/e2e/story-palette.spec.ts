import { expect, join, command, type Page, test, useApp } from '#tests/support/e2e.ts'
import { prose, storyPath, sync, words } from '#tests/support/e2eScreens.ts'

const STORY = 'Embed a preview on my site'

const app = useApp()

/** Chooses from the palette what is found by these words. */
async function choose(page: Page, query: string, title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('combobox', { name: 'Search stories and actions' }).fill(query)
  await expect(page.getByRole('option', { name: title, exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Enter')
}

test('[UX5] the palette finds in the text, copies it, shows it alone, asks for a template, shows what happened and names a version', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await prose(page).click()
  await page.keyboard.type('A journalist shows a table in an article.')
  await expect(sync(page)).toContainText('Saved')

  await choose(page, 'find', 'Find in this story')
  const find = page.getByRole('textbox', { name: /^Find/ })
  await expect(find).toBeFocused()
  await page.keyboard.press('Escape')

  await choose(page, 'markdown', 'Copy as Markdown')
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('A journalist shows a table')

  await choose(page, 'focus', 'Focus on the text')
  await expect(page.getByRole('region', { name: 'The text alone' })).toBeVisible()
  await choose(page, 'everything again', 'Show everything again')
  await expect(page.getByRole('region', { name: 'The text alone' })).toHaveCount(0)

  await choose(page, 'template', 'Insert a template')
  const templates = page.getByRole('dialog', { name: 'Templates' })
  // It listens once it has the focus.
  await expect(templates.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(templates).toHaveCount(0)

  await choose(page, 'timeline', 'Show the timeline')
  await expect(page.getByRole('tab', { name: 'Timeline' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tab', { name: 'Timeline' })).toBeInViewport()

  await choose(page, 'name a version', 'Name a version')
  await page.getByRole('textbox', { name: 'Name of this version' }).fill('Agreed')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Versions, newest first' })).toContainText('Agreed')
  expect(await words(page)).toContain('A journalist')
})

test('[UX7] what is typed right behind a line of the palette arrives in the field that it opens', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type('A journalist shows a table in an article.')
  await expect(sync(page)).toContainText('Saved')

  await choose(page, 'find', 'Find in this story')
  await page.keyboard.type('journalist')
  await expect(page.getByRole('textbox', { name: /^Find/ })).toHaveValue('journalist')
  await page.keyboard.press('Escape')

  const name = page.getByRole('textbox', { name: 'Name of this version' })
  // The second time the versions are shown already.
  for (const words of ['Before the demo', 'After the demo']) {
    await choose(page, 'name a version', 'Name a version')
    await page.keyboard.type(words)
    await expect(name).toHaveValue(words)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: 'Versions, newest first' })).toContainText(words)
  }
  await expect.poll(() => words(page)).toBe('A journalist shows a table in an article.')
})

test('[UX6] the list of keys has those of a text, and every key once', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await expect(prose(page)).toBeVisible()
  await page.getByRole('tab', { name: /^Discussion/ }).focus()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keyboard' })
  await expect(keys.getByText('Comment on the selected words')).toBeVisible()
  await expect(keys.getByText('Bold')).toBeVisible()
  await expect(keys.locator('kbd').filter({ hasText: /^A$/ })).toHaveCount(1)
})

test('whoever only reads sees one quiet line above the text, and no warning', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const vic = await join(server, ana, id, 'Vic Reader')
  const { body } = await vic.visitor.get('/api/v1/me')
  await command(ana, id, { type: 'changeRoles', member: body.user.id, roles: ['viewer'] })
  const page = await open(server, vic, storyPath(id, 'ST-1'))
  await expect(page.getByText(/^Only members can change this story\./)).toBeVisible()
  await expect(page.getByText('You may read this story')).toHaveCount(0)
})
