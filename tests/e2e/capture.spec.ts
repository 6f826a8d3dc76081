import { readFileSync } from 'node:fs'
import { expect, test, useApp } from '#tests/support/e2e.ts'
import {
  beginCapture,
  boardPath,
  card,
  column,
  composer,
  paste,
  sync,
  toast,
} from '#tests/support/e2eScreens.ts'

const STORIES = readFileSync(
  new URL('../../server/samples/frictionless-user-stories.txt', import.meta.url),
  'utf8',
)
const LINES = STORIES.split('\n').filter((line) => line.trim() !== '')

const app = useApp()

test('[ST1] the 66 stories pasted at once are 66 ideas in their order, taken back by one undo', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team()
  const bos = await open(server, bo, boardPath(id))
  const page = await open(server, ana, boardPath(id))
  await page.getByRole('button', { name: 'Type or paste ideas' }).click()
  await expect(composer(page)).toBeFocused()
  await paste(page, STORIES)
  await page.getByRole('button', { name: 'Capture 66 ideas' }).click()

  await expect(column(page, 'Idea').getByLabel('66 stories')).toBeVisible()
  await expect(composer(page)).toHaveValue('')
  await expect(composer(page)).toBeFocused()
  await expect(sync(page)).toHaveText('Saved')
  await expect(column(bos, 'Idea').getByLabel('66 stories')).toBeVisible()
  await expect(card(bos, `ST-1: ${LINES[0]}`)).toBeVisible()
  await column(bos, 'Idea').getByRole('article').first().focus()
  await bos.keyboard.press('End')
  await expect(card(bos, `ST-66: ${LINES[65]}`)).toBeFocused()

  await toast(page, '66 ideas captured').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('article')).toHaveCount(0)
  await expect(bos.getByRole('article')).toHaveCount(0)
})

test('[UX9] what was taken back is done again by its key, and taken back once more', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Write a table'])
  const bos = await open(server, bo, boardPath(id))
  const page = await open(server, ana, boardPath(id))
  await card(page, 'Write a table').focus()
  await page.keyboard.press('Alt+Shift+ArrowRight')
  const refining = column(page, 'Refinement').getByRole('article')
  await expect(refining).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(toast(page, 'Undone:')).toBeVisible()
  await expect(refining).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(toast(page, 'Redone:')).toBeVisible()
  await expect(column(bos, 'Refinement').getByRole('article')).toHaveCount(1)
  await toast(page, 'Redone:').getByRole('button', { name: 'Undo' }).click()
  await expect(refining).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(column(bos, 'Refinement').getByRole('article')).toHaveCount(1)
})

test('[UX11] what is typed into the composer survives Escape and a reload', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team()
  const page = await open(server, ana, boardPath(id))
  await beginCapture(page)
  await page.keyboard.type('Validate a CSV file in the browser')
  await page.keyboard.press('Escape')
  await expect(composer(page)).toBeHidden()
  await page.reload()
  await beginCapture(page)
  await expect(composer(page)).toHaveValue('Validate a CSV file in the browser')
  await page.keyboard.press('Enter')
  await expect(card(column(page, 'Idea'), 'Validate a CSV file in the browser')).toBeVisible()
  await expect(composer(page)).toHaveValue('')
})

test('[I5] a title of 100,000 characters is refused with a sentence and stays to be shortened', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team()
  const page = await open(server, ana, boardPath(id))
  await beginCapture(page)
  const long = 'Describe every column of the table. '.repeat(2_778).trim()
  expect(long.length).toBeGreaterThanOrEqual(100_000)
  await paste(page, `Publish a package\n${long}\nRead a package`)
  await expect(page.getByText('One line stays here')).toBeVisible()
  await page.getByRole('button', { name: 'Capture 2 ideas' }).click()
  await expect(column(page, 'Idea').getByLabel('2 stories')).toBeVisible()
  await expect(composer(page)).toHaveValue(long)
  await expect(page.getByText('One line stays here')).toBeVisible()
})

test('[UX11] text in another encoding is pointed out before it is captured, and kept', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team()
  const page = await open(server, ana, boardPath(id))
  await beginCapture(page)
  // What a browser makes of a file in Latin-1: 0xE9 is no UTF-8.
  const bytes = Buffer.from(
    'R\u00e9sum\u00e9 of a data package\nLicence of a data package',
    'latin1',
  )
  await paste(page, new TextDecoder().decode(bytes))
  await expect(page.getByText('2 characters could not be read')).toBeVisible()
  await expect(composer(page)).toHaveValue(/R\ufffdsum\ufffd of a data package/)
  await page.getByRole('button', { name: 'Capture 2 ideas' }).click()
  await expect(card(page, 'R\ufffdsum\ufffd of a data package')).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
})

test('[I5] an empty title is refused at the field, Escape keeps the old one', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['Convert a spreadsheet to CSV'])
  const page = await open(server, ana, boardPath(id))
  await card(page, 'Convert a spreadsheet to CSV').focus()
  await page.keyboard.press('e')
  const title = page.getByRole('textbox', { name: 'Title of ST-1' })
  await expect(title).toBeFocused()
  await title.fill('   ')
  await page.keyboard.press('Enter')
  await expect(title).toBeFocused()
  await expect(title).toHaveAttribute('aria-invalid', 'true')
  await expect(title).toHaveAccessibleDescription(/title/i)
  await page.keyboard.press('Escape')
  await expect(card(page, 'ST-1: Convert a spreadsheet to CSV')).toBeVisible()

  await page.goto(`${server.url}/w/${id}/s/ST-1`)
  await page.getByRole('textbox', { name: 'Title of ST-1' }).fill('')
  await page.keyboard.press('Enter')
  await expect(page.getByText('A story needs a title.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Title of ST-1' })).toHaveValue(
    'Convert a spreadsheet to CSV',
  )
})
