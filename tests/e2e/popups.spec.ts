import { expect, test, useApp } from '#tests/support/e2e.ts'
import { holdCode } from '#tests/support/e2eHolding.ts'
import { boardPath, column } from '#tests/support/e2eScreens.ts'

/**
 * Menus and popovers come behind the first picture (components/ui/popups). Here their code is held back, as on a slow
 * line: that needs a browser without the app's worker, which would answer before the test can.
 */
const app = useApp()

test('[UX2] a menu that is asked for before its code has come opens once it is there', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Export the backlog to CSV'])
  const page = await open(server, ana, '/w')
  const code = await holdCode(page, 'max-h-(--available-height) min-w-48')
  await page.goto(server.url + boardPath(id))
  await expect(column(page, 'Idea')).toBeVisible()
  const trigger = page.getByRole('button', { name: /Switch workspace/ })
  await trigger.focus()
  await page.keyboard.press('Enter')
  await code.asked
  await expect(trigger).toBeFocused()
  code.release()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(trigger).toBeFocused()
})

test('[UX2] a menu whose code cannot be fetched says so, and opens when it can', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Export the backlog to CSV'])
  const page = await open(server, ana, '/w')
  const code = await holdCode(page, 'max-h-(--available-height) min-w-48')
  await page.goto(server.url + boardPath(id))
  await expect(column(page, 'Idea')).toBeVisible()
  await code.asked
  code.refuse()
  const trigger = page.getByRole('button', { name: /Switch workspace/ })
  await trigger.click()
  await expect(page.getByText('This part of the page could not be fetched')).toBeVisible()
  code.release()
  await trigger.click()
  await expect(page.getByRole('menu')).toBeVisible()
})
