import { expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { atRest, expectBetween, manyIdeas, titleOf } from '#tests/support/e2eDragging.ts'
import { boardPath, spoken, sync } from '#tests/support/e2eScreens.ts'
import { PHONE, touch } from '#tests/support/e2eTouch.ts'

const app = useApp()

const rows = (page: Page) => page.getByRole('grid').getByRole('row')
const lifted = (page: Page) => page.locator('[role=row][inert]')

test('[UX21] in the list a finger swipes to scroll, and after a long press on its handle a row is carried far and lands exactly at the line', async ({
  open,
}) => {
  const { server, id, ana } = await manyIdeas(app(), 400)
  const page = await open(server, ana, `${boardPath(id)}?view=list`, PHONE)
  const row = rows(page)
    .filter({ hasText: titleOf(0) })
    .first()
  await expect(row).toBeVisible()
  const list = page.locator('[data-list=list]')
  const scrolled = () => list.evaluate((one) => one.scrollTop)
  const finger = await touch(page)
  const handle = (await row.locator('[data-handle]').boundingBox())!
  expect(handle.width).toBeGreaterThanOrEqual(24)
  expect(handle.height).toBeGreaterThanOrEqual(44)
  const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2]
  await finger.down(x, y + 200)
  for (let by = 200; by > 0; by -= 20) await finger.move(x, y + by)
  await finger.up()
  await expect.poll(scrolled).toBeGreaterThan(60)
  await expect(lifted(page)).toHaveCount(0)
  // It may still be gliding.
  await expect
    .poll(() =>
      list.evaluate(async (one) => {
        const { scrollTop } = one
        one.scrollTo(0, 0)
        await new Promise((resolve) => requestAnimationFrame(resolve))
        return scrollTop
      }),
    )
    .toBe(0)

  const area = (await list.boundingBox())!
  await finger.down(x, y)
  await expect(lifted(page)).toHaveCount(1)
  await finger.move(x, area.y + area.height - 12)
  await expect.poll(scrolled).toBeGreaterThan(2_000)
  await finger.move(x, area.y + area.height / 2)
  const line = await atRest(page)
  await finger.up()
  await expect(spoken(page, /^ST-1 dropped, \d+ of 400, Idea$/)).toBeAttached()
  await expect(sync(page)).toHaveText('Saved')
  await expectBetween(ana, id, titleOf(0), line)

  // Sorted, the rows have no places, and nothing to be lifted by.
  await page.goto(`${server.url}${boardPath(id)}?view=list&sort=title`)
  await expect(rows(page).nth(3)).toBeVisible()
  await expect(page.locator('[data-handle]')).toHaveCount(0)
})
