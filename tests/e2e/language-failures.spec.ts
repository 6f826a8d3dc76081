import { expect, test, useApp } from '#tests/support/e2e.ts'
import { expectNoEnglish, inGerman } from '#tests/support/e2eGerman.ts'
import { give } from '#tests/support/e2ePictures.ts'
import { boardPath, card, storyPath } from '#tests/support/e2eScreens.ts'
import { inviteTo } from '#tests/support/server.ts'

const app = useApp()

test('[HTTP11] what goes wrong while signing in and joining is German, as closely as the server knows it', async ({
  open,
}) => {
  const { server, ana, team } = app()
  const { id } = await team()
  const page = await open(server, null, '/login')
  await inGerman(page)
  const body = page.locator('body')
  await page.getByLabel('E-Mail').fill('niemand@example.org')
  await page.getByLabel('Passwort', { exact: true }).fill('nicht das Passwort')
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await expect(page.getByText('E-Mail und Passwort gehören nicht zusammen.')).toBeVisible()
  await expectNoEnglish(body)
  await page.route('**/api/v1/auth/sign-in', (route) => route.fulfill({ status: 502, body: 'Bad' }))
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await expect(page.getByText('mit einem Fehler geantwortet (502)')).toBeVisible()

  const secret = await inviteTo(ana.visitor, id)
  await page.goto(new URL(`/join/${secret}`, server.url).href)
  await page.getByLabel('Dein Name').fill('Uwe Braun')
  await page.getByLabel('E-Mail').fill('uwe')
  await page.getByLabel('Passwort', { exact: true }).fill('kurz')
  const go = page.getByRole('button', { name: 'Beitreten' })
  await go.click()
  await expect(page.getByText('„uwe“ ist keine E-Mail-Adresse wie ana@example.com.')).toBeVisible()
  await page.getByLabel('E-Mail').fill('uwe@example.org')
  await go.click()
  await expect(
    page.getByText('Ein Passwort braucht mindestens 10 Zeichen; dieses hat 4.'),
  ).toBeVisible()
  await expectNoEnglish(body)
  await page.goto(new URL('/join/nirgends', server.url).href)
  await expect(page.getByText('Diese Einladung gibt es nicht.')).toBeVisible()
  await expectNoEnglish(body)
})

test('[FI6] why a file is not taken is German, with its name and sizes', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['Karte zeigen'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await inGerman(page)
  const text = page.getByRole('textbox', { name: 'Text von ST-1' })
  await text.click()
  await give(page, 'paste', { name: 'leer.txt', type: 'text/plain', bytes: Buffer.from('') })
  await expect(page.getByText('„leer.txt“ ist leer. Nichts wurde gespeichert.')).toBeVisible()

  const error = {
    code: 'noRoom',
    message: 'The story has 50 files.',
    detail: 'workspaceFull',
    values: { name: 'karte.txt', size: 4_200_000, most: 5e9 },
  }
  await page.route('**/files/*?name=*', (route) => route.fulfill({ status: 409, json: { error } }))
  await give(page, 'paste', { name: 'karte.txt', type: 'text/plain', bytes: Buffer.from('A') })
  const failed = page.getByRole('alert').filter({ hasText: 'karte.txt' })
  await expect(failed).toContainText(
    '„karte.txt“ hat 4,2 MB, und die Dateien des Workspace bräuchten damit mehr als die erlaubten 5,0 GB.',
  )
  await expectNoEnglish(page.getByRole('main'))
})

test('[MA8] a language chosen in settings is that of the account’s mails', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team()
  const page = await open(server, ana, `/w/${id}/settings/language`)
  await page.getByRole('radio', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { name: 'Sprache' })).toBeVisible()
  expect((await ana.visitor.get('/api/v1/me/language')).body).toEqual({ language: 'de' })
})

test('[OF4] the app is installed in the language of the page', async ({ open }) => {
  const { server } = app()
  const page = await open(server, null, '/login')
  await inGerman(page)
  const link = page.locator('link[rel=manifest]')
  await expect(link).toHaveAttribute('crossorigin', 'use-credentials')
  const answer = await page.request.get(new URL('/manifest.webmanifest', server.url).href)
  expect(answer.headers()['vary']).toContain('Cookie')
  expect(await answer.json()).toMatchObject({ lang: 'de', dir: 'ltr' })
})

test('[UX7] where text runs from right to left, arrows lead the other way', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['Get a Data Package into R', 'Add type information to my data'])
  const page = await open(server, ana, boardPath(id))
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.documentElement) return
      document.documentElement.dir = 'rtl'
      observer.disconnect()
    }).observe(document, { childList: true })
  })
  await page.reload()
  const views = page.getByRole('radiogroup').filter({ hasText: 'List' })
  await views.getByRole('radio', { name: 'Board' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(views.getByRole('radio', { name: 'List' })).toBeChecked()
  await expect(views.getByRole('radio', { name: 'List' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(views.getByRole('radio', { name: 'Board' })).toBeChecked()
  await expect(card(page, 'ST-1')).toBeVisible()
})
