import { expect, test, useApp } from '#tests/support/e2e.ts'
import { EDITOR, holdCode } from '#tests/support/e2eHolding.ts'
import { boardPath, card, prose, storyPath, sync, words } from '#tests/support/e2eScreens.ts'

const app = useApp()

const FIRST = 'A validator names the row.'
const SECOND = 'It exits with a number.'

test('[UX7] what is typed into a text before its editor has come stands where it was pressed, and is no key of the page', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Validate a data package from the command line'])
  const writing = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(writing).click()
  await writing.keyboard.type(FIRST)
  await writing.keyboard.press('Enter')
  await writing.keyboard.type(SECOND)
  await expect(sync(writing)).toHaveText('Saved')

  const page = await open(server, bo, '/manifest.webmanifest')
  const code = await holdCode(page, EDITOR)
  await page.goto(server.url + storyPath(id, 'ST-1'))
  await code.asked
  const early = page.getByText(SECOND)
  await expect(early).toBeVisible()
  await early.click({ position: { x: 400, y: 10 } })
  // As keys of the page these would assign, open pickers and go elsewhere.
  await page.keyboard.type(' May we call it a tool?')
  await page.keyboard.press('Enter')
  await page.keyboard.type('gr?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  code.release()
  const expected = [FIRST, `${SECOND} May we call it a tool?`, 'gr?'].join('\n')
  await expect.poll(() => words(page)).toBe(expected)
  await expect(prose(page)).toBeFocused()
  await page.keyboard.type('!')
  await expect.poll(() => words(writing)).toBe(`${expected}!`)
})

test('[UX7] who leaves a story before its editor has come types keys of the page again', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Validate a data package from the command line'])
  const writing = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(writing).click()
  await writing.keyboard.type(FIRST)
  await expect(sync(writing)).toHaveText('Saved')

  const page = await open(server, ana, '/manifest.webmanifest')
  const code = await holdCode(page, EDITOR)
  await page.goto(server.url + boardPath(id))
  await card(page, 'ST-1').click()
  await page.getByText(FIRST).click()
  await page.keyboard.type('Kept for it')
  await page.goBack()
  await expect(page.getByText(FIRST)).toHaveCount(0)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  code.release()
})
