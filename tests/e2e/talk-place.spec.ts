import { expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { prose, storyPath, sync, words } from '#tests/support/e2eScreens.ts'

const STORY = 'Check my data again on every update'
const LINE = 'The last version stays online until somebody looks.'
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const app = useApp()

const beside = (page: Page) => page.getByRole('dialog', { name: /beside the text|New comment/ })

/** Writes the line with so many below it, and selects characters of it by keys. */
async function write(page: Page, below: number): Promise<void> {
  await prose(page).click()
  await page.keyboard.type(LINE)
  for (let n = 1; n <= below; n += 1) {
    await page.keyboard.press('Enter')
    await page.keyboard.insertText(`Check ${n} runs every night.`)
  }
  await expect(sync(page)).toContainText('Saved')
}

async function select(page: Page, from: number, length: number): Promise<void> {
  await expect(async () => {
    await prose(page).locator('p', { hasText: LINE }).click()
    await page.keyboard.press('Home')
    for (let n = 0; n < from; n += 1) await page.keyboard.press('ArrowRight')
    for (let n = 0; n < length; n += 1) await page.keyboard.press('Shift+ArrowRight')
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '')
    expect(selected).toBe(LINE.slice(from, from + length))
  }).toPass()
}

test('[TA8] a suggestion on words that were selected with the spaces around them leaves the spaces where they are', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await write(page, 0)
  await select(page, 8, 9)
  await page.keyboard.press('ControlOrMeta+Alt+Shift+M')
  const instead = page.getByRole('textbox', { name: 'Write instead' })
  await expect(instead).toHaveValue('version')
  await instead.fill('file that passed ')
  await page.keyboard.press('ControlOrMeta+Enter')
  await beside(page).getByRole('button', { name: 'Accept' }).click()
  await expect.poll(() => words(page)).toContain('The last file that passed stays online')
})

for (const [where, how] of [
  ['wide', { viewport: { width: 1280, height: 800 } }],
  ['on a phone', PHONE],
] as const) {
  test(`[IN5] a comment on words opens from the inbox with its words in view, and its row stands out no more, ${where}`, async ({
    open,
  }) => {
    const { server, team } = app()
    const { id, ana, bo } = await team([STORY])
    const anas = await open(server, ana, storyPath(id, 'ST-1'))
    await write(anas, 30)
    await select(anas, 9, 7)
    await anas.keyboard.press('ControlOrMeta+Alt+M')
    await anas.keyboard.type('Which one, @bo')
    await anas.getByRole('option', { name: 'Bo Lindqvist' }).waitFor()
    await anas.keyboard.press('Enter')
    await anas.keyboard.press('ControlOrMeta+Enter')

    const page = await open(server, bo, `/w/${id}/inbox`, how)
    const row = page.locator('[data-inbox-row]')
    const title = row.getByText(STORY)
    await expect(title).toHaveCSS('font-weight', '500')
    await title.click()
    await expect(beside(page)).toContainText('Which one, @Bo Lindqvist')
    const mark = prose(page).locator('[data-thread-mark]')
    await expect(mark).toHaveText('version')
    await expect
      .poll(async () => {
        const [words, card] = [await mark.boundingBox(), await beside(page).boundingBox()]
        if (!words || !card) return false
        const isOverIt = where === 'wide' || words.y + words.height <= card.y
        return words.y > 48 && isOverIt
      })
      .toBe(true)
    await page.goBack()
    await expect(title).toHaveCSS('font-weight', '400')
    await expect(row.getByRole('button', { name: /as done/ })).toBeVisible()
  })
}

test('on a phone the sheet in which one suggests never hides the words it is about', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'), PHONE)
  await write(page, 12)
  await page.keyboard.press('Shift+Home')
  const selected = await page.evaluate(() => getSelection()?.toString() ?? '')
  expect(selected).toContain('Check 12')
  await page.keyboard.press('ControlOrMeta+Alt+Shift+M')
  const mark = prose(page).locator('[data-thread-mark]').first()
  await expect
    .poll(async () => {
      const [words, sheet] = [await mark.boundingBox(), await beside(page).boundingBox()]
      return words !== null && sheet !== null && words.y > 48 && words.y + words.height <= sheet.y
    })
    .toBe(true)
})
