import {
  command,
  expect,
  expectAccessible,
  inEachTheme,
  join,
  type Page,
  storyOf,
  test,
  useApp,
} from '#tests/support/e2e.ts'
import { paste, prose, storyPath, sync, toast, words } from '#tests/support/e2eScreens.ts'
import { asMarkdown } from '#tests/support/e2ePasting.ts'
import {
  callout,
  details,
  linkCard,
  mention,
  paragraph,
  text,
  value,
} from '#tests/support/storyContent.ts'
import { writeStory } from '#tests/support/writeStory.ts'

const app = useApp()
const COMPUTER = { viewport: { width: 1280, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const menu = (page: Page, name: string) => page.getByRole('listbox', { name })

test('people, criteria and stories are mentioned by keys alone, and named as they are now', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Mention', 'Export the backlog'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), COMPUTER)
  await prose(page).click()
  await page.keyboard.type('Ask @bo')
  await expect(menu(page, 'Mentions').getByRole('option')).toHaveText([/Bo Lindqvist/])
  await page.keyboard.press('Enter')
  await page.keyboard.type('about @st-2')
  await expect(menu(page, 'Mentions').getByRole('option').first()).toContainText(
    'Export the backlog',
  )
  await page.keyboard.press('Tab')
  await expect(prose(page)).toContainText('Ask @Bo Lindqvist about ST-2 Export the backlog Idea')
  // Its title and stage are those of the moment.
  const story = (await storyOf(ana, id, 'ST-2'))!.id
  await command(bo, id, { type: 'renameStory', story, title: 'Export everything' })
  await command(bo, id, { type: 'startRefining', story })
  await expect(prose(page)).toContainText('ST-2 Export everything Refinement')
  await page.keyboard.press('ArrowLeft')
  // A browser tells of a caret that has moved in its own time; no hand is quicker.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('toolbar', { name: 'Mention' })).toContainText('Export everything')
  await page.getByRole('toolbar', { name: 'Mention' }).getByRole('button', { name: 'Open' }).click()
  await expect(page).toHaveURL(/\/s\/ST-2$/)
})

test('[RO10] a story of a private team is "a story you cannot open", and its title is not in the text', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Open to all', 'Top secret plan'])
  const eve = await join(server, ana, id, 'Eve')
  const secret = (await storyOf(ana, id, 'ST-2'))!.id
  await command(ana, id, { type: 'createTeam', team: 'dark', name: 'Dark', isPrivate: true })
  await command(ana, id, { type: 'setPolicy', policy: { gate: 'off' } })
  await command(ana, id, { type: 'startRefining', story: secret })
  await command(ana, id, { type: 'markReady', story: secret })
  await command(ana, id, { type: 'assignToTeam', story: secret, team: 'dark' })
  const anas = await open(server, ana, storyPath(id, 'ST-1'), COMPUTER)
  await prose(anas).click()
  await anas.keyboard.type('See @secret')
  await expect(menu(anas, 'Mentions').getByRole('option')).toHaveCount(1)
  await anas.keyboard.press('Enter')
  await anas.keyboard.type('and @dark')
  await expect(menu(anas, 'Mentions').getByRole('option')).toHaveCount(1)
  await anas.keyboard.press('Enter')
  await expect(prose(anas)).toContainText('Top secret plan')
  await expect(sync(anas)).toHaveText(/Saved/)
  const eves = await open(server, eve, storyPath(id, 'ST-1'), COMPUTER)
  await expect(prose(eves)).toContainText('See a story you cannot open and a team you cannot see')
  await prose(eves).click()
  await eves.keyboard.press('ControlOrMeta+End')
  await eves.keyboard.type('@secret')
  await expect(menu(eves, 'Mentions')).toHaveCount(0)
  expect(await asMarkdown(eves)).not.toMatch(/secret plan|Dark/)
})

test('blocks move by their handle and by keys, and turn into others', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['Blocks'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), COMPUTER)
  await prose(page).click()
  for (const line of ['one', 'two', 'three']) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.type('four')
  await prose(page).getByText('three').hover()
  const handle = page.getByRole('button', { name: 'More about this block' })
  await expect(handle).toBeVisible()
  const from = (await handle.boundingBox())!
  const to = (await prose(page).getByText('one').boundingBox())!
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(to.x + 20, to.y + 6, { steps: 8 })
  await page.mouse.move(to.x + 20, to.y + 1, { steps: 2 })
  await page.mouse.up()
  await expect.poll(() => words(page)).toBe('three\none\ntwo\nfour')
  await prose(page).getByText('four').click()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect.poll(() => words(page)).toBe('three\none\nfour\ntwo')
  await page.keyboard.press('ControlOrMeta+/')
  await page.getByRole('menuitem', { name: 'Heading 2' }).click()
  await expect(prose(page).getByRole('heading', { name: 'four' })).toBeVisible()
  await prose(page).getByText('two').click()
  await page.keyboard.press('ControlOrMeta+/')
  await page.getByRole('menuitem', { name: 'Callout' }).click()
  await expect(prose(page).locator('.story-callout')).toHaveText('two')
  await expect(prose(page)).toBeFocused()
})

test('words are found, walked through, replaced and taken back; Escape is back in the text', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Find'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), COMPUTER)
  await prose(page).click()
  await page.keyboard.type('Row, row and ROW')
  await page.keyboard.press('ControlOrMeta+F')
  const bar = page.getByRole('search', { name: 'Find in this story' })
  await bar.getByRole('textbox', { name: 'Find in this story' }).fill('row')
  await expect(bar.getByRole('status').first()).toHaveText(/ of 3/)
  await expect(prose(page).locator('.story-match')).toHaveCount(3)
  await page.keyboard.press('Enter')
  await bar.getByRole('button', { name: 'Match case' }).click()
  await expect(bar.getByRole('status').first()).toHaveText('1 of 1')
  await bar.getByRole('button', { name: 'Match case' }).click()
  await bar.getByRole('button', { name: 'Replace', exact: true }).click()
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('line')
  await expectAccessible(page, 'finding')
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await expect(prose(page)).toHaveText('line, line and line')
  await expect(bar.getByText('3 replaced.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(prose(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(prose(page)).toHaveText('Row, row and ROW')
})

test('the words are counted, and the text can be alone on the screen until Escape', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Count'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), COMPUTER)
  await prose(page).click()
  await page.keyboard.type('one two three')
  await expect(page.getByText('3 words', { exact: true })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await expect(page.getByText('1 of 3 words selected')).toBeVisible()
  await page.getByRole('button', { name: 'Focus on the text' }).click()
  await expect(page.getByRole('complementary', { name: 'About this story' })).toHaveCount(0)
  await expect(page.getByRole('navigation').first()).toBeHidden()
  await expect(sync(page).filter({ visible: true })).toHaveText(/Saved/)
  // Away from the buttons: a tooltip is no part of the page.
  await page.mouse.move(640, 700)
  await expect(page.getByText('Templates', { exact: true })).toHaveCount(0)
  await expectAccessible(page, 'the text alone')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Show everything again' }).first()).toBeVisible()
  await prose(page).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary', { name: 'About this story' })).toBeVisible()
  await expect(page.getByRole('navigation').first()).toBeVisible()
})

test('[TP1] a template is written in the settings, starts an empty story, and takes nothing away', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Empty'])
  const settings = await open(server, ana, `/w/${id}/settings/templates`, COMPUTER)
  await settings.getByRole('textbox', { name: 'New template' }).fill('Bug')
  await settings.keyboard.press('Enter')
  const content = settings.getByRole('textbox', { name: 'Text of the template Bug' })
  await content.fill(
    '## Customer value\n\nWho is stopped by it?\n\n## Acceptance criteria\n\n1. It is gone',
  )
  const preview = settings.getByRole('region', { name: 'What a story begins with from Bug' })
  await expect(preview.getByText('Acceptance criteria')).toBeVisible()
  await expect(preview).toContainText('It is gone')
  await inEachTheme(settings, 'a template that is written')
  await settings.keyboard.press('ControlOrMeta+Enter')
  await settings.getByRole('button', { name: 'Offer Bug first' }).click()
  await settings.getByRole('textbox', { name: 'New template' }).focus()
  await expect(preview).toHaveCount(0)
  await expect(settings.getByText('Offered first', { exact: true })).toBeVisible()
  await inEachTheme(settings, 'the templates')
  const page = await open(server, bo, storyPath(id, 'ST-1'), COMPUTER)
  await page.getByRole('button', { name: 'Start from “Bug”' }).click()
  await expect(prose(page)).toContainText('Who is stopped by it?')
  await expect(page.getByRole('button', { name: 'Start from “Bug”' })).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('Mine /template')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Find a template' }).fill('bug')
  await page.keyboard.press('Enter')
  expect((await asMarkdown(page)).split('\n').filter(Boolean)).toEqual([
    '## Customer value',
    'Who is stopped by it?',
    'Who is stopped by it?',
    '## Acceptance criteria',
    '1. It is gone',
    '2. It is gone',
    'Mine',
  ])
})

test('a pasted address becomes a link, and by keyboard a card; undo makes a link of it again', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['A mockup elsewhere'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), COMPUTER)
  const bos = await open(server, bo, storyPath(id, 'ST-1'), COMPUTER)
  await prose(page).click()
  await paste(page, 'https://example.com/the-export-page')
  await expect(prose(bos).getByRole('link', { name: 'https://example.com/the' })).toBeVisible()
  // What comes next is a step of its own for undo.
  await expect(sync(page)).toHaveText('Saved')
  await page.keyboard.press('ControlOrMeta+/')
  await page.getByRole('menuitem', { name: 'Card', exact: true }).focus()
  await page.keyboard.press('Enter')
  const shown = prose(bos).locator('.story-card')
  await expect(shown).toContainText('The export page')
  await expect(prose(page)).toBeFocused()
  await inEachTheme(page, 'a link as a card')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(shown).toHaveCount(0)
  await expect(prose(bos)).toContainText('https://example.com/the-export-page')
})

test('[TP1] a story is saved as a template where it is written; undo takes it back', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['A good one', 'The next'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), COMPUTER)
  await prose(page).click()
  await page.keyboard.type('## Why')
  await page.keyboard.press('Enter')
  await page.keyboard.type('So that it lasts')
  await page.getByRole('button', { name: 'Templates' }).click()
  const name = page.getByRole('textbox', { name: /^Save this story as a template/ })
  await name.fill('Lasting')
  await inEachTheme(page, 'the templates of a story')
  await name.press('Enter')
  await expect(toast(page, 'Template Lasting created')).toBeVisible()
  await page.goto(new URL(storyPath(id, 'ST-2'), server.url).href)
  await page.getByRole('button', { name: 'Start from “Lasting”' }).click()
  await expect(prose(page)).toContainText('So that it lasts')

  await page.getByRole('button', { name: 'Templates' }).click()
  await name.fill('Again')
  await name.press('Enter')
  await toast(page, 'Template Again created').getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Templates' }).click()
  await expect(page.getByRole('option', { name: /^Lasting/ })).toBeVisible()
  await expect(page.getByRole('option', { name: /^Again/ })).toHaveCount(0)
})

test('[RO4] a viewer reads a page and no field, sees why, and whom to ask', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['Read'])
  const eve = await join(server, ana, id, 'Eve')
  const { body } = await eve.visitor.get('/api/v1/me')
  await command(ana, id, { type: 'changeRoles', member: body.user.id, roles: ['viewer'] })
  const story = (await storyOf(ana, id, 'ST-1'))!.id
  const other = linkCard('https://example.com/page', 'A page')
  await writeStory(
    server.url,
    ana.visitor,
    { workspace: id, story },
    value(paragraph('Why')),
    details('More', paragraph('Inside')),
    other,
  )
  const page = await open(server, eve, storyPath(id, 'ST-1'), COMPUTER)
  await expect(page.getByRole('article', { name: 'Text of ST-1' })).toContainText('Why')
  await expect(
    page.getByText(/Only members can change this story\. Ask .*Ana Ferreira/),
  ).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^Text of/ })).toHaveCount(0)
  await expect(page.getByText('Inside')).toBeHidden()
  await page.getByRole('button', { name: 'Unfold More' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Inside')).toBeVisible()
  await inEachTheme(page, 'a story that is only read')
})

test('Tab and Escape leave every block; what folds opens by keys', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['Leave'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), COMPUTER)
  await prose(page).click()
  await page.keyboard.type('+++ More')
  await expect(page.getByRole('button', { name: 'Unfold More' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('button', { name: 'Fold More' })).toHaveAttribute(
    'aria-expanded',
    'true',
  )
  await page.keyboard.press('Enter')
  await page.keyboard.type('Inside')
  for (const write of ['/callout', '/bullet', '/code', '/table']) {
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type(write)
    await page.keyboard.press('Enter')
    await page.keyboard.type('x')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await expect(prose(page), write).not.toBeFocused()
    await prose(page).focus()
  }
})

for (const [name, device] of [
  ['1280', COMPUTER],
  ['390', PHONE],
] as const) {
  test(`axe finds nothing in the new blocks and menus, ${name} wide, light and dark`, async ({
    open,
  }) => {
    const { server, team } = app()
    const { id, ana } = await team(['Axe', 'Other'])
    const story = (await storyOf(ana, id, 'ST-1'))!.id
    const other = (await storyOf(ana, id, 'ST-2'))!.id
    await writeStory(
      server.url,
      ana.visitor,
      { workspace: id, story },
      value(paragraph('Why')),
      {
        type: 'paragraph',
        content: [text('See '), mention('story', other), text(' and '), mention('story', 'hidden')],
      },
      callout('note', paragraph('Note')),
      callout('tip', paragraph('Tip')),
      callout('warning', paragraph('Warning')),
      callout('danger', paragraph('Danger')),
      callout('decision', paragraph('Decision')),
      details('More', paragraph('Inside')),
      linkCard('https://example.com/page', 'A page'),
      {
        type: 'codeBlock',
        attrs: { language: 'typescript' },
        content: [text('// no\nexport const a = f("x", 42, null)')],
      },
      paragraph('End'),
    )
    const page = await open(server, ana, storyPath(id, 'ST-1'), device)
    await expect(prose(page).locator('.hljs-keyword').first()).toBeVisible()
    await inEachTheme(page, 'the blocks')
    await prose(page).getByText('End').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' @')
    await expect(menu(page, 'Mentions').getByRole('option').first()).toBeVisible()
    await inEachTheme(page, 'the mentions')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })
}
