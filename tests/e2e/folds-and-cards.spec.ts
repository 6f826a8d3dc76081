import { expect, inEachTheme, test, useApp } from '#tests/support/e2e.ts'
import { paste, prose, storyPath } from '#tests/support/e2eScreens.ts'

const COMPUTER = { viewport: { width: 1280, height: 800 } }

const app = useApp()

test('a pasted address is offered as a card in its place; Escape and typing send the offer away', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['A page elsewhere'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), COMPUTER)
  const offer = page.getByRole('button', { name: 'Show as card' })
  await prose(page).click()
  await page.keyboard.type('Before ')
  await paste(page, 'https://example.com/in-a-line')
  await expect(prose(page).getByRole('link')).toBeVisible()
  await expect(offer).toHaveCount(0)
  await page.keyboard.press('Enter')
  await paste(page, 'https://example.com/the-export-page')
  await expect(offer).toBeVisible()
  await inEachTheme(page, 'an address offered as a card')
  await page.keyboard.press('Escape')
  await expect(offer).toHaveCount(0)
  await expect(prose(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await paste(page, 'https://example.com/the-other-page')
  await expect(offer).toBeVisible()
  await page.keyboard.type(' and more')
  await expect(offer).toHaveCount(0)
  await page.keyboard.press('Enter')
  await paste(page, 'https://example.com/the-last-page')
  await offer.click()
  await expect(prose(page).locator('.story-card')).toContainText('The last page')
  await expect(prose(page)).toBeFocused()
})

test('[UX9] Backspace right behind the key that led to the start of what folds makes lines of it; undo draws it as it was', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['What legal said'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), COMPUTER)
  await prose(page).click()
  await page.keyboard.type('+++ The details')
  await page.keyboard.press('Enter')
  await page.keyboard.type('A month, no longer.')
  const section = prose(page).locator('.story-details')
  await expect(section).toHaveText('The detailsA month, no longer.')
  // In one turn: the editor has not been told where the caret is.
  await section.locator('[data-block="summary"]').evaluate((summary) => {
    getSelection()?.collapse(summary.firstChild, 0)
    const key = { key: 'Backspace', code: 'Backspace', keyCode: 8, bubbles: true, cancelable: true }
    summary.dispatchEvent(new KeyboardEvent('keydown', key))
  })
  await expect(section).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(section).toHaveText('The detailsA month, no longer.')
})

test('a folding section that somebody else makes while one watches is open; later it is folded', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['What legal said'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), COMPUTER)
  const bos = await open(server, bo, storyPath(id, 'ST-1'), COMPUTER)
  await expect(prose(bos)).toBeVisible()
  await prose(page).click()
  await page.keyboard.type('+++ The details')
  await page.keyboard.press('Enter')
  await page.keyboard.type('A month, no longer.')
  await expect(prose(bos).getByText('A month, no longer.')).toBeVisible()
  await expect(prose(bos).getByRole('button', { name: 'Fold The details' })).toHaveAttribute(
    'aria-expanded',
    'true',
  )
  const later = await open(server, bo, storyPath(id, 'ST-1'), COMPUTER)
  await expect(later.getByRole('button', { name: 'Unfold The details' })).toBeVisible()
  await expect(prose(later).getByText('A month, no longer.')).toBeHidden()
})
