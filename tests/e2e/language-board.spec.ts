import { command, expect, inEachTheme, type Page, test, useApp } from '#tests/support/e2e.ts'
import { goOffline, KEPT } from '#tests/support/e2eOffline.ts'
import { boardPath, card } from '#tests/support/e2eScreens.ts'
import { leftInEnglish } from '#tests/support/leftBehind.ts'
import { LANGUAGE_COOKIE } from '#lib/language/languages.ts'

const STORIES = ['Get a Data Package into Julia in seconds', 'Read a data package in a spreadsheet']

const app = useApp()
test.use(KEPT)

/** Opens a page with German chosen on its device. */
async function openInGerman(open: OpenPage, who: Person, path: string, how = {}): Promise<Page> {
  const { server } = app()
  const page = await open(server, who, '/login', how)
  await page.context().addCookies([{ name: LANGUAGE_COOKIE, value: 'de', url: server.url }])
  await page.goto(`${server.url}${path}`)
  return page
}

type OpenPage = Parameters<Parameters<typeof test>[2]>[0]['open']
type Person = Parameters<OpenPage>[1]

test('the board is German from its first picture on, and waits for no texts', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, '/login')
  await page.context().addCookies([{ name: LANGUAGE_COOKIE, value: 'de', url: server.url }])
  const said: string[] = []
  await page.exposeFunction('heard', (text: string) => said.push(text))
  await page.addInitScript(() => {
    const heard = (window as never as { heard: (text: string) => void }).heard
    new MutationObserver(() => {
      const heading = document.querySelector('h1, h2')?.textContent
      if (heading) heard(heading)
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(`${server.url}${boardPath(id)}`)
  await expect(card(page, 'ST-1')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Bereit zur Zuweisung' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Gespeichert' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Posteingang' })).toBeVisible()
  await expect(page).toHaveTitle(/^Verfeinerung · /)
  expect([...new Set(said)].filter((text) => /^(Refinement|Idea)$/.test(text))).toEqual([])
})

test('what is done is said in German: capturing, moving by keys, taking back', async ({ open }) => {
  const { team } = app()
  const { id, ana } = await team(STORIES)
  const page = await openInGerman(open, ana, boardPath(id))
  await expect(card(page, 'ST-1')).toBeVisible()
  await page.keyboard.press('c')
  await page.getByRole('textbox', { name: 'Neue Idee' }).fill('Tabellen vergleichen')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Idee festgehalten', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')

  await card(page, 'ST-1').focus()
  await page.keyboard.press('m')
  await expect(page.getByText('ST-1 aufgenommen, 1 von 3, Idee')).toBeAttached()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('Verfeinerung, 1 von 1')).toBeAttached()
  await page.keyboard.press('Enter')
  await expect(page.getByText('ST-1 nach Verfeinerung verschoben', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await expect(
    page.getByText('Rückgängig gemacht: ST-1 nach Verfeinerung verschoben'),
  ).toBeVisible()
  await expect(card(page, 'ST-1')).toHaveAccessibleName(/Seit heute in Idee/)
})

test('why something may not be done is said in German', async ({ open }) => {
  const { team } = app()
  const { id, ana, bo } = await team(STORIES)
  const { body } = await bo.visitor.get('/api/v1/me')
  await command(ana, id, { type: 'changeRoles', member: body.user.id, roles: ['viewer'] })
  const page = await openInGerman(open, bo, boardPath(id))
  await expect(card(page, 'ST-1')).toBeVisible()
  await page.keyboard.press('c')
  await expect(
    page.getByText(`Lesende können lesen, aber keine Ideen festhalten. Frag ${ana.name}.`),
  ).toBeVisible()
})

test('the palette finds actions by their German and by their English words', async ({ open }) => {
  const { team } = app()
  const { id, ana } = await team(STORIES)
  const page = await openInGerman(open, ana, boardPath(id))
  await expect(card(page, 'ST-1')).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Storys und Aktionen suchen' })
  const found = page.getByRole('option', { name: /^Zum Papierkorb/ })
  await field.fill('Papierk')
  await expect(found).toBeVisible()
  await field.fill('trash')
  await expect(found).toBeVisible()
  await field.fill('gelöscht')
  await expect(found).toBeVisible()
})

test('no English is left on board, list, menus, palette, keys and search', async ({ open }) => {
  test.setTimeout(120_000)
  const { team } = app()
  const { id, ana } = await team(STORIES)
  const page = await openInGerman(open, ana, boardPath(id), { reducedMotion: 'reduce' })
  await expect(card(page, 'ST-1')).toBeVisible()
  const nothingLeft = async (where: string) =>
    expect(await leftInEnglish(page, 'de'), where).toEqual([])
  await nothingLeft('board')
  await inEachTheme(page, 'board')

  await card(page, 'ST-1').focus()
  await page.keyboard.press('Shift+M')
  await expect(page.getByRole('menu')).toBeVisible()
  await nothingLeft('menu of a card')
  await page.keyboard.press('Escape')

  await page.keyboard.press('x')
  await expect(page.getByRole('toolbar', { name: 'Ausgewählte Storys' })).toBeVisible()
  await nothingLeft('selection')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('listbox', { name: 'Gefunden' })).toBeVisible()
  await nothingLeft('palette')
  await page.keyboard.press('Escape')

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Tastatur' })).toBeVisible()
  await nothingLeft('keys')
  await page.keyboard.press('Escape')

  await page.keyboard.press('f')
  await expect(
    page.getByRole('combobox', { name: 'Filtern nach Thema, Label, Person…' }),
  ).toBeVisible()
  await nothingLeft('filter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox')).toHaveCount(0)

  await page.keyboard.press('Shift+V')
  await expect(page.getByRole('grid', { name: 'Storys der Verfeinerung' })).toBeVisible()
  await nothingLeft('list')

  await page.keyboard.press('g')
  await page.keyboard.press('f')
  await expect(page.getByRole('searchbox', { name: 'Alles durchsuchen' })).toBeVisible()
  await nothingLeft('search')
})

test('offline the board is there in the language chosen since, also where it was kept in another', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, boardPath(id))
  await expect(page.getByRole('heading', { name: 'Ready for assignment' })).toBeVisible()
  await goOffline(page)
  await page.context().addCookies([{ name: LANGUAGE_COOKIE, value: 'de', url: server.url }])
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Bereit zur Zuweisung' })).toBeVisible()
  await expect(card(page, 'ST-1')).toBeVisible()
})
