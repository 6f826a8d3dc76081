import { command, expect, type Page, type Person, test, useApp } from '#tests/support/e2e.ts'
import { idOf } from '#tests/support/e2eFlow.ts'
import { reload } from '#tests/support/e2eLeaving.ts'
import { KEPT, goOffline } from '#tests/support/e2eOffline.ts'
import { prose, sync, toast } from '#tests/support/e2eScreens.ts'
import { paragraph, value } from '#tests/support/storyContent.ts'
import { writeStory } from '#tests/support/writeStory.ts'

const app = useApp()
const inboxPath = (workspace: string) => `/w/${workspace}/inbox`
const rows = (page: Page) => page.getByRole('list', { name: 'What is new' }).locator('> li')
const badge = (page: Page) => page.getByRole('link', { name: /^Inbox/ }).first()

async function idOfMe(person: Person): Promise<string> {
  const { body } = await person.visitor.get('/api/v1/me')
  return body.user.id as string
}

/** Ana mentions Bo in a comment on a story. */
async function mention(ana: Person, bo: Person, workspace: string, story: string): Promise<void> {
  await command(ana, workspace, {
    type: 'startThread',
    story,
    thread: crypto.randomUUID(),
    comment: crypto.randomUUID(),
    anchor: null,
    text: `Which columns, @[Bo](person:${await idOfMe(bo)})?`,
  })
}

test('[IN1] [IN5] a mention shows at once, is read with its reason, and is done on every device', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Export to CSV', 'Import'])
  const page = await open(server, bo, inboxPath(id))
  await expect(page.getByText('Nothing new')).toBeVisible()
  const phone = await open(server, bo, `/w/${id}/refine`, {
    viewport: { width: 390, height: 800 },
  })
  await expect(sync(phone)).toHaveText('Saved')
  const story = await idOf(ana, id, 'ST-1')
  await mention(ana, bo, id, story)
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).first()).toContainText('Ana Ferreira mentioned you in a comment')
  await expect(rows(page).first()).toContainText('Which columns, @Bo?')
  // The sentence says already why.
  await expect(rows(page).first()).not.toContainText('You were mentioned')
  await expect(badge(page)).toHaveAccessibleName('Inbox 1 new')
  await expect(phone.getByRole('link', { name: 'Inbox 1 new' }).last()).toBeVisible()
  await expect(page).toHaveTitle(/^\(1\) Inbox/)

  await page.keyboard.press('e')
  await expect(toast(page, '“Export to CSV” is marked as done')).toBeVisible()
  await expect(rows(page)).toHaveCount(0)
  await expect(phone.getByRole('link', { name: 'Inbox 1 new' })).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(rows(page)).toHaveCount(1)
  await expect(phone.getByRole('link', { name: 'Inbox 1 new' }).last()).toBeVisible()
})

test('[IN5] the keyboard alone: walk, open, mark all done, bring one back', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Export to CSV', 'Import'])
  for (const key of ['ST-1', 'ST-2']) await mention(ana, bo, id, await idOf(ana, id, key))
  const page = await open(server, bo, `/w/${id}/refine`)
  await expect(sync(page)).toHaveText('Saved')
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page).toHaveURL(/\/inbox$/)
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).first()).toContainText('Import')
  // The first step leads to the first story, not past it.
  await page.keyboard.press('j')
  await expect(rows(page).first().getByRole('link')).toBeFocused()
  await page.keyboard.press('j')
  await expect(rows(page).nth(1).getByRole('link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/s\/ST-1(#|$)/)
  await page.goBack()
  await expect(rows(page)).toHaveCount(2)
  await page.keyboard.press('Shift+E')
  await expect(page.getByText('Nothing new')).toBeVisible()
  await page.getByRole('radio', { name: 'Done' }).click()
  const done = page.getByRole('list', { name: 'What is done' }).locator('> li')
  await expect(done).toHaveCount(2)
  await done.first().getByRole('link').focus()
  await page.keyboard.press('u')
  await expect(done).toHaveCount(1)
  await expect(badge(page)).toHaveAccessibleName('Inbox 1 new')
})

test('[UX3] [UX8] of an inbox of hundreds of stories only what is near the screen is drawn, and the keys walk all of it', async ({
  open,
}) => {
  const { server, team } = app()
  const titles = Array.from({ length: 200 }, (_, index) => `Wish ${index + 1}`)
  const { id, ana, bo } = await team(titles)
  const { body } = await ana.visitor.get(`/api/v1/workspaces/${id}/lists/area:${id}`)
  const stories = Object.values(body.items) as { id: string; key: string }[]
  for (const { id: story } of stories) await mention(ana, bo, id, story)
  const page = await open(server, bo, inboxPath(id))
  const focused = page.locator('[data-inbox-link]:focus')
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', '200')
  expect(await rows(page).count()).toBeLessThan(60)
  for (let step = 0; step < 60; step += 1) await page.keyboard.press('j')
  await expect(focused).toBeInViewport()
  const row = page.locator('li', { has: focused })
  await expect(row).toHaveAttribute('aria-posinset', '60')
  expect(await rows(page).count()).toBeLessThan(60)
  // The focused row stays, wherever one looks; done, it leaves the focus to the next one.
  const title = await focused.locator('span').last().textContent()
  await page.mouse.move(640, 400)
  await page.mouse.wheel(0, -20_000)
  await expect(rows(page).first()).toBeInViewport()
  await expect(focused).toHaveCount(1)
  await page.keyboard.press('e')
  await expect(toast(page, `“${title}” is marked as done`)).toBeVisible()
  await expect(row).toHaveAttribute('aria-posinset', '60')
  await expect(row).toHaveAttribute('aria-setsize', '199')
  await expect(focused).toBeInViewport()
})

test('[IN5] offline it is marked as done, and is done on the server when there is one again', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Export to CSV'])
  await mention(ana, bo, id, await idOf(ana, id, 'ST-1'))
  const page = await open(server, bo, inboxPath(id), KEPT)
  await expect(rows(page)).toHaveCount(1)
  await goOffline(page)
  await page.reload()
  await expect(rows(page)).toHaveCount(1)
  await page.keyboard.press('e')
  await expect(rows(page)).toHaveCount(0)
  await reload(page)
  await expect(page.getByText('Nothing new')).toBeVisible()
  await page.context().setOffline(false)
  await expect(sync(page)).toHaveText('Saved')
  const path = `/api/v1/workspaces/${id}/lists/inbox:${await idOfMe(bo)}`
  await expect
    .poll(async () => {
      const { body } = await bo.visitor.get(path)
      const [item] = body.items as { doneUpTo: number; notices: { seq: number }[] }[]
      return item!.doneUpTo >= item!.notices[0]!.seq
    })
    .toBe(true)
})

test('[IN9] who answers a thread has done with it in the inbox, on every device; Undo brings it back', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Export to CSV'])
  await mention(ana, bo, id, await idOf(ana, id, 'ST-1'))
  const phone = await open(server, bo, inboxPath(id), { viewport: { width: 390, height: 800 } })
  await expect(rows(phone)).toHaveCount(1)
  const page = await open(server, bo, `/w/${id}/s/ST-1`)
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await page.keyboard.type('All of them.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(rows(phone)).toHaveCount(0)
  await expect(badge(page)).toHaveAccessibleName('Inbox')
  await page.getByRole('tab', { name: /^Discussion/ }).focus()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(rows(phone)).toHaveCount(1)
  await expect(badge(page)).toHaveAccessibleName('Inbox 1 new')
  await page.getByRole('button', { name: 'Resolve' }).click()
  await expect(rows(phone)).toHaveCount(0)
})

test('[IN2] a story is muted where it is read, and says why one hears of it', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Export to CSV'])
  const page = await open(server, bo, `/w/${id}/s/ST-1`)
  await page.getByRole('button', { name: /^Watch/ }).click()
  await expect(page.getByRole('button', { name: /^Watching/ })).toBeVisible()
  await page.getByRole('button', { name: 'Mute', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Muted', exact: true })).toBeVisible()
  await mention(ana, bo, id, await idOf(ana, id, 'ST-1'))
  await expect(sync(page)).toHaveText('Saved')
  await page.goto(server.url + inboxPath(id))
  await expect(page.getByText('Nothing new')).toBeVisible()
})

test('a press anywhere on a row opens it, on a line where that happened, and stays there while the text arrives', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Export to CSV'])
  const story = await idOf(ana, id, 'ST-1')
  await writeStory(
    server.url,
    ana.visitor,
    { workspace: id, story },
    value(paragraph('They see all of it.')),
    ...Array.from({ length: 60 }, (_, index) => paragraph(`Line ${index + 1}`)),
  )
  for (let n = 0; n < 8; n += 1) await mention(ana, bo, id, story)
  const page = await open(server, bo, `/w/${id}/inbox`)
  const row = rows(page).first()
  await row.getByText('Which columns').first().click()
  const named = page.getByRole('article', { name: 'Comment by Ana Ferreira' }).first()
  await expect(prose(page)).toContainText('Line 60')
  await expect(named).toBeInViewport()
  await expect(page).toHaveTitle(/ST-1 Export to CSV/)
  // Led there, the address names it no longer.
  await expect.poll(() => new URL(page.url()).hash).toBe('')
  await expect(named).toBeInViewport()
})
