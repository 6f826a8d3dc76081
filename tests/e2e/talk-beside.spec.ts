import {
  command,
  expect,
  inEachTheme,
  type Page,
  storyOf,
  test,
  useApp,
} from '#tests/support/e2e.ts'
import { KEPT, goOffline } from '#tests/support/e2eOffline.ts'
import { boardPath, prose, storyPath, sync } from '#tests/support/e2eScreens.ts'

const STORY = 'Export the backlog to CSV'

const app = useApp()

const threads = (page: Page) => page.getByRole('list', { name: 'Threads, newest first' })
const beside = (page: Page) => page.getByRole('dialog', { name: /beside the text|New comment/ })
const marks = (page: Page) =>
  page.getByRole('list', { name: 'Threads beside the text' }).getByRole('button')
const count = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function write(page: Page, ...lines: readonly string[]): Promise<void> {
  await prose(page).click()
  for (const line of lines) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  await expect(sync(page)).toContainText('Saved')
}

/** Comments on the block with the caret, from its menu, by keys. */
async function commentOnBlock(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Slash')
  const item = page.getByRole('menuitem', { name: 'Comment' })
  await item.waitFor()
  await expect(async () => {
    await page.keyboard.press('ArrowUp')
    await expect(item).toBeFocused({ timeout: 250 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Comment', exact: true })).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(beside(page)).toContainText(text)
  await page.keyboard.press('Escape')
}

test('any block can be commented on from its menu; on a wide screen marks stand in the margin at its height and open it beside the text', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'), {
    viewport: { width: 1280, height: 800 },
  })
  await write(page, 'The first paragraph.', 'One between.', 'Another one.', 'The last paragraph.')
  await page.keyboard.press('ControlOrMeta+Home')
  await commentOnBlock(page, 'About the first')
  const first = prose(page).locator('[data-thread-mark]').first()
  await expect(first).toHaveText('The first paragraph.')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ArrowUp')
  await commentOnBlock(page, 'About the last')
  await expect(marks(page)).toHaveCount(2)
  const text = (await prose(page).boundingBox())!
  const heights = [first, prose(page).locator('[data-thread-mark]').last()]
  for (const [index, words] of heights.entries()) {
    const [mark, place] = [await marks(page).nth(index).boundingBox(), await words.boundingBox()]
    expect(Math.abs(mark!.y - place!.y)).toBeLessThan(8)
    expect(mark!.x).toBeGreaterThanOrEqual(text.x + text.width)
  }
  await marks(page).first().click()
  await expect(beside(page)).toContainText('About the first')
  expect((await beside(page).boundingBox())!.x).toBeGreaterThan(text.x + text.width)
  await inEachTheme(page, 'a thread in the margin')
  await marks(page).last().click()
  await expect(beside(page)).toContainText('About the last')
  await page.setViewportSize({ width: 1100, height: 800 })
  await expect(marks(page)).toHaveCount(0)
})

test('behind a comment or a suggestion a press into another paragraph puts the caret there, and the words stay', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'), {
    viewport: { width: 1280, height: 800 },
  })
  const [first, second] = ['How long do we keep exported files?', 'Legal asks for a month.']
  await write(page, first, second)
  const bar = page.getByRole('toolbar', { name: 'Selected text' })
  for (const what of ['Comment', 'Suggest a change']) {
    await page.keyboard.press('ControlOrMeta+Home')
    for (let letter = 0; letter < 8; letter += 1) await page.keyboard.press('Shift+ArrowRight')
    await bar.getByRole('button', { name: what, exact: true }).click()
    await expect(beside(page).getByRole('textbox').first()).toBeFocused()
    await page.keyboard.type('Shorter')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(page.getByRole('dialog', { name: 'Thread beside the text' })).toBeVisible()
    await prose(page).getByText('Legal asks').click()
    await expect(beside(page)).toHaveCount(0)
    await page.keyboard.press('End')
    await page.keyboard.type(' ZZ')
    await expect(prose(page).locator('p').first()).toHaveText(first)
  }
  await expect(prose(page).locator('p').nth(1)).toHaveText(`${second} ZZ ZZ`)
})

test('what others wrote has a sign until it was on the screen, and is counted in the bar, which leads there', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await write(page, ...Array.from({ length: 30 }, (_, n) => `Line ${n}`))
  await expect(page.getByRole('tab', { name: /Discussion/ })).toBeVisible()
  await page.goto(new URL(boardPath(id), server.url).href)
  const story = (await storyOf(bo, id, 'ST-1'))!.id
  const ids = { thread: crypto.randomUUID(), comment: crypto.randomUUID() }
  await command(bo, id, { type: 'startThread', story, ...ids, text: 'Look at this', anchor: null })
  await page.goto(new URL(storyPath(id, 'ST-1'), server.url).href)
  await count(page, '1 open thread, something is new: go to the discussion').click()
  await expect(threads(page)).toContainText('Look at this')
  await expect(threads(page).getByText('New', { exact: true })).toBeVisible()
  await expect(threads(page).getByText('New', { exact: true })).toHaveCount(0)
  await expect(count(page, '1 open thread: go to the discussion')).toBeVisible()
  await page.reload()
  await expect(count(page, '1 open thread: go to the discussion')).toBeVisible()
  // One's own words are no news.
  await page.getByRole('textbox', { name: 'Comment on the story' }).fill('Mine')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(count(page, '2 open threads: go to the discussion')).toBeVisible()
})

test('[UX13] a comment that was not accepted can be copied: nothing typed is lost', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const story = (await storyOf(bo, id, 'ST-1'))!.id
  const ids = { story, thread: crypto.randomUUID(), comment: crypto.randomUUID() }
  await command(bo, id, { type: 'startThread', ...ids, text: 'Soon gone', anchor: null })
  const page = await open(server, ana, storyPath(id, 'ST-1'), KEPT)
  await expect(threads(page)).toContainText('Soon gone')
  await threads(page).getByRole('button', { name: 'Reply', exact: true }).click()
  await goOffline(page)
  await page.getByRole('textbox', { name: 'Reply' }).fill('A long answer, written on a train')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(page)).toContainText('on its way')
  await command(bo, id, { type: 'deleteComment', ...ids })
  await page.context().setOffline(false)
  await page.getByRole('button', { name: /1 change was not accepted/ }).click()
  await page.getByRole('button', { name: 'Copy text' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('A long answer, written on a train')
})
