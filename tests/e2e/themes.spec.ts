import { command, expect, type Page, type Person, test, useApp } from '#tests/support/e2e.ts'
import { KEPT, untilKeptForOffline } from '#tests/support/e2eOffline.ts'
import { drag, sync, toast } from '#tests/support/e2eScreens.ts'

const app = useApp()

const themesPath = (workspace: string) => `/w/${workspace}/themes`

/** The names of the themes as they stand on the page. */
const names = (page: Page) =>
  page.getByRole('list', { name: 'Themes', exact: true }).getByRole('link')

/** The names of the themes in their order, as the server has them. */
async function namesOnServer(person: Person, workspace: string): Promise<string[]> {
  const path = `/api/v1/workspaces/${workspace}/lists/area:${workspace}`
  const { body } = await person.visitor.get(path)
  const themes = body.info.themes as { name: string; rank: string; archivedAt: number | null }[]
  return themes
    .filter(({ archivedAt }) => archivedAt === null)
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ name }) => name)
}

test('[UX6] themes are created, walked, edited, ordered and archived with the keyboard alone', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team()
  const page = await open(server, ana, `/w/${id}/refine`)
  await expect(sync(page)).toHaveText('Saved')
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page.getByText('A theme says what matters now and why')).toBeVisible()
  await page.keyboard.press('n')
  for (const name of ['Growth', 'Trust', 'Speed']) {
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
  }
  await expect(names(page)).toHaveText(['Growth', 'Trust', 'Speed'])

  await page.keyboard.press('Escape')
  await names(page).first().focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(names(page).nth(2)).toBeFocused()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(names(page)).toHaveText(['Speed', 'Growth', 'Trust'])
  await expect(names(page).first()).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Speed, 1 of 3' })).toBeAttached()

  await page.keyboard.press('e')
  await page.keyboard.type('Speed for all')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Nobody waits for a page.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(names(page)).toHaveText(['Speed for all', 'Growth', 'Trust'])
  await expect(page.getByText('Nobody waits for a page.')).toBeVisible()
  await expect(names(page).first()).toBeFocused()

  await page.keyboard.press('Delete')
  await expect(toast(page, 'Theme Speed for all archived')).toBeVisible()
  await expect(names(page)).toHaveText(['Growth', 'Trust'])
  await expect(names(page).first()).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(names(page)).toHaveText(['Speed for all', 'Growth', 'Trust'])
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(names(page)).toHaveText(['Speed', 'Growth', 'Trust'])
  await expect(sync(page)).toHaveText('Saved')
  expect(await namesOnServer(ana, id)).toEqual(['Speed', 'Growth', 'Trust'])
})

test('[UX20] themes are dragged by their handles, and others see the new order', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team()
  for (const name of ['Growth', 'Trust', 'Speed']) {
    await command(ana, id, { type: 'createTheme', theme: name.toLowerCase(), name })
  }
  const anas = await open(server, ana, themesPath(id))
  const bos = await open(server, bo, themesPath(id))
  await expect(names(bos)).toHaveText(['Growth', 'Trust', 'Speed'])
  const handle = (name: string) => anas.getByRole('button', { name: `Move ${name}` })
  await drag(anas, handle('Speed'), handle('Growth'), { drop: false })
  await anas.keyboard.press('Escape')
  await anas.mouse.up()
  await expect(names(anas)).toHaveText(['Growth', 'Trust', 'Speed'])
  await drag(anas, handle('Growth'), handle('Speed'))
  await expect(names(anas)).toHaveText(['Trust', 'Speed', 'Growth'])
  await expect(names(bos)).toHaveText(['Trust', 'Speed', 'Growth'])
})

test('[TH1] a theme’s page says why and until when, and where its stories are', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team()
  await command(ana, id, { type: 'createTheme', theme: 'growth', name: 'Growth' })
  await command(ana, id, { type: 'createTeam', team: 'web', name: 'Web' })
  for (const story of ['a', 'b', 'c']) {
    await command(ana, id, { type: 'captureStory', story, title: `Story ${story}` })
    await command(ana, id, { type: 'setTheme', story, theme: 'growth' })
  }
  for (const story of ['b', 'c']) await command(ana, id, { type: 'startRefining', story })
  await command(ana, id, { type: 'markReady', story: 'c', confirmed: true })
  await command(ana, id, { type: 'assignToTeam', story: 'c', team: 'web' })

  const page = await open(server, ana, themesPath(id))
  await names(page).first().click()
  await expect(page).toHaveURL(new RegExp(`/themes/growth$`))
  await page.getByLabel('Why it matters').fill('More people try it.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByLabel('From', { exact: true }).fill('2026-03-01')
  await page.getByLabel('Until', { exact: true }).fill('2026-02-01')
  await expect(page.getByText('The time box ends on 2026-02-01, before it begins')).toBeVisible()
  await page.getByLabel('Until', { exact: true }).fill('2026-05-31')
  await expect(page.getByText('before it begins')).toHaveCount(0)
  for (const [where, title] of [
    ['Web', 'Story c'],
    ['Refinement', 'Story b'],
    ['Idea', 'Story a'],
  ] as const) {
    const stories = page.getByRole('list', { name: new RegExp(`^${where}`) })
    await expect(stories.getByRole('link')).toContainText(title)
  }
  await page.getByRole('main').getByRole('link', { name: 'Story b' }).click()
  await expect(page).toHaveURL(new RegExp(`/s/ST-2$`))
  await page.goBack()
  await page.getByRole('banner').getByRole('link', { name: 'Themes' }).click()
  await expect(page.getByText('1 Mar 2026 – 31 May 2026')).toBeVisible()
  await expect(page.getByText('More people try it.')).toBeVisible()
})

test('[TH4] personas are created, edited where they stand, archived and restored', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team()
  const page = await open(server, ana, themesPath(id))
  await page.getByLabel('New persona').fill('Researcher')
  await page.keyboard.press('Enter')
  await page.keyboard.type('researcher')
  await page.keyboard.press('Enter')
  await expect(page.getByText('There is a persona called "Researcher" already')).toBeVisible()
  await page.getByLabel('New persona').fill('')
  const about = page.getByLabel('About Researcher')
  await about.fill('Wants to analyse data.')
  await about.press('Escape')
  await expect(about).toHaveValue('')
  await about.fill('Wants to analyse data, not to clean it.')
  await about.press('ControlOrMeta+Enter')
  const name = page.getByLabel('Name of the persona Researcher')
  await name.fill('Scientist')
  await name.press('Enter')
  await page.getByRole('button', { name: 'Archive Scientist' }).click()
  await page.getByText('Archived personas (1)').click()
  await page.getByRole('button', { name: 'Restore Scientist' }).click()
  await expect(page.getByLabel('About Scientist')).toHaveValue(
    'Wants to analyse data, not to clean it.',
  )
  await expect(sync(page)).toHaveText('Saved')
})

test('[I5] themes and policy changed offline are there at once, survive a reload without it and reach it later', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team()
  const page = await open(server, ana, themesPath(id), KEPT)
  await expect(page.getByLabel('New theme')).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  await untilKeptForOffline(page)
  await server.kill()
  await expect(sync(page)).toHaveText('Offline')
  await page.getByLabel('New theme').fill('Growth')
  await page.keyboard.press('Enter')
  await expect(names(page)).toHaveText(['Growth'])
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Definition of Ready' }).click()
  await page.getByRole('radio', { name: 'Block' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(sync(page)).toHaveText('Offline · 2 changes on this device')
  await expect(page.getByRole('radio', { name: 'Block' })).toBeChecked()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Block' })).toBeChecked()
  await server.startAgain()
  await expect(sync(page)).toHaveText('Saved')
  expect(await namesOnServer(ana, id)).toEqual(['Growth'])
})
