import type { Locator } from '@playwright/test'
import { expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { agenda, holdMeeting, inRoom, lookAt, roomPath } from '#tests/support/e2eMeeting.ts'
import { spoken, toast } from '#tests/support/e2eScreens.ts'
import { PHONE, touch } from '#tests/support/e2eTouch.ts'

const STORIES = [
  'Get a Data Package into R',
  'Add type information to my data',
  'Know that my data conforms to its schema',
] as const
const KEYS = ['ST-1', 'ST-2', 'ST-3']

const WIDE = { viewport: { width: 1280, height: 800 } }

const app = useApp()

const rows = (page: Page) => agenda(page).getByRole('listitem')
const row = (page: Page, key: string) => rows(page).filter({ hasText: key })
const inOrder = (page: Page, ...keys: readonly string[]) =>
  expect(rows(page)).toHaveText(keys.map((key) => new RegExp(key)))
const middleOf = async (part: Locator) => {
  const { x, y, width, height } = (await part.boundingBox())!
  return { x: x + width / 2, y: y + height / 2, top: y, bottom: y + height }
}
async function choose(page: Page, key: string, name: string): Promise<void> {
  await row(page, key)
    .getByRole('button', { name: /^What to do with/ })
    .click()
  await page.getByRole('menuitem', { name }).click()
}

test('[MT3] [UX20] stories of an agenda are dragged to their place, Escape puts them back, and the others see it', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const session = await holdMeeting(ana, id, KEYS)
  const page = await open(server, ana, roomPath(id, session), WIDE)
  const bos = await open(server, bo, roomPath(id, session), WIDE)
  await inRoom(page)
  await inRoom(bos)
  await inOrder(bos, 'ST-1', 'ST-2', 'ST-3')

  const from = await middleOf(row(page, 'ST-3'))
  const first = await middleOf(row(page, 'ST-1'))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(first.x, first.top + 4, { steps: 5 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await inOrder(page, 'ST-1', 'ST-2', 'ST-3')

  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(first.x, first.top + 4, { steps: 5 })
  await page.mouse.up()
  await inOrder(page, 'ST-3', 'ST-1', 'ST-2')
  await expect(spoken(page, /^ST-3 .*: 1 of 3$/)).toBeAttached()
  await inOrder(bos, 'ST-3', 'ST-1', 'ST-2')

  // By keys alone, from the menu of the row, which keeps the focus.
  await row(page, 'ST-1')
    .getByRole('button', { name: /^What to do with/ })
    .focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: 'Move down' }).press('Enter')
  await inOrder(bos, 'ST-3', 'ST-2', 'ST-1')
  await expect(row(page, 'ST-1').getByRole('button', { name: /^What to do with/ })).toBeFocused()

  // Whoever does not facilitate cannot lift one.
  const held = await middleOf(row(bos, 'ST-3'))
  await bos.mouse.move(held.x, held.y)
  await bos.mouse.down()
  await bos.mouse.move(held.x, held.y + 80, { steps: 5 })
  await expect(bos.locator('li[inert]')).toHaveCount(0)
  await bos.mouse.up()
  await inOrder(bos, 'ST-3', 'ST-2', 'ST-1')
})

test('[MT3] [UX21] on a phone a finger carries a story of the agenda by its handle after a long press', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const session = await holdMeeting(ana, id, KEYS)
  const page = await open(server, ana, roomPath(id, session), PHONE)
  await inRoom(page)
  await page.getByRole('button', { name: /^Agenda 0\/3/ }).click()
  await expect(rows(page)).toHaveCount(3)
  const handle = row(page, 'ST-1').locator('[data-handle]')
  const height = async () => (await handle.boundingBox())?.height ?? 0
  await expect.poll(height).toBeGreaterThanOrEqual(44)
  const box = (await handle.boundingBox())!
  const last = await middleOf(row(page, 'ST-3'))
  const finger = await touch(page)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await finger.down(x, y)
  await expect(page.locator('li[inert]')).toHaveCount(1)
  await finger.move(x, last.bottom - 4)
  await finger.up()
  await inOrder(page, 'ST-2', 'ST-3', 'ST-1')
  await expect(page.getByRole('dialog', { name: 'Agenda' })).toBeVisible()
  await lookAt(page, 'the agenda in a sheet')
})

test('[MT12] a story gets another time box where it stands: Enter keeps it, Escape does not, and the clock follows', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const session = await holdMeeting(ana, id, KEYS)
  const page = await open(server, ana, roomPath(id, session), WIDE)
  const bos = await open(server, bo, roomPath(id, session), WIDE)
  await inRoom(page)
  await inRoom(bos)
  await choose(page, 'ST-1', 'Change its time box')
  const field = page.getByRole('textbox', { name: /^Time box of ST-1/ })
  await expect(field).toBeFocused()
  await page.keyboard.type('25')
  await lookAt(page, 'a time box that is changed')
  await field.press('Enter')
  await expect(bos.getByRole('timer', { name: /of 25:00/ })).toBeVisible()
  await expect(spoken(bos, /^More time for ST-1/)).toBeAttached()
  await expect(row(page, 'ST-1').getByRole('button', { name: /^What to do with/ })).toBeFocused()

  await choose(page, 'ST-2', 'Change its time box')
  await page.keyboard.type('99')
  await page.keyboard.press('Escape')
  await expect(row(page, 'ST-2')).toContainText('10 min')
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible()
  await choose(page, 'ST-2', 'Change its time box')
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await expect(row(bos, 'ST-2')).toContainText('5 min')
  await expect(toast(page, /./)).toHaveCount(0)
  await expect(bos.getByRole('button', { name: /^What to do with/ })).toHaveCount(0)
})
