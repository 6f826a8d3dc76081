import {
  command,
  expect,
  inEachTheme,
  type Page,
  storyOf,
  test,
  useApp,
} from '#tests/support/e2e.ts'
import { boardPath, card, paste, prose, storyPath, sync, words } from '#tests/support/e2eScreens.ts'

const STORY = 'Export the backlog to CSV'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

const app = useApp()

const criteria = (page: Page) => prose(page).locator('.story-criterion')
const questions = (page: Page) => prose(page).locator('.story-question')

test('[RD2] value, criteria in both forms and an answered question, by keyboard alone', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await begin(page)
  await block(page, '/value', 'Customer value')
  await page.keyboard.type('A publisher checks a table before anyone downloads it.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await block(page, '/acc', 'Acceptance criteria')
  await lines(page, 'One row a story', 'Only what the reader may see')
  await page.keyboard.press('Tab')
  await lines(page, 'Private teams are left out', '')
  await page.keyboard.type('Given an empty filter')
  await page.keyboard.press('Enter')
  await lines(page, 'she exports', 'the file has a header')
  await page.keyboard.press('Backspace')
  await block(page, ' /ques', 'Open question')
  await page.keyboard.type('Which columns?')
  await page.keyboard.press('ControlOrMeta+/')
  await page.getByRole('menuitem', { name: 'Choose owner' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemradio', { name: 'Bo Lindqvist' }).focus()
  await page.keyboard.press('Enter')
  await expect(questions(page).getByRole('button', { name: 'Owner: Bo Lindqvist' })).toBeVisible()
  await expect(prose(page)).toBeFocused()

  await expect(criteria(page)).toHaveCount(4)
  await expect(criteria(page).nth(1).locator('.story-criterion')).toHaveText(
    'Private teams are left out',
  )
  await expect(criteria(page).nth(3).locator('.story-clause')).toHaveText([
    'Givenan empty filter',
    'Whenshe exports',
    'Thenthe file has a header',
  ])
  await expect(sync(page)).toHaveText('Saved')
  await expect
    .poll(() => facts(ana, id))
    .toMatchObject({
      hasValue: true,
      criteria: 4,
      openQuestions: 1,
      blockingQuestions: 1,
    })

  await page.keyboard.press('ControlOrMeta+Enter')
  await page.keyboard.type('All of them.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(questions(page)).toHaveClass(/is-answered/)
  await expect(sync(page)).toHaveText('Saved')
  await expect.poll(() => facts(ana, id)).toMatchObject({ openQuestions: 0, blockingQuestions: 0 })
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await expect(questions(bos)).toContainText('Which columns?')
  await expect(questions(bos)).toContainText('All of them.')
})

test('[UX16] two people write in one criterion and see each other there', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  await add(anas, 'Acceptance criteria')
  await anas.keyboard.type('The file has a header')
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await criteria(bos).getByText('The file has a header').click()
  await bos.keyboard.press('Home')
  await bos.keyboard.type('Always: ')
  await anas.keyboard.type(' and rows')
  for (const page of [anas, bos]) {
    await expect.poll(() => words(page)).toContain('Always: The file has a header and rows')
  }
  await expect(criteria(anas).locator('.story-caret')).toContainText('Bo Lindqvist')
  await expect(criteria(bos).locator('.story-caret')).toContainText('Ana Ferreira')
  await anas.keyboard.press('ControlOrMeta+Z')
  await expect(criteria(bos).locator('p')).toContainText('Always:')
})

test('a criterion moves, nests and goes, and undo brings it back with its link', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await add(page, 'Acceptance criteria')
  await lines(page, 'A', 'B', 'C')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(criteria(page)).toHaveText(['A', 'C', 'B'])
  await page.keyboard.type('!')
  await expect(criteria(page).nth(1)).toHaveText('C!')
  await page.keyboard.press('Tab')
  await expect(criteria(page).first().locator('.story-criterion')).toHaveText('C!')
  await page.keyboard.press('Shift+Tab')
  await dragTo(page, 2, 0)
  await expect(criteria(page)).toHaveText(['B', 'A', 'C!'])

  await criteria(page).nth(1).hover()
  const more = page.getByRole('button', { name: 'More about this criterion' })
  await more.click()
  await page.getByRole('menuitem', { name: 'Copy link' }).click()
  const address = await page.evaluate(() => navigator.clipboard.readText())
  await criteria(page).nth(1).hover()
  await more.click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(criteria(page)).toHaveText(['B', 'C!'])
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(criteria(page)).toHaveText(['B', 'A', 'C!'])
  await expect(sync(page)).toHaveText('Saved')

  expect(new URL(address).pathname).toBe(storyPath(id, 'ST-1'))
  await page.goto('about:blank')
  await page.goto(address)
  await expect(criteria(page).nth(1)).toHaveClass(/is-shown/)
  await expect(criteria(page).nth(0)).not.toHaveClass(/is-shown/)
  await page.goto('about:blank')
  await page.goto(`${address.split('#')[0]}#<img src=x>`)
  await expect(criteria(page)).toHaveText(['B', 'A', 'C!'])
  await expect(prose(page).locator('.is-shown')).toHaveCount(0)
})

test('what is pasted into a criterion is a criterion a line, and a link to a story names the old one', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY, 'Import a backlog'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await add(page, 'Acceptance criteria')
  await paste(page, '- A header\n- Rows\nGiven a filter\nWhen she exports\nThen it is used')
  await expect(criteria(page)).toHaveCount(3)
  await expect(criteria(page).last().locator('.story-clause')).toHaveCount(3)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+C')
  await expect(sync(page)).toHaveText('Saved')
  await page.goto(new URL(storyPath(id, 'ST-2'), server.url).href)
  await begin(page)
  await page.keyboard.press('ControlOrMeta+V')
  await expect(criteria(page)).toHaveText(['A header', 'Rows', /filter/])
  await expect(sync(page)).toHaveText('Saved')
})

test('[RD4] a missing check leads to its section in one press, made if it is not there', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  await command(ana, id, { type: 'startRefining', story: (await storyOf(ana, id, 'ST-1'))!.id })
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await page
    .getByRole('button', { name: /^Acceptance criteria: missing/ })
    .first()
    .click()
  await expect(prose(page)).toBeFocused()
  await page.keyboard.type('The file has a header')
  await expect(criteria(page)).toHaveText('The file has a header')
  await expect(page.getByRole('button', { name: /^Acceptance criteria: missing/ })).toHaveCount(0)
  // From the board, before the story is open.
  await page.goto(new URL(boardPath(id), server.url).href)
  await card(page, STORY).click()
  await page
    .getByRole('button', { name: /^Customer value: missing/ })
    .first()
    .click()
  await expect(prose(page)).toBeFocused()
  await page.keyboard.type('So that nobody types it again')
  await expect(prose(page).locator('.story-customerValue')).toHaveText(
    'So that nobody types it again',
  )
})

test('what folds is written line by line, and the arrow down leads below what is last', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Below'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type('+++ Sum')
  for (const line of ['one', 'two', 'three']) {
    await page.keyboard.press('Enter')
    await page.keyboard.type(line)
  }
  const section = prose(page).locator('.story-details')
  await expect(section.locator('[data-block="summary"]')).toHaveText(['Sum'])
  await expect(section.locator('.story-details-lines > p')).toHaveText([
    'Sum',
    'one',
    'two',
    'three',
  ])
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  for (const write of ['/callout', '/table']) {
    await page.keyboard.type(write)
    await page.keyboard.press('Enter')
    await page.keyboard.type('x')
    // Down through all rows of the table, and out of it.
    for (let row = 0; row < (write === '/table' ? 3 : 1); row += 1) {
      await page.keyboard.press('ArrowDown')
    }
  }
  await page.keyboard.type('below')
  await expect(prose(page).locator('> *').last()).toHaveText('below')
  await expect(prose(page).locator('.story-callout')).toHaveText('x')
})

test('[UX21] on a phone: sections by a tap, the handle above the keyboard, nothing scrolls sideways', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const page = await open(server, ana, storyPath(id, 'ST-1'), PHONE)
  await page
    .getByRole('group', { name: 'Add to this story' })
    .getByRole('button', { name: 'Acceptance criteria' })
    .tap()
  await lines(
    page,
    'A rule with rather many words, so that it does not fit on a single line of a phone',
    'B',
  )
  await page.keyboard.press('Backspace')
  const bar = page.getByRole('toolbar', { name: 'Text' })
  await bar.getByRole('button', { name: 'Indent', exact: true }).tap()
  await expect(criteria(page).first().locator('.story-criterion')).toHaveText('B')
  await bar.getByRole('button', { name: 'Outdent' }).tap()
  await page.getByRole('button', { name: 'More about this criterion' }).tap()
  await page.getByRole('menuitem', { name: 'Write as Given / When / Then' }).tap()
  await expect(criteria(page).last().locator('.story-clause')).toHaveCount(3)
  await page
    .getByRole('group', { name: 'Add to this story' })
    .getByRole('button', { name: 'Open questions' })
    .tap()
  await page.keyboard.type('Which columns?')
  await questions(page).getByRole('button', { name: 'Blocking' }).tap()
  await expect(questions(page).getByRole('button', { name: 'Not blocking' })).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  const [scrollWidth, clientWidth] = await page.evaluate(() => {
    const { documentElement: root } = document
    return [root.scrollWidth, root.clientWidth] as const
  })
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
})

for (const [name, device] of [
  ['1280', { viewport: { width: 1280, height: 800 } }],
  ['390', PHONE],
] as const) {
  test(`axe finds nothing in a story with all its sections, ${name} wide, light and dark`, async ({
    open,
  }) => {
    const { server, team } = app()
    const { id, ana } = await team([STORY])
    const page = await open(server, ana, storyPath(id, 'ST-1'), {
      ...device,
      reducedMotion: 'reduce',
    })
    await begin(page)
    await block(page, '/value', 'Customer value')
    await page.keyboard.type('Why')
    await block(page, ' /acc', 'Acceptance criteria')
    await lines(page, 'A')
    await page.keyboard.press('Tab')
    await page.keyboard.type('B')
    await block(page, ' /given', 'Given / When / Then')
    await block(page, '/question', 'Open question')
    await lines(page, 'Blocks', 'Answered')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.keyboard.type('Yes')
    await page.keyboard.press('ControlOrMeta+Enter')
    await block(page, '/nod', 'No design needed')
    await inEachTheme(page, 'sections')
    await criteria(page).first().getByText('A').click()
    await page.keyboard.press('ControlOrMeta+/')
    await expect(page.getByRole('menuitem', { name: 'Copy link' })).toBeVisible()
    await inEachTheme(page, 'the menu of a criterion')
  })
}

/** Puts the caret into a story that is open, as Enter in its title does. */
async function begin(page: Page): Promise<void> {
  await expect(prose(page)).toBeVisible()
  await page.getByRole('textbox', { name: /^Title of/ }).focus()
  await page.keyboard.press('Enter')
  await expect(prose(page)).toBeFocused()
}

async function add(page: Page, section: string): Promise<void> {
  const sections = page.getByRole('group', { name: 'Add to this story' })
  await sections.getByRole('button', { name: section }).click()
  await expect(prose(page)).toBeFocused()
}

/** Types lines with Enter behind each. */
async function lines(page: Page, ...typed: readonly string[]): Promise<void> {
  for (const line of typed) {
    if (line !== '') await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
}

/** Types a slash and a few letters, and takes the first block offered. */
async function block(page: Page, typed: string, first: string): Promise<void> {
  await page.keyboard.type(typed)
  const blocks = page.getByRole('listbox', { name: 'Blocks' })
  await expect(blocks.getByRole('option', { selected: true })).toContainText(first)
  await page.keyboard.press('Enter')
  await expect(blocks).toBeHidden()
}

/** Drags a criterion by its handle to in front of another. */
async function dragTo(page: Page, from: number, to: number): Promise<void> {
  await criteria(page).nth(from).hover()
  const handle = (await page
    .getByRole('button', { name: 'More about this criterion' })
    .boundingBox())!
  const target = (await criteria(page).nth(to).boundingBox())!
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
  await page.mouse.down()
  await page.mouse.move(handle.x + handle.width / 2, target.y + 10, { steps: 5 })
  await page.mouse.move(target.x + 40, target.y + 2, { steps: 5 })
  await expect(page.locator('.story-dropline')).toBeVisible()
  await page.mouse.up()
}

/** What the server has read in the story's document. */
async function facts(person: Parameters<typeof storyOf>[0], workspace: string): Promise<unknown> {
  const story = (await storyOf(person, workspace, 'ST-1')) as { facts?: unknown } | undefined
  return story?.facts
}
