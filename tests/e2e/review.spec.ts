import { ANA, expect, join, type Page, type Person, test, command } from '#tests/support/e2e.ts'
import { AppServer } from '#tests/support/e2eServer.ts'
import { prose, sync, words } from '#tests/support/e2eScreens.ts'
import { Mailbox, plainText } from '#tests/support/mailbox.ts'
import { Visitor } from '#tests/support/visitor.ts'

/** Two people nine hours apart, who never look at the story at the same time. */
const LISBON = { timezoneId: 'Europe/Lisbon' }
const TOKYO = { timezoneId: 'Asia/Tokyo' }
const LINE = 'Every column of the list is exported in its order.'

let mailbox: Mailbox
let server: AppServer
test.beforeAll(async () => {
  mailbox = await Mailbox.open()
  server = await AppServer.start({ smtp: mailbox.url })
})
test.afterAll(async () => {
  await server.stop()
  await mailbox.close()
})

const threads = (page: Page) => page.getByRole('list', { name: 'Threads, newest first' })
const versions = (page: Page) =>
  page.getByRole('list', { name: 'Versions, newest first' }).locator('> li')
const comparison = (page: Page) => page.getByRole('dialog', { name: 'Compare versions' })
const news = (page: Page) => page.getByRole('list', { name: 'What is new' }).locator('> li')

test('a review between two time zones: comment, mail, answer, suggestion, resolved, compared, restored', async ({
  open,
}) => {
  // A mail waits a minute, so that what is seen at once is not mailed.
  test.setTimeout(300_000)
  const { workspace, ana, bo } = await people()

  const anas = await open(server, ana, `/w/${workspace}/s/ST-1`, LISBON)
  await prose(anas).click()
  await anas.keyboard.type(LINE)
  await expect(sync(anas)).toHaveText('Saved')
  await anas.getByRole('tab', { name: 'Versions' }).click()
  await anas.getByRole('button', { name: 'Name this version…' }).click()
  await anas.getByRole('textbox', { name: 'Name of this version' }).fill('For Bo')
  await anas.keyboard.press('Enter')
  await expect(versions(anas).nth(1)).toContainText('For Bo')
  await select(anas, 6, 6)
  await anas.keyboard.press('ControlOrMeta+Alt+M')
  const comment = anas.getByRole('textbox', { name: 'Comment', exact: true })
  await comment.pressSequentially('Is column the right word, @bo')
  await anas.getByRole('option', { name: 'Bo Lindqvist' }).waitFor()
  await anas.keyboard.press('Enter')
  await anas.keyboard.press('ControlOrMeta+Enter')
  await expect(sync(anas)).toHaveText('Saved')
  await anas.close()

  await expect.poll(() => mailbox.mails.length, { timeout: 150_000 }).toBe(1)
  const [mail] = mailbox.mails
  expect(mail!.to).toBe(bo.email)
  expect(plainText(mail!)).toContain('Is column the right word, @Bo Lindqvist')
  const link = plainText(mail!)
    .match(/^http:\/\/127\.0\.0\.1\S+$/gm)
    ?.find((url) => url.includes('/s/'))
  const { pathname, hash } = new URL(link!)

  const bos = await open(server, bo, pathname + hash, TOKYO)
  await expect(bos.getByRole('article', { name: 'Comment by Ana Ferreira' }).first()).toBeVisible()
  await expect(prose(bos).locator('[data-thread-mark]')).toHaveText('column')
  await threads(bos).getByRole('button', { name: 'Reply', exact: true }).click()
  await bos.getByRole('textbox', { name: 'Reply', exact: true }).fill('I would call it a field.')
  await bos.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(bos)).toContainText('I would call it a field.')
  await select(bos, 6, 6)
  await bos.keyboard.press('ControlOrMeta+Alt+Shift+M')
  await bos.getByRole('textbox', { name: 'Write instead' }).fill('field')
  await bos.getByRole('button', { name: 'Suggest', exact: true }).click()
  await expect(threads(bos).getByRole('listitem')).toHaveCount(2)
  await expect(sync(bos)).toHaveText('Saved')
  await bos.close()

  const next = await open(server, ana, `/w/${workspace}/inbox`, LISBON)
  await expect(news(next)).toHaveCount(1)
  await expect(news(next).first()).toContainText('Bo Lindqvist')
  await news(next).first().getByRole('link').click()
  await expect(next).toHaveURL(/\/s\/ST-1/)
  await threads(next).getByRole('button', { name: 'Accept' }).click()
  await expect.poll(() => words(next)).toContain('Every field of the list')
  await threads(next).getByRole('button', { name: 'Resolve' }).first().click()
  await expect(next.getByRole('button', { name: 'Show resolved (2)' })).toBeVisible()

  await next.getByRole('tab', { name: 'Versions' }).click()
  await next.getByRole('button', { name: 'Compare versions' }).click()
  const from = comparison(next).getByLabel('From')
  const agreed = await from.locator('option').filter({ hasText: 'For Bo' }).textContent()
  await from.selectOption({ label: agreed! })
  await expect(comparison(next)).toContainText('field')
  await comparison(next).getByRole('button', { name: 'Restore the whole text' }).click()
  await next.keyboard.press('Escape')
  await expect.poll(() => words(next)).toContain(LINE)
  await expect(sync(next)).toHaveText('Saved')
  await next.close()

  const last = await open(server, bo, `/w/${workspace}/inbox`, TOKYO)
  await expect(news(last).first()).toContainText('Ana Ferreira')
  await expect(news(last).first()).toContainText('suggest')
})

async function people(): Promise<{ workspace: string; ana: Person; bo: Person }> {
  const visitor = new Visitor(server.url)
  await visitor.post('/api/v1/auth/setup', { ...ANA, workspace: 'Story Team' })
  const { body } = await visitor.get('/api/v1/me')
  const workspace: string = body.workspaces[0].id
  const ana = { ...ANA, visitor }
  const story = crypto.randomUUID()
  await command(ana, workspace, { type: 'captureStory', story, title: 'Export the backlog to CSV' })
  return { workspace, ana, bo: await join(server, ana, workspace, 'Bo Lindqvist') }
}

/** Selects words of the text by keys alone. */
async function select(page: Page, from: number, length: number): Promise<void> {
  await expect(async () => {
    await prose(page).click()
    await page.keyboard.press('ControlOrMeta+Home')
    for (let n = 0; n < from; n += 1) await page.keyboard.press('ArrowRight')
    for (let n = 0; n < length; n += 1) await page.keyboard.press('Shift+ArrowRight')
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '')
    expect(selected).toHaveLength(length)
  }).toPass()
}
