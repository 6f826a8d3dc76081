import { command, expect, inEachTheme, join, type Page, test, useApp } from '#tests/support/e2e.ts'
import { backlogPath, backlogRows, memberId, webTeam } from '#tests/support/e2eBacklog.ts'
import { idOf, makeTheme } from '#tests/support/e2eFlow.ts'
import { goOffline, KEPT } from '#tests/support/e2eOffline.ts'
import { boardPath, sync, toast } from '#tests/support/e2eScreens.ts'

const STORIES = [
  'Get a Data Package into R',
  'Add type information to my data',
  'Embed a preview on my site',
] as const
const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
} as const

const app = useApp()

const menu = (page: Page) => page.getByRole('button', { name: /^(Views$|View .*Choose a view)/ })
const strip = (page: Page) => page.getByRole('region', { name: 'View', exact: true })
const sidebar = (page: Page) => page.getByRole('list', { name: 'Views' })
const item = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name })
const grid = (page: Page) => page.getByRole('grid', { name: 'Stories of the refinement area' })

/** Names what is looked at, by keys alone. */
async function saveAs(page: Page, name: string, shared = false): Promise<void> {
  await expect(menu(page)).toBeVisible()
  await page.keyboard.press('Shift+S')
  const dialog = page.getByRole('dialog', { name: 'Save a view' })
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type(name)
  if (shared) await dialog.getByRole('radio', { name: 'For everyone' }).click()
  await dialog.getByRole('button', { name: 'Save view' }).click()
  await expect(dialog).toBeHidden()
}

async function withTheme() {
  const made = await app().team(STORIES)
  const theme = await makeTheme(made.ana, made.id, 'Trust')
  const story = await idOf(made.ana, made.id, 'ST-1')
  await command(made.ana, made.id, { type: 'setTheme', story, theme })
  return { ...made, look: `view=list&theme=${theme}&group=age&sort=-votes&rows=compact` }
}

test('[VW1] [UX18] what is looked at gets a name, by keys: it is in the sidebar, the palette and under an address, and on the other device', async ({
  open,
}) => {
  const { id, ana, look } = await withTheme()
  const { server } = app()
  const page = await open(server, ana, `${boardPath(id)}?${look}`)
  await expect(grid(page).getByRole('rowheader')).toHaveText([STORIES[0]])
  await saveAs(page, 'Trust by age')
  await expect(toast(page, 'View Trust by age saved')).toBeVisible()
  // One is in one place.
  const here = page.getByRole('navigation', { name: 'Workspace' }).locator('[aria-current=page]')
  await expect(here).toHaveText('Trust by age')

  const other = await open(server, ana, boardPath(id))
  // One's own views come with the inbox, which the board does not wait for: only then does the palette know of them.
  await expect(sidebar(other).getByRole('link', { name: 'Trust by age' })).toBeVisible()
  await other.keyboard.press('ControlOrMeta+K')
  await other.keyboard.type('trust by age')
  await other.keyboard.press('Enter')
  await expect(grid(other).getByRole('rowheader')).toHaveText([STORIES[0]])
  await expect(other).toHaveURL(/view=list.*group=age&sort=-votes.*rows=compact.*saved=/)

  // By the keys of the menu, too, and by its address.
  await other.keyboard.press('g')
  await other.keyboard.press('r')
  await other.keyboard.press('g')
  await other.keyboard.press('v')
  await expect(item(other, /Trust by age/)).toBeVisible()
  await item(other, /Trust by age/).click()
  // At once: the menu may still be closing.
  await other.keyboard.press('g')
  await other.keyboard.press('v')
  await item(other, 'Copy the link to this view').click()
  const link = await other.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/\/w\/[^/]+\/views\/[^/?]+$/)
  await other.goto(link)
  await expect(grid(other).getByRole('rowheader')).toHaveText([STORIES[0]])
  await expect(menu(other)).toHaveAccessibleName('View Trust by age. Choose a view')
})

test('[VW4] changes on top of a view are told, and kept, kept as a new one, or taken back', async ({
  open,
}) => {
  const { id, ana, look } = await withTheme()
  const page = await open(app().server, ana, `${boardPath(id)}?${look}`)
  await saveAs(page, 'Trust by age')
  await expect(strip(page)).toBeHidden()
  await page.keyboard.press('Shift+F')
  await expect(strip(page)).toContainText('Trust by age')
  await expect(strip(page)).toContainText('Changed')
  await expect(grid(page).getByRole('rowheader')).toHaveCount(3)
  await inEachTheme(page, 'a changed view')
  await strip(page).getByRole('button', { name: 'Reset' }).click()
  await expect(grid(page).getByRole('rowheader')).toHaveCount(1)
  await expect(strip(page)).toBeHidden()

  await page.keyboard.press('Shift+F')
  await strip(page).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(toast(page, 'View Trust by age saved')).toBeVisible()
  await expect(strip(page)).toBeHidden()
  // Undo puts the view back, and who looks at it as it is saved with it.
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(grid(page).getByRole('rowheader')).toHaveCount(1)
  await page.keyboard.press('Shift+F')
  await strip(page).getByRole('button', { name: 'Save as new' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save a view' })
  await inEachTheme(page, 'naming a view')
  // A name is needed, and what is wrong is said at the field.
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('A view needs a name.')
  await page.keyboard.type('By age')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(sidebar(page).getByRole('link')).toHaveText(['By age', 'Trust by age'])

  // Removed, and back again.
  await menu(page).click()
  await item(page, 'Remove this view').click()
  await expect(sidebar(page).getByRole('link')).toHaveText(['Trust by age'])
  await expect(grid(page).getByRole('rowheader')).toHaveCount(3)
  await toast(page, 'View By age removed').getByRole('button', { name: 'Undo' }).click()
  await expect(sidebar(page).getByRole('link')).toHaveText(['By age', 'Trust by age'])
  await menu(page).click()
  await item(page, 'Rename this view…').click()
  const renaming = page.getByRole('dialog', { name: 'Rename the view' })
  await expect(renaming.getByRole('textbox', { name: 'Name' })).toHaveValue('By age')
  await page.keyboard.type('All by age')
  await page.keyboard.press('Enter')
  await expect(sidebar(page).getByRole('link')).toHaveText(['All by age', 'Trust by age'])
})

test('[VW3] a view is shared and taken back; who looks at it as it is saved goes along when it changes', async ({
  open,
}) => {
  const { id, ana, bo, look } = await withTheme()
  const { server } = app()
  const anas = await open(server, ana, `${boardPath(id)}?${look}`)
  await saveAs(anas, 'Trust by age')
  const bos = await open(server, bo, boardPath(id))
  await expect(menu(bos)).toBeVisible()
  await expect(sidebar(bos)).toBeHidden()
  await menu(anas).click()
  await item(anas, 'Share this view with everyone').click()
  await expect(toast(anas, 'View Trust by age is shared')).toBeVisible()
  await sidebar(bos)
    .getByRole('link', { name: /Trust by age/ })
    .click()
  await expect(grid(bos).getByRole('rowheader')).toHaveText([STORIES[0]])

  await anas.keyboard.press('Shift+F')
  await strip(anas).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(grid(bos).getByRole('rowheader')).toHaveCount(3)
  await expect(strip(bos)).toBeHidden()
  // Bo may change it, and not take it for himself.
  await menu(bos).click()
  await expect(item(bos, /Take this view back/)).toContainText('Only whoever saved a shared view')
  await bos.keyboard.press('Escape')
  await menu(anas).click()
  await item(anas, 'Take this view back for myself').click()
  await expect(sidebar(bos)).toBeHidden()
  await expect(grid(bos).getByRole('rowheader')).toHaveCount(3)
  await bos.goto(new URL(`/w/${id}/views/nothing`, bos.url()).href)
  await expect(bos.getByText('There is no such view')).toBeVisible()
})

test('[VW2] a shared view of a private team is known to its readers alone; one of a backlog opens it', async ({
  open,
}) => {
  const { server, id, ana, bo, path } = await webTeam(app())
  await command(ana, id, { type: 'changeTeam', team: 'web', isPrivate: true })
  await command(ana, id, {
    type: 'setTeamMember',
    team: 'web',
    member: await memberId(bo, id),
    role: 'member',
  })
  const kim = await join(server, ana, id, 'Kim Ruiz')
  const anas = await open(server, ana, `${path}?view=board`)
  await saveAs(anas, 'Steps', true)
  const bos = await open(server, bo, backlogPath(id, 'web'))
  await expect(backlogRows(bos).first()).toBeVisible()
  const kims = await open(server, kim, boardPath(id))
  await sidebar(bos).getByRole('link', { name: 'Shared: Steps Web' }).click()
  await expect(bos.getByRole('region', { name: 'Review', exact: true })).toBeVisible()
  await expect(menu(kims)).toBeVisible()
  await expect(sidebar(kims)).toBeHidden()
  const link = await anas
    .getByRole('list', { name: 'Views' })
    .getByRole('link')
    .getAttribute('href')
  const view = new URL(link!, server.url).searchParams.get('saved')
  await kims.goto(new URL(`/w/${id}/views/${view}`, server.url).href)
  await expect(kims.getByText('There is no such view')).toBeVisible()
})

test('[VW1] offline a view is saved and opened, and is there for the others later', async ({
  open,
}) => {
  const { id, ana, look } = await withTheme()
  const { server } = app()
  const page = await open(server, ana, `${boardPath(id)}?${look}`, KEPT)
  await goOffline(page)
  await saveAs(page, 'On the train')
  await expect(sync(page)).toHaveText('Offline · 1 change on this device')
  await page.reload()
  await sidebar(page).getByRole('link', { name: 'On the train' }).click()
  await expect(grid(page).getByRole('rowheader')).toHaveText([STORIES[0]])
  await page.context().setOffline(false)
  await expect(sync(page)).toHaveText('Saved')
  const other = await open(server, ana, boardPath(id))
  await expect(sidebar(other).getByRole('link', { name: 'On the train' })).toBeVisible()
})

test('[UX21] on a phone views are chosen from the bar and what changed is said', async ({
  open,
}) => {
  const { id, ana, look } = await withTheme()
  const page = await open(app().server, ana, `${boardPath(id)}?${look}`, PHONE)
  await menu(page).tap()
  await item(page, 'Save this as a view…').tap()
  await page.getByRole('textbox', { name: 'Name' }).fill('Trust by age')
  await page.getByRole('button', { name: 'Save view' }).tap()
  await expect(menu(page)).toHaveAccessibleName('View Trust by age. Choose a view')
  await page.getByRole('button', { name: 'Clear' }).tap()
  await expect(strip(page)).toContainText('Changed')
  await inEachTheme(page, 'a changed view on a phone')
  await strip(page).getByRole('button', { name: 'Reset' }).tap()
  // Its name stays: the bar has no room for it.
  await expect(strip(page)).toHaveText('Trust by age')
  await menu(page).tap()
  await expect(item(page, /Trust by age/)).toBeVisible()
})
