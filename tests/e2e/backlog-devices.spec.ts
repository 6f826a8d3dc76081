import { command, expect, inEachTheme, test, useApp } from '#tests/support/e2e.ts'
import { BACKLOG, backlogPath, unfoldTray, webTeam } from '#tests/support/e2eBacklog.ts'
import { boardPath, card, toast } from '#tests/support/e2eScreens.ts'

const app = useApp()
const web = () => webTeam(app())

test('[UX21] on a phone the steps are tabs, a row moves by its menu, only its handle lifts it', async ({
  open,
}) => {
  const { server, id, ana, path } = await web()
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const page = await open(server, ana, boardPath(id), phone)
  await page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: 'Web' }).tap()
  await expect(page).toHaveURL(new RegExp(`${path}$`))
  await page.getByRole('button', { name: 'Move ST-1 to…, and other actions' }).tap()
  await page.getByRole('menuitem', { name: 'Move to…' }).tap()
  await page.getByRole('menuitem', { name: 'Review' }).tap()
  await expect(toast(page, 'ST-1 moved to Review')).toBeVisible()
  await page.getByRole('radio', { name: 'Board' }).tap()
  const tabs = page.getByRole('navigation', { name: 'Steps' })
  await expect(tabs.getByRole('button', { name: 'To do 3' })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await tabs.getByRole('button', { name: 'Review 1' }).tap()
  await expect(card(page, BACKLOG[0])).toBeVisible()
  await expect(card(page, BACKLOG[1])).toHaveCount(0)
})

for (const { name, device } of [
  { name: '1280', device: { viewport: { width: 1280, height: 800 } } },
  {
    name: '390',
    device: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  },
]) {
  test(`axe finds nothing on a backlog, ${name} wide, list, board, menus and empty`, async ({
    open,
  }) => {
    test.setTimeout(240_000)
    const { server, id, ana, ids, path } = await web()
    await command(ana, id, { type: 'sizeStory', story: ids[BACKLOG[0]], size: '5' })
    await command(ana, id, { type: 'moveToStep', story: ids[BACKLOG[3]], step: 'done' })
    await command(ana, id, { type: 'createTeam', team: 'data', name: 'Data' })
    const page = await open(server, ana, path, { ...device, reducedMotion: 'reduce' })
    await unfoldTray(page)
    await page.getByRole('button', { name: /^Done in the last/ }).click()
    await inEachTheme(page, 'list')
    await card(page, BACKLOG[0]).focus()
    await page.keyboard.press('x')
    await inEachTheme(page, 'a selection')
    await page.keyboard.press('.')
    await expect(page.getByRole('menuitem', { name: 'Move to trash' })).toBeVisible()
    await inEachTheme(page, 'actions')
    await page.getByRole('menuitem', { name: 'Send back to Refinement…' }).click()
    await expect(page.getByRole('textbox', { name: 'Reason' })).toBeFocused()
    await inEachTheme(page, 'reason')
    await page.goto(new URL(backlogPath(id, 'web', 'view=board'), server.url).href)
    await expect(card(page, BACKLOG[0])).toBeVisible()
    await inEachTheme(page, 'board')
    await page.goto(new URL(backlogPath(id, 'data'), server.url).href)
    await expect(page.getByText('Take the first stories')).toBeVisible()
    await inEachTheme(page, 'empty backlog')
    await command(ana, id, {
      type: 'changeTeam',
      team: 'web',
      iterations: { startsOn: '2026-01-05', days: 14 },
    })
    await page.goto(new URL(path, server.url).href)
    await expect(page.getByRole('heading', { name: 'Not in an iteration' })).toBeVisible()
    await inEachTheme(page, 'iterations')
    await page.goto(new URL(backlogPath(id, 'nowhere'), server.url).href)
    await expect(page.getByText('There is no such team')).toBeVisible()
    await inEachTheme(page, 'no such team')
  })
}
