import { anotherDevice, expect, type Page, type Person, test, useApp } from '#tests/support/e2e.ts'
import { KEPT, goOffline } from '#tests/support/e2eOffline.ts'
import {
  beginCapture,
  boardPath,
  card,
  column,
  composer,
  prose,
  storyPath,
  sync,
  words,
} from '#tests/support/e2eScreens.ts'

const STORY = 'Pair owners of data with people who package it'

const app = useApp()

test('[AUTH5] signing out everywhere ends the other device at once, and its work goes on after signing in', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, bo } = await team([STORY])
  const laptop = await open(server, bo, storyPath(id, 'ST-1'))
  const phone = await open(server, await anotherDevice(server, bo), `/w/${id}/settings/devices`)
  await prose(laptop).click()
  await laptop.keyboard.type('Owners list what they have.')
  await expect(sync(laptop)).toHaveText('Saved')

  await phone.getByRole('button', { name: 'Sign out everywhere' }).click()
  await phone.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(phone).toHaveURL(/\/login/)
  await expect(sync(laptop)).toHaveText('Signed out')
  await laptop.keyboard.type(' Packagers pick from the list.')
  await expect(sync(laptop)).toHaveText('Signed out — sign in to send 1 change')
  const notices = laptop.getByRole('region', { name: 'Notices' })
  await expect(notices.getByRole('alert')).toContainText('1 change is kept on this device')

  await notices.getByRole('button', { name: 'Sign in again' }).click()
  await signIn(laptop, bo)
  await expect(laptop).toHaveURL(new RegExp(`/w/${id}/s/ST-1$`))
  await expect
    .poll(() => words(laptop))
    .toBe('Owners list what they have. Packagers pick from the list.')
  await expect(sync(laptop)).toHaveText('Saved')
})

test('[AUTH5] ending one device ends its socket only, and nobody else sees what it does then', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const bos = await open(server, bo, boardPath(id))
  await expect(sync(bos)).toHaveText('Saved')
  const phone = await open(server, await anotherDevice(server, bo), `/w/${id}/settings/devices`)
  const anas = await open(server, ana, boardPath(id))
  const devices = phone.getByRole('list', { name: 'Devices you are signed in on' })
  await devices
    .getByRole('listitem')
    .filter({ hasNotText: 'this device' })
    .getByRole('button')
    .first()
    .click()
  await expect(sync(bos)).toHaveText('Signed out')
  await expect(sync(phone)).toHaveText('Saved')
  await card(bos, STORY).focus()
  await bos.keyboard.press('Alt+Shift+ArrowRight')
  await expect(card(column(bos, 'Refinement'), STORY)).toBeVisible()
  await expect(sync(bos)).toHaveText('Signed out — sign in to send 1 change')
  await expect(card(column(anas, 'Idea'), STORY)).toBeVisible()

  await sync(bos).click()
  await bos.getByRole('dialog').getByRole('button', { name: 'Sign in again' }).click()
  await signIn(bos, bo)
  await expect(card(column(anas, 'Refinement'), STORY)).toBeVisible()
  await expect(sync(bos)).toHaveText('Saved')
})

test('[I5] signing out asks before it drops what the server does not have', async ({ open }) => {
  const { server, team } = app()
  const { id, bo } = await team([STORY])
  const page = await open(server, bo, boardPath(id), KEPT)
  await expect(card(page, STORY)).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  await goOffline(page)
  await beginCapture(page)
  await composer(page).fill('List the packages of a publisher')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /Bo Lindqvist: account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  const dialog = page
    .getByRole('dialog')
    .filter({ has: page.getByText(/not on the server yet|Sign out of this device/) })
  await expect(dialog).toContainText('1 change not on the server yet')
  await dialog.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(card(page, 'List the packages of a publisher')).toBeVisible()
  await page.context().setOffline(false)
  await expect(sync(page)).toHaveText('Saved')
  await page.getByRole('button', { name: /Bo Lindqvist: account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await dialog.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/login/)
  await page.goto(server.url + boardPath(id))
  await expect(page).toHaveURL(/\/login\?next=/)
  await expect(page.getByRole('article')).toHaveCount(0)
})

async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await expect(page).toHaveURL(/\/login\?next=/)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
