import { expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { backlogRows, webTeam } from '#tests/support/e2eBacklog.ts'
import { boardPath, card, sync, toast } from '#tests/support/e2eScreens.ts'

const app = useApp()
const MANY = Array.from({ length: 40 }, (_, index) => `Know the licence of data set ${index + 10}`)
const FAR = MANY[34]!

const wayBack = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1 }).getByRole('link', { name })
const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title })

test('[UX18] from a story the way back leads to the board as it was left, to its card, by link and by Back', async ({
  open,
}) => {
  const { id, ana } = await app().team(MANY)
  const page = await open(app().server, ana, `${boardPath(id)}?ready=no`)
  await card(page, MANY[0]!).focus()
  await page.keyboard.press('End')
  await card(page, FAR).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/s\/ST-35$/)
  await wayBack(page, 'Refinement').click()
  await expect(page).toHaveURL(/\/refine\?ready=no$/)
  await expect(card(page, FAR)).toBeInViewport()
  await expect(card(page, FAR)).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/s\/ST-35$/)
  await page.goBack()
  await expect(card(page, FAR)).toBeFocused()
})

test('[UX18] it leads back to a list, to a saved view, to its row', async ({ open }) => {
  const { id, ana } = await app().team(MANY)
  const page = await open(app().server, ana, `${boardPath(id)}?view=list&group=none`)
  await expect(page.getByRole('button', { name: 'Views', exact: true })).toBeVisible()
  await page.keyboard.press('Shift+S')
  await page.getByRole('textbox', { name: 'Name' }).fill('All in one')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/saved=/)
  await row(page, MANY[0]!).focus()
  await page.keyboard.press('End')
  await row(page, FAR).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/s\/ST-35$/)
  await wayBack(page, 'Refinement').click()
  await expect(page).toHaveURL(/view=list&group=none&saved=/)
  await expect(row(page, FAR)).toBeInViewport()
  await expect(row(page, FAR)).toBeFocused()
})

test('[UX18] it leads back to a backlog as it was looked at', async ({ open }) => {
  const { server, ana, path } = await webTeam(app())
  const page = await open(server, ana, `${path}?group=step`)
  await backlogRows(page).nth(2).focus()
  const title = 'Print a table'
  await expect(card(page, title)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/s\/ST-\d+$/)
  await wayBack(page, 'Web').click()
  await expect(page).toHaveURL(/backlog\?group=step$/)
  await expect(card(page, title)).toBeFocused()
})

test('[UX18] a link to a story far down its column shows it, and its card in sight', async ({
  open,
}) => {
  const { id, ana } = await app().team(MANY)
  const page = await open(app().server, ana, boardPath(id, 'ST-35'))
  await expect(page.getByRole('complementary', { name: 'Story ST-35' })).toContainText(FAR)
  await expect(card(page, FAR).first()).toBeInViewport()
  await expect(card(page, FAR).first()).toHaveAttribute('aria-current', 'true')
})

test('[UX4] a story is copied as a link and as a line of Markdown, by key, palette and menu', async ({
  open,
}) => {
  const { id, ana } = await app().team(MANY.slice(0, 2))
  const page = await open(app().server, ana, boardPath(id))
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  const address = new URL(`/w/${id}/s/ST-1`, page.url()).href
  const line = `- [ST-1 ${MANY[0]}](${address}) (Idea)`
  await card(page, MANY[0]!).focus()
  // What is done with several comes behind the first picture.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+C')
    await expect(toast(page, 'Copied')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect.poll(copied).toBe(line)

  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('copy as links')
  await page.keyboard.press('Enter')
  await expect.poll(copied).toBe(line)
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await card(page, MANY[0]!).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Title of ST-1' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('copy link')
  await page.keyboard.press('Enter')
  await expect(toast(page, 'Link copied')).toBeVisible()
  await expect.poll(copied).toBe(address)
  await expect(sync(page)).toHaveText('Saved')
})
