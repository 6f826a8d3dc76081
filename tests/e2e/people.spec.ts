import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { anotherDevice, expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { beginCapture, boardPath, card, column, sync } from '#tests/support/e2eScreens.ts'
import { inviteTo } from '#tests/support/server.ts'

const app = useApp()

test('[AUTH6] by a link a second person joins, lands on the board and both see each other', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Search for data packages by keyword'])
  const anas = await open(server, ana, `/w/${id}/settings/people`)
  await anas.getByRole('button', { name: 'Create link' }).click()
  const link = await anas.getByLabel('The link').inputValue()
  expect(link).toContain(`${server.url}/join/`)

  const cleos = await open(server, null, link)
  await expect(cleos.getByRole('heading', { name: 'Join Story Team' })).toBeVisible()
  await expect(cleos.getByText('Ana Ferreira invites you')).toBeVisible()
  await cleos.getByLabel('Your name').fill('Cleo Okafor')
  await cleos.getByLabel('E-mail').fill('cleo@example.org')
  await cleos.getByLabel('Password', { exact: true }).fill('long enough words')
  await cleos.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(cleos).toHaveURL(new RegExp(`/w/${id}/refine$`))
  await expect(card(cleos, 'Search for data packages by keyword')).toBeVisible()
  await expect(sync(cleos)).toHaveText('Saved')

  await anas.goto(server.url + boardPath(id))
  await expect(anas.getByRole('button', { name: '1 other person here now' })).toBeVisible()
  await expect(cleos.getByRole('button', { name: '1 other person here now' })).toBeVisible()
  await beginCapture(anas)
  await anas.getByLabel('New idea').fill('Preview a table before publishing it')
  await anas.keyboard.press('Enter')
  await expect(card(column(cleos, 'Idea'), 'Preview a table before publishing it')).toBeVisible()
})

test('[AUTH6] an invitation that is used up, withdrawn, expired or unknown says which', async ({
  open,
}) => {
  const { server, ana, team } = app()
  const { id } = await team()
  const says = async (secret: string, sentence: string) => {
    const page = await open(server, null, `/join/${secret}`)
    await expect(page.getByRole('heading', { name: 'This link does not open' })).toBeVisible()
    await expect(page.getByText(sentence)).toBeVisible()
    await page.context().close()
  }
  const used = await inviteTo(ana.visitor, id, { uses: 1 })
  const someone = { name: 'Dana', email: 'dana@example.org', password: 'long enough words' }
  await ana.visitor.post(`/api/v1/invitations/${used}/accept`, {})
  const dana = await anotherDevice(server, ana)
  dana.visitor.cookies.clear()
  await dana.visitor.post(`/api/v1/invitations/${used}/accept`, someone)
  await says(used, 'This invitation has been used up. Ask for a new link.')

  const old = await inviteTo(ana.visitor, id, { days: 1 })
  expire(server.dataDir)
  await says(old, 'This invitation has expired. Ask for a new link.')

  const withdrawn = await inviteTo(ana.visitor, id)
  const settings = await open(server, ana, `/w/${id}/settings/people`)
  await settings.getByRole('button', { name: 'Withdraw' }).click()
  await expect(settings.getByText('No link is open at the moment.')).toBeVisible()
  await says(withdrawn, 'This invitation was withdrawn. Ask for a new link.')
  await says('nobody-ever-made-this-one', 'There is no such invitation.')
})

test('[AUTH2] a taken e-mail is said at its field, what was typed stays, and there is a way on', async ({
  open,
}) => {
  const { server, ana, team } = app()
  const { id, bo } = await team(['Get a Data Package into Node'])
  const { id: another } = await team()
  const page = await open(server, null, `/join/${await inviteTo(ana.visitor, another)}`)
  await page.getByLabel('Your name').fill('Bo Lindqvist')
  await page.getByLabel('E-mail').fill(bo.email)
  await page.getByLabel('Password', { exact: true }).fill('some other long password')
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/account/)
  await expect(page.getByLabel('Your name')).toHaveValue('Bo Lindqvist')

  await page.getByText('I have an account').click()
  await page.getByLabel('E-mail').fill(bo.email)
  await page.getByLabel('Password', { exact: true }).fill(bo.password)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/w/${another}/refine$`))
  await page.goto(server.url + boardPath(id))
  await expect(card(page, 'Get a Data Package into Node')).toBeVisible()
})

test('[AUTH3] wrong credentials are one sentence, the e-mail stays, and the right ones lead on', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, bo } = await team()
  const page = await open(server, null, boardPath(id))
  await expect(page).toHaveURL(/\/login\?next=/)
  await signIn(page, bo.email, 'not the password')
  await expect(
    page.getByText('This e-mail and password do not belong together. Check both.'),
  ).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(bo.email)
  await signIn(page, 'nobody@example.org', 'not the password')
  await expect(
    page.getByText('This e-mail and password do not belong together. Check both.'),
  ).toBeVisible()
  await signIn(page, bo.email, bo.password)
  await expect(page).toHaveURL(new RegExp(`/w/${id}/refine$`))
  await expect(sync(page)).toHaveText('Saved')
})

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Lets every open invitation end a minute ago: the shortest that can be made lasts a day. */
function expire(dataDir: string): void {
  const database = new DatabaseSync(join(dataDir, 'sluice.db'), { timeout: 5_000 })
  database.prepare('update invitations set expires_at = ?').run(Date.now() - 60_000)
  database.close()
}
