import { expect, inEachTheme, join, type Page, test, useApp } from '#tests/support/e2e.ts'
import { KEPT, goOffline } from '#tests/support/e2eOffline.ts'
import { boardPath, card, prose, storyPath, sync, words } from '#tests/support/e2eScreens.ts'

const STORY = 'Export the backlog to CSV'
const LINE = 'Every column of the list is exported in its order.'

const app = useApp()

/** Writes a line into the story's text and selects some words of it. */
async function write(page: Page, text = LINE): Promise<void> {
  await prose(page).click()
  await page.keyboard.type(text)
  await expect(sync(page)).toContainText('Saved')
}

/** Selects the words of a text by keys alone: from its beginning, so many characters. */
async function select(page: Page, from: number, length: number): Promise<void> {
  await expect(async () => {
    await prose(page).click()
    await page.keyboard.press('ControlOrMeta+Home')
    for (let n = 0; n < from; n += 1) await page.keyboard.press('ArrowRight')
    for (let n = 0; n < length; n += 1) await page.keyboard.press('Shift+ArrowRight')
    // What somebody else does meanwhile may keep the browser from one of the steps.
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '')
    expect(selected).toHaveLength(length)
  }).toPass()
}

const beside = (page: Page) => page.getByRole('dialog', { name: /beside the text|New comment/ })
const threads = (page: Page) => page.getByRole('list', { name: 'Threads, newest first' })
const composer = (page: Page) => page.getByRole('textbox', { name: 'Comment on the story' })

test('a comment on words of the text follows them while the other one types in the same line; answered, resolved, counted', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await write(anas)
  await expect(prose(bos)).toContainText(LINE)
  await select(anas, 6, 6)
  await anas.keyboard.press('ControlOrMeta+Alt+M')
  // What is typed right behind the key is the comment's, and replaces nothing.
  await anas.keyboard.type('Which **ones**?')
  await expect(beside(anas)).toContainText('column')
  // Bo types at the beginning of the same line meanwhile.
  await prose(bos).click()
  await bos.keyboard.press('ControlOrMeta+Home')
  await bos.keyboard.type('Well: ')
  await anas.getByRole('textbox', { name: 'Comment', exact: true }).focus()
  await anas.keyboard.press('ControlOrMeta+Enter')
  await expect(beside(anas).getByText('ones', { exact: true })).toHaveCSS('font-weight', '600')
  await expect(prose(anas).locator('[data-thread-mark]')).toHaveText('column')
  await expect(prose(bos).locator('[data-thread-mark]')).toHaveText('column')
  await bos.keyboard.type('so, ')
  await expect(prose(anas)).toContainText('Well: so,')
  await expect(prose(anas).locator('[data-thread-mark]')).toHaveText('column')

  await prose(bos).locator('[data-thread-mark]').click()
  await beside(bos).getByRole('textbox', { name: 'Reply', exact: true }).fill('All but the rank.')
  await bos.keyboard.press('ControlOrMeta+Enter')
  await expect(beside(anas)).toContainText('All but the rank.')
  await beside(bos).getByRole('button', { name: 'React' }).first().click()
  await bos.getByRole('button', { name: 'React with 👍' }).click()
  await expect(beside(anas).getByRole('button', { name: /👍 1: Bo Lindqvist/ })).toBeVisible()

  await anas.goto(new URL(boardPath(id), server.url).href)
  await expect(card(anas, STORY).getByRole('img', { name: '1 open thread' })).toBeVisible()
  await beside(bos).getByRole('button', { name: 'Resolve' }).click()
  await expect(card(anas, STORY).getByRole('img', { name: '1 open thread' })).toHaveCount(0)
  await bos.keyboard.press('Escape')
  await expect(prose(bos).locator('[data-thread-mark]')).toHaveCount(0)
  await bos.getByRole('button', { name: 'Show resolved (1)' }).click()
  await expect(threads(bos)).toContainText('Which ones?')
})

test('a suggestion is seen as a change, and accepted where the text still reads so', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await write(anas)
  await expect(prose(bos)).toContainText(LINE)
  for (const [from, words, to] of [
    [0, 5, 'Each'],
    [6, 6, 'field'],
  ] as const) {
    await select(bos, from, words)
    await bos.keyboard.press('ControlOrMeta+Alt+Shift+M')
    await bos.getByRole('textbox', { name: 'Write instead' }).fill(to)
    await bos.getByRole('button', { name: 'Suggest', exact: true }).click()
    await bos.keyboard.press('Escape')
  }
  await expect(threads(anas).getByRole('listitem')).toHaveCount(2)
  await threads(anas)
    .getByRole('listitem')
    .filter({ hasText: 'Each' })
    .getByRole('button', { name: 'Accept' })
    .click()
  await expect.poll(() => words(anas)).toContain('Each column of')
  await expect.poll(() => words(bos)).toContain('Each column of')
  // Somebody writes into the other words: they read otherwise now.
  await select(anas, 7, 0)
  await anas.keyboard.type('XX')
  await expect(prose(anas)).toContainText('coXXlumn')
  await threads(anas).getByRole('button', { name: 'Accept' }).click()
  await expect(anas.getByText('The text reads otherwise by now')).toBeVisible()
  await threads(anas).getByRole('button', { name: 'Reject' }).click()
  await expect(anas.getByRole('button', { name: 'Show resolved (2)' })).toBeVisible()
})

test('what is suggested is typed over the words that stand there, in one line, and sent from its own field', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await write(page)
  await select(page, 0, 5)
  await page.keyboard.press('ControlOrMeta+Alt+Shift+M')
  const instead = page.getByRole('textbox', { name: 'Write instead' })
  await expect(instead).toHaveValue('Every')
  await page.keyboard.type('Each')
  await page.keyboard.press('Shift+Enter')
  await expect(instead).toHaveValue('Each')
  await page.keyboard.press('ArrowLeft')
  await page.evaluate(() => document.execCommand('insertText', false, 'a\nb'))
  await page.keyboard.type('c')
  await expect(instead).toHaveValue('Eaca bch')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Why' })).toBeFocused()
  await page.keyboard.type('Shorter')
  await instead.fill('Each')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(page)).toContainText('Shorter')
  await expect(threads(page).locator('ins')).toHaveText('Each')
})

test('[UX9] an accepted suggestion is taken back as one: the words are back where they stood, it waits again, and nothing older is undone', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await write(page)
  for (const to of ['Each', '']) {
    await select(page, 0, 5)
    await page.keyboard.press('ControlOrMeta+Alt+Shift+M')
    await page.getByRole('textbox', { name: 'Write instead' }).fill(to)
    await page.getByRole('button', { name: 'Suggest', exact: true }).click()
    await page.keyboard.press('Escape')
    await threads(page).getByRole('button', { name: 'Accept' }).click()
    await expect.poll(() => words(page)).toContain(`${to} column of`)
    await expect.poll(() => words(page)).not.toContain('Every')
    // Something is written behind it meanwhile.
    await prose(page).click()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(' So.')
    if (to === '') await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    else {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Show resolved (1)' }).focus()
      await page.keyboard.press('ControlOrMeta+Z')
    }
    await expect(page.getByText('Undone: Suggestion accepted: the text was changed')).toBeVisible()
    await expect.poll(() => words(page)).toContain('Every column of the list')
    await threads(page).getByRole('button', { name: 'Reject' }).click()
  }
  await expect(page.getByRole('button', { name: 'Show resolved (2)' })).toBeVisible()
})

for (const [where, viewport] of [
  ['wide', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 800 }],
] as const) {
  test(`who may be mentioned is wholly seen, in a card and low on the page, ${where}`, async ({
    open,
  }) => {
    const { server, team } = app()
    const { id, ana } = await team([STORY])
    const page = await open(server, ana, storyPath(id, 'ST-1'), { viewport })
    const list = page.getByRole('listbox', { name: 'Who is meant' })
    const seesAll = async () => {
      await expect(list).toBeVisible()
      await expect.poll(() => list.evaluate(isWhollySeen)).toBe(true)
    }
    await write(page)
    await select(page, 6, 6)
    await page.keyboard.press('ControlOrMeta+Alt+M')
    await page.keyboard.type('Ask @')
    await seesAll()
    await list.getByRole('option', { name: 'Bo Lindqvist' }).click()
    await expect(list).toHaveCount(0)
    await page.keyboard.type('now')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(beside(page)).toContainText('Ask @Bo Lindqvist now')
    await page.keyboard.press('Escape')

    await composer(page).evaluate((field) => field.scrollIntoView({ block: 'end' }))
    await composer(page).focus()
    await page.keyboard.type('@')
    await seesAll()
    await page.keyboard.press('ArrowDown')
    await expect(list.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(composer(page)).toHaveValue(/^@\p{L}+ \p{L}+ $/u)
  })
}

/** On the screen, with nothing cut off and nothing over it. */
function isWhollySeen(list: Element): boolean {
  const { left, top, right, bottom, width } = list.getBoundingClientRect()
  if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight || width < 250) return false
  const options = [...list.querySelectorAll('[role="option"]')]
  return options.every((option) => {
    const box = option.getBoundingClientRect()
    const y = (box.top + box.bottom) / 2
    return [box.left + 4, box.right - 4].every((x) =>
      option.contains(document.elementFromPoint(x, y)),
    )
  })
}

test('[UX11] what is written survives Escape and a reload; offline it waits and goes out; its words gone, a thread keeps its quote', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const anas = await open(server, ana, storyPath(id, 'ST-1'), KEPT)
  await write(anas)
  await select(anas, 6, 6)
  await anas.keyboard.press('ControlOrMeta+Alt+M')
  await anas.getByRole('textbox', { name: 'Comment', exact: true }).fill('Half a thought')
  await anas.keyboard.press('Escape')
  await expect(beside(anas)).toHaveCount(0)
  await composer(anas).fill('On the whole')
  await anas.reload()
  await expect(composer(anas)).toHaveValue('On the whole')
  await expect(prose(anas)).toContainText(LINE)
  await select(anas, 6, 6)
  await anas.keyboard.press('ControlOrMeta+Alt+M')
  await expect(anas.getByRole('textbox', { name: 'Comment', exact: true })).toHaveValue(
    'Half a thought',
  )
  await goOffline(anas)
  await anas.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(anas)).toContainText('on its way')
  await anas.context().setOffline(false)
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await expect(threads(bos)).toContainText('Half a thought')
  await select(bos, 0, LINE.length)
  await bos.keyboard.press('Delete')
  await expect(threads(anas)).toContainText('The text this was about is gone')
  await expect(threads(anas).getByText('column')).toBeVisible()
})

test('mentions, editing and deleting, a link to a comment; contributors comment, viewers read', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const con = await join(server, ana, id, 'Con Major')
  const vic = await join(server, ana, id, 'Vic Reader')
  for (const [person, role] of [
    [con, 'contributor'],
    [vic, 'viewer'],
  ] as const) {
    const { body } = await person.visitor.get('/api/v1/me')
    await ana.visitor.post(`/api/v1/workspaces/${id}/commands`, {
      command: {
        id: crypto.randomUUID(),
        type: 'changeRoles',
        member: body.user.id,
        roles: [role],
      },
    })
  }
  const cons = await open(server, con, storyPath(id, 'ST-1'))
  await composer(cons).pressSequentially('Ask @bo')
  await cons.getByRole('option', { name: 'Bo Lindqvist' }).waitFor()
  await cons.keyboard.press('Enter')
  await composer(cons).pressSequentially('<b>now</b>')
  await cons.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(cons)).toContainText('Ask @Bo Lindqvist <b>now</b>')
  await cons.getByRole('button', { name: 'More about this comment' }).click()
  await cons.getByRole('menuitem', { name: 'Edit' }).click()
  await cons.getByRole('textbox', { name: 'Change the comment' }).fill('Better words')
  await cons.keyboard.press('ControlOrMeta+Enter')
  await expect(threads(cons)).toContainText('Better words')
  await expect(threads(cons)).toContainText('edited')
  await cons.getByRole('button', { name: 'More about this comment' }).click()
  await cons.getByRole('menuitem', { name: 'Copy link' }).click()
  const link = await cons.evaluate(() => navigator.clipboard.readText())

  const vics = await open(server, vic, new URL(link).pathname + new URL(link).hash)
  await expect(vics.getByRole('article', { name: 'Comment by Con Major' })).toBeInViewport()
  await expect(vics.getByText('Viewers can read, but not comment.')).toBeVisible()
  await expect(vics.getByRole('button', { name: 'Reply', exact: true })).toHaveCount(0)

  await cons.getByRole('button', { name: 'More about this comment' }).click()
  await cons.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(vics.getByText('Nothing is said about this story yet')).toBeVisible()
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await expect(bos.getByText('Nothing is said about this story yet')).toBeVisible()
})

for (const [where, viewport] of [
  ['wide', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 800 }],
] as const) {
  test(`axe finds nothing about a discussion, ${where}`, async ({ open }) => {
    const { server, team } = app()
    const { id, ana } = await team([STORY])
    const page = await open(server, ana, storyPath(id, 'ST-1'), { viewport })
    await write(page)
    await composer(page).fill('On the *whole* `fine`')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(threads(page)).toContainText('fine')
    await select(page, 6, 6)
    await page.keyboard.press('ControlOrMeta+Alt+Shift+M')
    await page.getByRole('textbox', { name: 'Write instead' }).fill('field')
    await inEachTheme(page, `a new suggestion, ${where}`)
    await page.getByRole('button', { name: 'Suggest', exact: true }).click()
    await expect(beside(page).getByRole('button', { name: 'Accept' })).toBeVisible()
    await inEachTheme(page, `threads, ${where}`)
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    expect(overflow).toBeLessThanOrEqual(0)
  })
}
