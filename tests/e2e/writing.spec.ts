import { expect, expectAccessible, type Page, test, useApp } from '#tests/support/e2e.ts'
import { boardPath, card, prose, storyPath, sync, words } from '#tests/support/e2eScreens.ts'

const STORY = 'Know that my data conforms to its Data Package profile'

const app = useApp()

test('[UX16] two people write one story, each sees the caret of the other', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(anas).click()
  await anas.keyboard.type('A publisher checks a table before anyone downloads it.')
  await expect(prose(bos)).toContainText('before anyone downloads it.')
  await expect(prose(bos).locator('.story-caret')).toContainText('Ana Ferreira')
  await prose(bos).click()
  await bos.keyboard.press('ControlOrMeta+End')
  await bos.keyboard.press('Enter')
  await bos.keyboard.type('Errors name the row and the column.')
  await expect(prose(anas)).toContainText('Errors name the row and the column.')
  await expect(prose(anas).locator('.story-caret')).toContainText('Bo Lindqvist')
  // Carets are for the eye; what a screen reader reads is the text.
  await expect(prose(anas).locator('.story-caret')).toHaveAttribute('aria-hidden', 'true')
  await expect(anas.getByText('Bo Lindqvist editing')).toBeVisible()
  await saved(anas, bos)
})

test('[UX9] undo in a text takes back only what I wrote', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(anas).click()
  await anas.keyboard.type('Which profiles are checked?')
  await expect(prose(bos)).toContainText('Which profiles are checked?')
  await prose(bos).click()
  await bos.keyboard.press('ControlOrMeta+End')
  await bos.keyboard.type(' Tabular ones first.')
  await expect(prose(anas)).toContainText('Tabular ones first.')
  // Who types with pauses, as a slow machine does, takes back pause by pause.
  let steps = 0
  await expect(async () => {
    await anas.keyboard.press('ControlOrMeta+Z')
    steps += 1
    expect(await words(anas)).toBe(' Tabular ones first.')
  }).toPass()
  await expect.poll(() => words(bos)).toBe(' Tabular ones first.')
  for (; steps > 0; steps -= 1) await anas.keyboard.press('ControlOrMeta+Shift+Z')
  await expect.poll(() => words(bos)).toBe('Which profiles are checked? Tabular ones first.')
  await saved(anas, bos)
})

test('[UX9] written without a pause, each line is a step of undo', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type('A publisher checks a table.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Errors name the row.')
  expect(await words(page)).toBe('A publisher checks a table.\nErrors name the row.')
  // Who types with pauses, as a slow machine does, takes back pause by pause.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+Z')
    expect(await words(page)).not.toContain('\n')
  }).toPass()
  expect(await words(page)).toBe('A publisher checks a table.')
})

test('the blocks behind a slash stand in groups, until something is typed', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type('/')
  const blocks = page.getByRole('listbox', { name: 'Blocks' })
  const lists = blocks.getByRole('group', { name: 'Lists' })
  await expect(lists.getByRole('option')).toHaveText([/^Bullet/, /^Numbered/, /^Task/])
  await expectAccessible(page, 'the blocks behind a slash')
  await page.keyboard.press('ArrowUp')
  await expect(blocks.getByRole('option', { selected: true })).toHaveText('Template')
  await page.keyboard.type('li')
  await expect(blocks.getByRole('option').first()).toContainText('Bullet list')
  await expect(blocks.getByRole('group')).toHaveCount(0)
})

test('[UX19] a slash opens the blocks: heading, task list and table, by keys alone', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(anas).click()
  await block(anas, '/head', 'Heading 1')
  await anas.keyboard.type('Acceptance criteria')
  await anas.keyboard.press('Enter')
  await block(anas, '/task', 'Task list')
  await anas.keyboard.type('A bad row is named')
  await anas.keyboard.press('Enter')
  await anas.keyboard.type('A bad column is named')
  await expect(prose(bos).getByRole('checkbox')).toHaveCount(2)
  await prose(bos).getByRole('checkbox').first().check()
  await expect(prose(anas).getByRole('checkbox').first()).toBeChecked()

  await anas.keyboard.press('Enter')
  await anas.keyboard.press('Enter')
  await block(anas, '/table', 'Table')
  for (const word of ['Field', 'Type', 'Required', 'name', 'string']) {
    await anas.keyboard.type(word)
    await anas.keyboard.press('Tab')
  }
  await anas.keyboard.type('yes')
  await expect(prose(bos).getByRole('columnheader')).toHaveText(['Field', 'Type', 'Required'])
  await expect(prose(bos).getByRole('cell').first()).toHaveText('name')
  await expect(prose(bos).getByRole('heading', { name: 'Acceptance criteria' })).toBeVisible()
  await saved(anas, bos)
})

test('[UX19] the title is edited in place, Enter goes on to the text, and all see it', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const bos = await open(server, bo, boardPath(id))
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  await expect(prose(anas)).toBeVisible()
  await anas.getByRole('textbox', { name: 'Title of ST-1' }).fill('Validate data against a profile')
  await anas.keyboard.press('Enter')
  await expect(prose(anas)).toBeFocused()
  await expect(card(bos, 'ST-1: Validate data against a profile')).toBeVisible()
  await anas.keyboard.type('Who runs the check?')
  await expect(sync(anas)).toHaveText('Saved')
  await card(bos, 'ST-1').click()
  await expect.poll(() => words(bos)).toBe('Who runs the check?')
})

test('[UX15] a card shows who is in its story', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const bos = await open(server, bo, boardPath(id))
  await expect(card(bos, STORY)).toBeVisible()
  await open(server, ana, storyPath(id, 'ST-1'))
  await expect(card(bos, STORY).getByText('AF')).toBeVisible()
})

/** Types a slash and a few letters, and takes the first block offered. */
async function block(page: Page, typed: string, first: string): Promise<void> {
  await page.keyboard.type(typed)
  const blocks = page.getByRole('listbox', { name: 'Blocks' })
  await expect(blocks.getByRole('option').first()).toContainText(first)
  await expect(blocks.getByRole('option', { selected: true })).toContainText(first)
  await page.keyboard.press('Enter')
  await expect(blocks).toBeHidden()
}

async function saved(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) await expect(sync(page)).toHaveText('Saved')
}
