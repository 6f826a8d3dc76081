import { command, expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { idOf } from '#tests/support/e2eFlow.ts'
import { prose, storyPath, sync, toast, words } from '#tests/support/e2eScreens.ts'

const STORY = 'Get a Data Package into R'
const LINE = 'An analyst reads a package with one call.'

const ACCEPTED = 'Everybody reads a package with one call.'

const app = useApp()

const threads = (page: Page) => page.getByRole('list', { name: 'Threads, newest first' })
const composer = (page: Page) => page.getByRole('textbox', { name: 'Comment on the story' })

test('[UX9] [TA16] a deleted comment is back with Ctrl+Z, for everybody, without having been asked about', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await composer(page).fill('Which fields do we keep?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(bos)).toContainText('Which fields do we keep?')
  await page.getByRole('button', { name: 'Resolve' }).click()
  await page.getByRole('button', { name: 'Show resolved (1)' }).click()
  await page.getByRole('button', { name: 'More about this comment' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(toast(page, 'Comment deleted')).toBeVisible()
  await expect(bos.getByText('Nothing is said about this story yet')).toBeVisible()
  await page.getByRole('tab', { name: /^Discussion/ }).focus()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(toast(page, 'Undone: Comment deleted')).toBeVisible()
  // As it stood: resolved.
  await bos.getByRole('button', { name: 'Show resolved (1)' }).click()
  await expect(threads(bos)).toContainText('Which fields do we keep?')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(threads(page).getByRole('button', { name: 'Resolve' })).toBeVisible()
})

test("[UX9] what nothing takes back stops Ctrl+Z once and says so: somebody else's comment", async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const story = await idOf(ana, id, 'ST-1')
  const start = { type: 'startThread', story, thread: 't', comment: 'c', anchor: null }
  await command(bo, id, { ...start, text: 'Off topic' })
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await composer(page).fill('Mine')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(page)).toContainText('Mine')
  await page.getByRole('button', { name: 'More about this comment' }).last().click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(threads(page)).not.toContainText('Off topic')
  await page.getByRole('tab', { name: /^Discussion/ }).focus()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(toast(page, 'This cannot be taken back: Comment deleted.')).toBeVisible()
  await expect(threads(page)).toContainText('Mine')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(page.getByText('Nothing is said about this story yet')).toBeVisible()
})

test('[UX9] [TA8] a rejected suggestion waits again with Undo; it has a mark of its own in the text', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type(LINE)
  await expect(sync(page)).toContainText('Saved')
  await page.keyboard.press('Home')
  for (let n = 0; n < 10; n += 1) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ControlOrMeta+Alt+Shift+M')
  await page.getByRole('textbox', { name: 'Write instead' }).fill('Everybody')
  await page.getByRole('button', { name: 'Suggest', exact: true }).click()
  await page.keyboard.press('Escape')
  const mark = page.locator('.story-text [data-thread-mark]')
  await expect(mark).toHaveCSS('text-decoration-line', 'line-through')
  await expect(mark).toHaveCSS('border-bottom-style', 'dotted')
  await threads(page).getByRole('button', { name: 'Reject' }).click()
  await expect(mark).toHaveCount(0)
  await toast(page, 'Suggestion rejected').getByRole('button', { name: 'Undo' }).click()
  await expect(threads(page).getByRole('button', { name: 'Reject' })).toBeVisible()
  await expect(mark).toHaveText('An analyst')
})

test('[UX9] [TA8] an accepted suggestion waits again when the text takes its words back, and is accepted when they come again', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type(LINE)
  await expect(sync(page)).toContainText('Saved')
  await page.keyboard.press('Home')
  for (let n = 0; n < 10; n += 1) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ControlOrMeta+Alt+Shift+M')
  await page.getByRole('textbox', { name: 'Write instead' }).fill('Everybody')
  await page.getByRole('button', { name: 'Suggest', exact: true }).click()
  await page.keyboard.press('Escape')
  await threads(page).getByRole('button', { name: 'Accept' }).click()
  await expect.poll(() => words(bos)).toBe(ACCEPTED)
  await expect(threads(bos).getByRole('button', { name: 'Accept' })).toHaveCount(0)

  await prose(page).getByText('Everybody reads').click()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect.poll(() => words(bos)).toBe(LINE)
  await expect(threads(bos).getByRole('button', { name: 'Accept' })).toBeVisible()
  // What is taken back already is not offered to be.
  await expect(toast(page, 'Undone: Suggestion accepted')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect.poll(() => words(bos)).toBe(ACCEPTED)
  await expect(threads(bos).getByRole('button', { name: 'Accept' })).toHaveCount(0)
  // What was written before it is another step.
  await page.keyboard.press('ControlOrMeta+Z')
  await expect.poll(() => words(bos)).toBe(LINE)
})

test('[TA8] who accepts a suggestion goes on writing behind its words, and nothing marks a half of them', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  const mark = prose(page).locator('[data-thread-mark]')
  await prose(page).click()
  await page.keyboard.type('Every library has one.')
  await expect(sync(page)).toContainText('Saved')
  await expect(prose(bos)).toContainText('Every library')
  const suggest = async (words: string, instead: string) => {
    await prose(page).getByText('has one').click()
    await page.keyboard.press('Home')
    for (let n = 0; n < 6; n += 1) await page.keyboard.press('ArrowRight')
    for (let n = 0; n < words.length; n += 1) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('ControlOrMeta+Alt+Shift+M')
    await page.getByRole('textbox', { name: 'Write instead' }).fill(instead)
    await page.getByRole('button', { name: 'Suggest', exact: true }).click()
  }
  // By key, beside the text, while Bo has it open, too.
  await suggest('library', 'libraries')
  await prose(bos).locator('[data-thread-mark]').click()
  const beside = page.getByRole('dialog', { name: 'Thread beside the text' })
  await beside.getByRole('button', { name: 'Accept' }).press('Enter')
  await expect(prose(page)).toBeFocused()
  await expect(beside).toBeHidden()
  await expect(mark).toHaveCount(0)
  await expect(prose(bos).locator('[data-thread-mark]')).toHaveText('libraries')
  await page.keyboard.type(', too,')
  await expect.poll(() => words(page)).toBe('Every libraries, too, has one.')
  // By a press, in the list.
  await suggest('libraries', 'archives')
  await page.keyboard.press('Escape')
  await threads(page).getByRole('button', { name: 'Accept' }).click()
  await expect(prose(page)).toBeFocused()
  await page.keyboard.type('!')
  await expect.poll(() => words(page)).toBe('Every archives!, too, has one.')
})

for (const [where, viewport] of [
  ['wide', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 800 }],
] as const) {
  test(`[UX9] a toast covers nothing of the thread one works in, ${where}`, async ({ open }) => {
    const { server, team } = app()
    const { id, ana } = await team([STORY])
    const story = await idOf(ana, id, 'ST-1')
    const start = { type: 'startThread', story, anchor: null }
    for (const n of [1, 2, 3, 4, 5]) {
      await command(ana, id, { ...start, thread: `t${n}`, comment: `c${n}`, text: `Point ${n}` })
    }
    const page = await open(server, ana, storyPath(id, 'ST-1'), { viewport })
    const resolve = threads(page).getByRole('button', { name: 'Resolve' })
    const region = page.locator('[data-place]')
    for (const left of [4, 3, 2]) {
      const thread = threads(page).locator('[data-thread]').last()
      await thread.evaluate((element) => element.scrollIntoView({ block: 'end' }))
      await resolve.last().click()
      await expect(resolve).toHaveCount(left)
      await expect(toast(page, 'Thread resolved')).toBeVisible()
      await thread.getByRole('button', { name: 'Reply', exact: true }).click()
      await expect
        .poll(async () => {
          const [work, toasts] = await Promise.all([thread.boundingBox(), region.boundingBox()])
          if (!work || !toasts) return 'missing'
          const apart =
            toasts.y >= work.y + work.height ||
            toasts.y + toasts.height <= work.y ||
            toasts.x >= work.x + work.width ||
            toasts.x + toasts.width <= work.x
          return apart ? 'apart' : 'covered'
        })
        .toBe('apart')
      await page.keyboard.press('Escape')
    }
  })
}
