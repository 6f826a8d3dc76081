import { expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { boardPath, card, column } from '#tests/support/e2eScreens.ts'

const TITLE = 'Export the backlog to CSV'

const app = useApp()
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })

test('[UX6] one of a few: Tab reaches the chosen one, arrow keys choose the next and go round', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([TITLE])
  const page = await open(server, ana, `/w/${id}/settings/appearance`)
  const group = page.getByRole('radiogroup', { name: 'Appearance' })
  await radio(page, 'Light').click()
  await expect(radio(page, 'Light')).toBeChecked()
  await expect(group.locator('[tabindex="0"]')).toHaveText('Light')

  await page.keyboard.press('ArrowRight')
  await expect(radio(page, 'Dark')).toBeFocused()
  await expect(radio(page, 'Dark')).toBeChecked()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(radio(page, 'Light')).toBeFocused()
  await expect(radio(page, 'Light')).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await expect(radio(page, 'Like this device')).toBeChecked()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1)

  // With a modifier an arrow key belongs to the browser.
  await page.keyboard.press('Control+ArrowLeft')
  await expect(radio(page, 'Like this device')).toBeChecked()

  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(radio(page, 'Like this device')).toBeFocused()
})

test("[UX6] arrow keys on the board's switch change the view and nothing on the board", async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([TITLE])
  const page = await open(server, ana, boardPath(id))
  await expect(card(page, TITLE)).toBeVisible()
  await radio(page, 'Board').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(radio(page, 'List')).toBeChecked()
  await expect(radio(page, 'List')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(column(page, 'Idea')).toBeVisible()
  await expect(radio(page, 'Board')).toBeFocused()
})
