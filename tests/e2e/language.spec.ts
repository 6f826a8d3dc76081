import { command, expect, inEachTheme, type Page, test, useApp } from '#tests/support/e2e.ts'
import { expectNoEnglish } from '#tests/support/e2eGerman.ts'
import { goOffline, KEPT } from '#tests/support/e2eOffline.ts'
import { boardPath, card } from '#tests/support/e2eScreens.ts'
import { LANGUAGE_COOKIE } from '#lib/language/languages.ts'

const STORIES = ['Get a Data Package into Julia in seconds', 'Read a data package in a spreadsheet']

const app = useApp()
test.use(KEPT)

const settings = (workspace: string, section: string) => `/w/${workspace}/settings/${section}`

test('a page has the language of its device from its first byte on, and no other’s texts', async ({
  open,
}) => {
  const { server } = app()
  const page = await open(server, null, '/login')
  await speakGerman(page)
  const html = await (await page.reload())!.text()
  expect(html).toContain('<html lang="de" dir="ltr"')
  expect(html).toContain('<title>Anmelden · Sluice</title>')
  expect(html).not.toContain('Sign in')
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible()
  await page.getByLabel('E-Mail').fill('niemand@example.org')
  await page.getByLabel('Passwort', { exact: true }).fill('nicht das Passwort')
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await expect(page.getByText('gehören nicht zusammen')).toBeVisible()

  const french = await open(server, null, '/login', { locale: 'fr-FR' })
  await expect(french.locator('html')).toHaveAttribute('lang', 'en')
  await expect(french.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('German chosen in settings holds on this device: after a reload, offline, and before signing in', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, settings(id, 'language'))
  await expect(page.getByRole('radio', { name: 'English' })).toBeChecked()
  await page.getByRole('radio', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { name: 'Sprache' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('radio', { name: 'Deutsch' })).toBeChecked()

  const sections = page.getByRole('navigation', { name: 'Einstellungen' })
  await sections.getByRole('link', { name: 'Geräte' }).click()
  await expect(page.getByText(/^Angemeldet seit \d{1,2}\. \p{L}+\.? \d{4}$/u)).toBeVisible()
  await sections.getByRole('link', { name: 'Personen' }).click()
  await expect(page.getByText('2 Personen arbeiten in diesem Workspace.')).toBeVisible()
  await sections.getByRole('link', { name: 'Mail' }).click()
  await expect(page.getByText('Sofort mailen, wenn ich erwähnt')).toBeVisible()

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Mail' })).toBeVisible()
  await expect(sections.getByRole('link', { name: 'Tastatur' })).toBeVisible()
  await goOffline(page)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await sections.getByRole('link', { name: 'Offline' }).click()
  await expect(page.getByRole('heading', { name: 'Offline verfügbar halten' })).toBeVisible()

  // Also what was kept in another language.
  await sections.getByRole('link', { name: 'Sprache' }).click()
  await page.getByRole('radio', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Language' })).toBeVisible()
  await page.getByRole('radio', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { name: 'Sprache' })).toBeVisible()
  await page.context().setOffline(false)

  await page.context().clearCookies({ name: /session/ })
  await page.goto(`${server.url}/login`)
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible()
})

test('what an administrator did is said in German, and so is why others may not', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team()
  const anas = await open(server, ana, settings(id, 'teams'))
  await speakGerman(anas)
  await anas.reload()
  await anas.getByLabel('Name').fill('Katalog')
  await anas.getByRole('button', { name: 'Team anlegen' }).click()
  await expect(anas.getByText('Team Katalog angelegt')).toBeVisible()
  const bos = await open(server, bo, settings(id, 'ready'))
  await speakGerman(bos)
  await bos.reload()
  await expect(bos.getByText(`Das können nur Inhaber und Admins. Frag ${ana.name}.`)).toBeVisible()
})

test('themes and personas are German, and so is why others may not change them', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team()
  await command(ana, id, { type: 'createTheme', theme: 'trust', name: 'Trust' })
  const page = await open(server, ana, `/w/${id}/themes`)
  await speakGerman(page)
  await page.reload()
  await page.getByRole('textbox', { name: 'Neue Persona' }).fill('Forscherin')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Personas' })).toContainText('0 Storys')
  await page.getByRole('button', { name: 'Forscherin archivieren' }).click()
  await expect(page.getByText('Persona Forscherin archiviert')).toBeVisible()
  await page.getByRole('link', { name: 'Trust' }).click()
  await expect(
    page.getByRole('heading', { name: 'Noch hat keine Story dieses Thema' }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Farbe von Trust' })).toBeVisible()

  const { body } = await bo.visitor.get('/api/v1/me')
  await command(ana, id, { type: 'changeRoles', member: body.user.id, roles: ['viewer'] })
  const bos = await open(server, bo, `/w/${id}/themes`)
  await speakGerman(bos)
  await bos.reload()
  await expect(bos.getByText('Nur Mitglieder können Themen und Personas ändern.')).toBeVisible()
})

test('a page that is not kept says in the chosen language that Sluice cannot be reached', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team()
  const page = await open(server, ana, settings(id, 'language'))
  await goOffline(page)
  const nowhere = new URL('/join/nothing', server.url).href
  await page.goto(nowhere)
  await expect(page.getByRole('heading', { name: 'Sluice cannot be reached' })).toBeVisible()
  await speakGerman(page)
  await page.goto(nowhere)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('heading', { name: 'Sluice ist nicht erreichbar' })).toBeVisible()
})

test('another workspace is begun in German', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team()
  const page = await open(server, ana, settings(id, 'account'))
  await speakGerman(page)
  await page.reload()
  await page.getByRole('button', { name: /Workspace wechseln/ }).click()
  await page.getByRole('menuitem', { name: 'Neuer Workspace' }).click()
  const dialog = page.getByRole('dialog', { name: 'Neuer Workspace' })
  await dialog.getByLabel('Name').fill('Katalog')
  await dialog.getByRole('button', { name: 'Workspace anlegen' }).click()
  await page.waitForURL((url) => !url.pathname.includes(id))
})

test('axe finds nothing in German settings, light and dark, and nothing in them is English', async ({
  open,
}) => {
  test.setTimeout(120_000)
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, settings(id, 'account'), { reducedMotion: 'reduce' })
  await speakGerman(page)
  await page.reload()
  const links = page.getByRole('navigation', { name: 'Einstellungen' }).getByRole('link')
  await expect(links).toHaveCount(12)
  const known = ['English', ...STORIES]
  for (const link of await links.all()) {
    await link.click()
    await expect(link).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
    await expectNoEnglish(page.locator('body'), known)
    await inEachTheme(page, (await link.textContent()) ?? '')
  }
})

for (const width of [1280, 390]) {
  test(`settings and board run from right to left, ${width} wide`, async ({ open }) => {
    const { server, team } = app()
    const { id, ana } = await team(STORIES)
    const page = await open(server, ana, settings(id, 'people'), {
      viewport: { width, height: 844 },
    })
    await page.addInitScript(rightToLeft)
    await page.reload()
    const row = page
      .getByRole('list', { name: 'People in this workspace' })
      .getByText('Bo Lindqvist')
    await expect(row).toBeVisible()
    if (width > 768) {
      const [list, person] = [
        await leftOf(page.getByRole('navigation', { name: 'Settings' })),
        await leftOf(row),
      ]
      expect(list).toBeGreaterThan(person)
    }
    await expectNoSideways(page)
    await page.goto(`${server.url}${boardPath(id)}`)
    await expect(card(page, 'ST-1')).toBeVisible()
    await expectNoSideways(page)
  })
}

/** As if German had been chosen on this device. */
async function speakGerman(page: Page): Promise<void> {
  const { origin } = new URL(page.url())
  await page.context().addCookies([{ name: LANGUAGE_COOKIE, value: 'de', url: origin }])
}

/** As a page of a language that runs from right to left would begin. */
function rightToLeft(): void {
  new MutationObserver((_, observer) => {
    if (!document.documentElement) return
    document.documentElement.dir = 'rtl'
    observer.disconnect()
  }).observe(document, { childList: true })
}

async function leftOf(what: ReturnType<Page['locator']>): Promise<number> {
  const box = await what.boundingBox()
  return box?.x ?? Number.NaN
}

/** Nothing hangs over the edge: a page that is turned around keeps its width. */
async function expectNoSideways(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(over).toBe(0)
}
