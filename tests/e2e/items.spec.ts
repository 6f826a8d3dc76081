import { expect, inEachTheme, type Page, test, useApp } from '#tests/support/e2e.ts'
import { pasteFrom } from '#tests/support/e2ePasting.ts'
import { prose, storyPath, sync } from '#tests/support/e2eScreens.ts'

const app = useApp()

const LISTS = `<p>Before it:</p><ul><li>Columns</li><li>Rows<ul><li>A header</li></ul></li><li>Both</li></ul><p>After it.</p>`

const handle = (page: Page) => page.getByRole('button', { name: 'More about this item' })
const line = (page: Page, words: string) => prose(page).locator('p', { hasText: words })

/** Gives the text as `- Columns / - Rows / -- A header / After it.` */
function drawn(page: Page): Promise<string> {
  return prose(page).evaluate((text) =>
    [...text.querySelectorAll('p')]
      .map((one) => {
        let depth = 0
        for (let at = one.closest('li'); at; at = at.parentElement?.closest('li') ?? null)
          depth += 1
        const sign = one.closest('li')?.hasAttribute('data-checked') ? '+' : '-'
        const words = one.cloneNode(true) as HTMLElement
        for (const caret of words.querySelectorAll('.story-caret')) caret.remove()
        return `${sign.repeat(depth)} ${(words.textContent ?? '').replace(/\u2060/g, '')}`.trim()
      })
      .join(' / '),
  )
}

/** Takes an item by its handle and holds it where `x` in, and `y` above or below, another line is. */
async function carry(page: Page, words: string, to: string, y: number, x = -12): Promise<void> {
  await line(page, words).hover()
  await expect(handle(page)).toBeVisible()
  const grip = (await handle(page).boundingBox())!
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2, { steps: 6 })
  await page.mouse.down()
  await page.mouse.move(grip.x + grip.width / 2, grip.y - 12, { steps: 3 })
  const target = (await line(page, to).boundingBox())!
  await page.mouse.move(target.x + x, target.y + (y < 0 ? 2 : target.height - 2), { steps: 6 })
  await expect(page.locator('.story-dropline')).toBeVisible()
}

test('[UX20] an item of a list is dragged alone, by the handle beside it, with what is nested in it', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Export the backlog'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await expect(prose(page)).toBeVisible()
  await pasteFrom(page, { html: LISTS })
  expect(await drawn(page)).toBe(
    'Before it: / - Columns / - Rows / -- A header / - Both / After it.',
  )
  const bos = await open(server, bo, storyPath(id, 'ST-1'))

  await carry(page, 'Rows', 'Columns', -1)
  await page.mouse.up()
  await expect
    .poll(() => drawn(bos))
    .toBe('Before it: / - Rows / -- A header / - Columns / - Both / After it.')
  // Out of the nested list, into the one around it.
  await carry(page, 'A header', 'Both', -1)
  await page.mouse.up()
  await expect
    .poll(() => drawn(bos))
    .toBe('Before it: / - Rows / - Columns / - A header / - Both / After it.')
  // Between blocks it is a list of its own; Escape would have left it.
  await carry(page, 'Columns', 'After it.', 1)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await drawn(page)).toContain('- Columns / - A header')
  await carry(page, 'Columns', 'After it.', 1)
  await page.mouse.up()
  await expect
    .poll(() => drawn(bos))
    .toBe('Before it: / - Rows / - A header / - Both / After it. / - Columns')
  await page.keyboard.press('ControlOrMeta+z')
  await expect
    .poll(() => drawn(bos))
    .toBe('Before it: / - Rows / - Columns / - A header / - Both / After it.')
})

test('[I5] an item is dragged into another list while another one types in it: nothing typed is lost', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Export the backlog'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await expect(prose(page)).toBeVisible()
  await pasteFrom(page, {
    html: '<ul><li>Columns</li><li>Rows</li></ul><p>Between.</p><ol><li>First</li><li>Second</li></ol>',
  })
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await line(bos, 'Rows').click()
  await bos.keyboard.press('End')
  await bos.keyboard.type(' of')
  await expect(line(page, 'Rows of')).toBeVisible()
  await carry(page, 'Rows', 'First', 1)
  await bos.keyboard.type(' the list')
  await expect(line(page, 'Rows of the list')).toBeVisible()
  await page.mouse.up()
  const moved = 'Columns / Between. / - First / - Rows of the list / - Second'
  for (const one of [page, bos]) await expect.poll(() => drawn(one)).toBe(`- ${moved}`)
  // And on where it is now.
  await line(bos, 'Rows').click()
  await bos.keyboard.press('End')
  await bos.keyboard.type(', too')
  await expect(line(page, 'Rows of the list, too')).toBeVisible()
  await expect(sync(bos)).toHaveText('Saved')
})

test('an item moves by keys, and its menu turns, doubles and deletes it alone', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Export the backlog'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await expect(prose(page)).toBeVisible()
  await pasteFrom(page, { html: LISTS })
  await line(page, 'Rows').click()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  expect(await drawn(page)).toBe(
    'Before it: / - Columns / - Both / - Rows / -- A header / After it.',
  )
  await page.keyboard.press('Alt+Shift+ArrowDown')
  expect(await drawn(page)).toBe(
    'Before it: / - Columns / - Both / After it. / - Rows / -- A header',
  )
  // Back over the line, into the list, and up in it.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Alt+Shift+ArrowUp')
  expect(await drawn(page)).toBe(
    'Before it: / - Columns / - Rows / -- A header / - Both / After it.',
  )

  // All of it by keyboard.
  await line(page, 'Rows').click()
  const choose = async (name: string) => {
    await page.keyboard.press('ControlOrMeta+/')
    await page.getByRole('menuitem', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(prose(page)).toBeFocused()
  }
  await choose('Task list')
  expect(await drawn(page)).toBe(
    'Before it: / - Columns / + Rows / -- A header / - Both / After it.',
  )
  await choose('Duplicate')
  expect(await drawn(page)).toBe(
    'Before it: / - Columns / + Rows / -- A header / + Rows / -- A header / - Both / After it.',
  )
  await choose('Delete')
  await line(page, 'Rows').click()
  await choose('Text')
  expect(await drawn(page)).toBe('Before it: / - Columns / Rows / - A header / - Both / After it.')
  await expect(sync(page)).toHaveText('Saved')

  await line(page, 'Columns').hover()
  await handle(page).click()
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible()
  await inEachTheme(page, 'the menu of an item')
})

test('in the answer to a question an item is moved and taken away like anywhere else', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Export the backlog'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  const sections = page.getByRole('group', { name: 'Add to this story' })
  await sections.getByRole('button', { name: 'Open questions' }).click()
  await page.keyboard.type('Which columns?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.keyboard.type('- Key')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Title')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  const items = prose(page).locator('.story-question ul li')
  await expect(items).toHaveText(['Title', 'Key'])
  await carry(page, 'Key', 'Title', -1)
  await page.mouse.up()
  await expect(items).toHaveText(['Key', 'Title'])
  await expect(page.getByRole('button', { name: 'More about this question' })).toHaveCount(0)
  await line(page, 'Which columns?').hover()
  await expect(page.getByRole('button', { name: 'More about this question' })).toBeVisible()
})

test('[UX21] on a phone the item at the caret moves by the menu above the keyboard', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Export the backlog'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await expect(prose(page)).toBeVisible()
  await pasteFrom(page, { html: LISTS })
  const more = page.getByRole('button', { name: 'More about this block' })
  await line(page, 'Before it:').tap()
  await more.tap()
  await expect(page.getByRole('menu')).toBeVisible()
  const [handle, words] = await Promise.all([
    page.locator('.story-handle').boundingBox(),
    line(page, 'Before it:').boundingBox(),
  ])
  expect(handle!.x + handle!.width).toBeLessThanOrEqual(words!.x)
  await page.keyboard.press('Escape')
  await line(page, 'Both').tap()
  await more.tap()
  await page.getByRole('menuitem', { name: 'Move up' }).tap()
  await expect
    .poll(() => drawn(page))
    .toBe('Before it: / - Columns / - Both / - Rows / -- A header / After it.')
})
