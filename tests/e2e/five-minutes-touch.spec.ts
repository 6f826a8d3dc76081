import { ANA, expect, type Page, storyOf, test, useServer } from '#tests/support/e2e.ts'
import { card, composer, prose, sync, toast } from '#tests/support/e2eScreens.ts'
import { PHONE } from '#tests/support/e2eTouch.ts'
import { Visitor } from '#tests/support/visitor.ts'

const server = useServer()

test('[UX21] the first five minutes with a finger alone: set up, capture, invite, write together, see what is missing, put it right, mark it ready', async ({
  open,
}) => {
  const page = await open(server(), null, '/', PHONE)
  await write(page, page.getByLabel('Your name'), ANA.name)
  await write(page, page.getByLabel('E-mail'), ANA.email)
  await write(page, page.getByLabel('Password', { exact: true }), ANA.password)
  await write(page, page.getByLabel('Workspace'), 'Story Team')
  await page.getByRole('button', { name: /^(Create|Start)/ }).tap()

  const stages = page.getByRole('navigation', { name: 'Stages' })
  await stages.getByRole('button', { name: /^Idea/ }).tap()
  await page.getByRole('button', { name: 'Capture an idea' }).last().tap()
  await expect(composer(page)).toBeFocused()
  await page.keyboard.insertText('Read a package on the train')
  await page
    .getByRole('button', { name: /^(Capture|Add)/ })
    .last()
    .tap()
  await expect(card(page, 'Read a package on the train')).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')

  await page.getByRole('navigation', { name: 'Workspace' }).getByText('Settings').tap()
  await page.getByRole('link', { name: /People/ }).tap()
  await page.getByRole('button', { name: 'Create link' }).tap()
  await page.getByRole('button', { name: 'Copy' }).first().tap()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const bos = await open(server(), null, link, PHONE)
  await write(bos, bos.getByLabel('Your name'), 'Bo Lindqvist')
  await write(bos, bos.getByLabel('E-mail'), 'bo@example.org')
  await write(bos, bos.getByLabel('Password', { exact: true }), 'four other words')
  await bos.getByRole('button', { name: /^Join/ }).tap()

  await page.getByRole('navigation', { name: 'Workspace' }).getByText('Search').tap()
  await page.keyboard.insertText('on the train')
  await page.getByRole('option', { name: /Read a package on the train/ }).tap()
  await expect(page.getByRole('textbox', { name: /^Title of/ })).toBeVisible()
  const { pathname } = new URL(page.url())
  await bos.goto(server().url + pathname)
  await write(page, prose(page), 'A researcher reads it in seconds.')
  await expect(prose(bos)).toContainText('A researcher reads it in seconds.')
  await page.getByRole('button', { name: 'Start refining' }).tap()

  // The gate says what is missing, and each press goes to where it is put right.
  const missing = page.getByRole('list', { name: 'What is missing' })
  const goTo = async (check: string) => {
    await page.getByRole('button', { name: 'Mark ready' }).tap()
    await missing.getByRole('button', { name: new RegExp(check) }).tap()
  }
  await goTo('Customer value')
  await expect(prose(page)).toBeFocused()
  await page.keyboard.insertText('Analysis begins at once.')
  await goTo('Acceptance criteria')
  await expect(prose(page)).toBeFocused()
  await page.keyboard.insertText('Types are kept')
  await expect(prose(bos)).toContainText('Types are kept')
  await goTo('Theme')
  await page.getByRole('option').first().tap()
  await goTo('Persona')
  await page.getByRole('option').first().tap()
  await page.getByRole('button', { name: 'Mark ready' }).tap()
  await expect(toast(page, /is ready|moved to Ready/)).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  const [, , workspace, , key] = pathname.split('/')
  const visitor = new Visitor(server().url)
  await visitor.post('/api/v1/auth/sign-in', { email: ANA.email, password: ANA.password })
  expect(await storyOf({ ...ANA, visitor }, workspace!, key!)).toMatchObject({ stage: 'ready' })
})

async function write(page: Page, field: ReturnType<Page['locator']>, text: string): Promise<void> {
  await field.tap()
  await page.keyboard.insertText(text)
}
