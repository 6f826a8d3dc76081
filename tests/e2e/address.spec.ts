import { expect, test, useApp } from '#tests/support/e2e.ts'
import { KEPT, goOffline } from '#tests/support/e2eOffline.ts'
import {
  beginCapture,
  boardPath,
  card,
  column,
  composer,
  prose,
  sync,
} from '#tests/support/e2eScreens.ts'

const app = useApp()
test.use(KEPT)

test('[UX18] a story opened before it has a number gets its address while its writer goes on typing', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team()
  const page = await open(server, ana, boardPath(id))
  await expect(column(page, 'Idea')).toBeVisible()
  await goOffline(page)
  await beginCapture(page)
  await composer(page).fill('Read a table from a web page')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await card(page, 'New idea: Read a table from a web page').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/s\/[a-z0-9]{22}$/)
  await prose(page).click()
  await page.keyboard.type('Written before ')
  await page.context().setOffline(false)
  await expect(page).toHaveURL(/\/s\/ST-1$/)
  await expect(prose(page)).toBeFocused()
  await page.keyboard.type('and after.')
  await expect(prose(page)).toContainText('Written before and after.')
  await expect(sync(page)).toHaveText('Saved')
})
