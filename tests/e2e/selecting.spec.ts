import { command, expect, inEachTheme, type Page, test, useApp } from '#tests/support/e2e.ts'
import { BACKLOG, backlogRows, webTeam } from '#tests/support/e2eBacklog.ts'
import { bring, idOf, makeTeam, makeTheme, setGate } from '#tests/support/e2eFlow.ts'
import { boardPath, card, column, toast } from '#tests/support/e2eScreens.ts'

const STORIES = [
  'Get a Data Package into R',
  'Add type information to my data',
  'Know that my data conforms to its profile',
  'Embed a preview on my site',
  'Publish to the registry from the shell',
] as const

const app = useApp()

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selected stories' })
const selected = (page: Page) => page.locator('[data-card][aria-label*=" Selected."]')

test('[UX6] X, Shift with arrows and J, Ctrl+A, Ctrl and Shift with a press, the box and Escape select on the board', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  await bring(ana, id, 'refinement', 'ST-4', 'ST-5')
  const page = await open(server, ana, boardPath(id))
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('x')
  await expect(bar(page)).toContainText('1 selected')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+J')
  await expect(bar(page)).toContainText('3 selected')
  await expect(page.getByRole('status').filter({ hasText: '3 selected' })).toHaveCount(1)
  await page.keyboard.press('Shift+K')
  await expect(selected(page)).toHaveCount(2)

  // A press with Ctrl takes one of another column in as well; with Shift it is a range of its own column.
  await card(page, STORIES[4]).click({ modifiers: ['ControlOrMeta'] })
  await expect(bar(page)).toContainText('3 selected')
  await card(page, STORIES[4]).click({ modifiers: ['ControlOrMeta'] })
  await card(page, STORIES[2]).click({ modifiers: ['Shift'] })
  await expect(bar(page)).toContainText('3 selected')
  await expect(page).toHaveURL(new RegExp(`${boardPath(id)}$`))

  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+A')
  await expect(bar(page)).toContainText('3 selected')
  await page.keyboard.press('Escape')
  await card(page, STORIES[1]).hover()
  await page.getByRole('checkbox', { name: 'Select ST-2' }).locator('..').click()
  await expect(bar(page)).toContainText('1 selected')
})

test('[UX4] the help says how to select and what can be done with what is selected', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, boardPath(id))
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('x')
  await expect(bar(page)).toContainText('1 selected')
  await page.keyboard.press('?')
  const group = page
    .getByRole('dialog', { name: 'Keyboard' })
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Selection' }) })
  for (const title of [
    'Select, or take out of the selection',
    'Extend the selection down',
    'Select the whole list or column',
    'Let go of the selection',
    'Move to…',
    'Mark ready',
    'Assign to a team…',
    'Set the theme…',
    'Labels…',
    'Copy as links',
    'Move to trash',
  ]) {
    await expect(group.getByText(title, { exact: true })).toBeVisible()
  }
})

test('[UX9] several get a theme, a label and another stage by keys, each as one change with one way back', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  await makeTheme(ana, id, 'Trust')
  const page = await open(server, ana, boardPath(id))
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await expect(bar(page)).toContainText('5 selected')
  await page.keyboard.press('t')
  await expect(page.getByRole('combobox', { name: 'Find a theme' })).toBeFocused()
  await page.keyboard.type('trust')
  await page.keyboard.press('Enter')
  await expect(toast(page, '5 stories in the theme Trust')).toBeVisible()
  await expect(card(page, STORIES[2])).toContainText('Trust')

  await bar(page).getByRole('button', { name: 'Labels' }).click()
  await expect(page.getByRole('combobox', { name: 'Find or create a label' })).toBeFocused()
  await page.keyboard.type('import')
  await page.keyboard.press('Enter')
  await expect(card(page, STORIES[3])).toContainText('import')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toContainText('5 selected')

  await page.keyboard.press('Shift+M')
  await expect(page.getByRole('combobox', { name: 'Move to' })).toBeFocused()
  await page.keyboard.type('refine')
  await page.keyboard.press('Enter')
  await expect(toast(page, '5 stories moved to Refinement')).toBeVisible()
  await expect(column(page, 'Refinement').locator('[data-card]')).toHaveCount(5)
  await expect(bar(page)).toHaveCount(0)

  await page.keyboard.press('ControlOrMeta+Z')
  await expect(column(page, 'Idea').locator('[data-card]')).toHaveCount(5)
  await expect(column(page, 'Idea').locator('[data-card] h3')).toHaveText([...STORIES])
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(card(page, STORIES[3])).not.toContainText('import')
})

test('[UX13] where some may not go, the others do; the toast says how many not and why, and those stay selected', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const theme = await makeTheme(ana, id, 'Trust')
  await setGate(ana, id, 'block', 'theme')
  await bring(ana, id, 'refinement', 'ST-1', 'ST-2', 'ST-3')
  await command(ana, id, { type: 'setTheme', story: await idOf(ana, id, 'ST-2'), theme })
  const page = await open(server, ana, boardPath(id))
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Shift+R')
  await expect(toast(page, /^ST-2 moved to Ready for assignment, 2 not: /)).toBeVisible()
  await expect(bar(page)).toContainText('2 selected')
  await expect(selected(page).locator('h3')).toHaveText([STORIES[0], STORIES[2]])

  // The reason they share is asked for once, at the bar.
  await bar(page).getByRole('button', { name: "Won't do" }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('Out of scope')
  await page.keyboard.press('Enter')
  await expect(toast(page, "2 stories moved to Won't do")).toBeVisible()
  await toast(page, "2 stories moved to Won't do").getByRole('button', { name: 'Undo' }).click()
  await expect(column(page, 'Refinement').locator('[data-card]')).toHaveCount(2)
})

test('[UX20] a dragged card takes all that are selected with it, and the preview says how many', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  await makeTeam(ana, id, 'Web')
  const page = await open(server, ana, boardPath(id))
  for (const at of [0, 2] as const) {
    await card(page, STORIES[at]).click({ modifiers: ['ControlOrMeta'] })
  }
  await expect(bar(page)).toContainText('2 selected')
  const from = (await card(page, STORIES[2]).boundingBox())!
  const to = (await column(page, 'Refinement').boundingBox())!
  await page.mouse.move(from.x + 80, from.y + 30)
  await page.mouse.down()
  await page.mouse.move(to.x + 80, to.y + 90, { steps: 5 })
  const preview = page.locator('body > [aria-hidden="true"][inert]')
  await expect(preview).toContainText('2')
  await page.mouse.up()
  await expect(column(page, 'Refinement').locator('[data-card] h3')).toHaveText([
    STORIES[0],
    STORIES[2],
  ])
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(column(page, 'Idea').locator('[data-card] h3')).toHaveText([...STORIES])

  // Within its column the block goes together, and stays selected.
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await expect(column(page, 'Idea').locator('[data-card] h3')).toHaveText([
    STORIES[2],
    STORIES[0],
    STORIES[1],
    STORIES[3],
    STORIES[4],
  ])
  await expect(bar(page)).toContainText('2 selected')
})

test('[UX21] on a phone the menu of a card begins a selection, and a tap goes on with it', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const page = await open(server, ana, boardPath(id), phone)
  await page.getByRole('button', { name: 'Move ST-1 to…' }).tap()
  await page.getByRole('menuitem', { name: /^Select/ }).tap()
  await expect(bar(page)).toContainText('1 selected')
  await card(page, STORIES[1]).tap()
  await expect(bar(page)).toContainText('2 selected')
  await bar(page).getByRole('button', { name: 'Move to…' }).tap()
  await page.getByRole('option', { name: 'Refinement', exact: true }).tap()
  await expect(toast(page, '2 stories moved to Refinement')).toBeVisible()
  await expect(bar(page)).toHaveCount(0)
})

test('[UX4] on a backlog the same keys select, and the same actions give a theme and copy links', async ({
  open,
}) => {
  const { server, id, ana, path } = await webTeam(app())
  await makeTheme(ana, id, 'Trust')
  const page = await open(server, ana, path)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await backlogRows(page).first().focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+J')
  await expect(bar(page)).toContainText('2 selected')
  await page.keyboard.press('t')
  await expect(page.getByRole('combobox', { name: 'Find a theme' })).toBeFocused()
  await page.keyboard.type('trust')
  await page.keyboard.press('Enter')
  await expect(toast(page, '2 stories in the theme Trust')).toBeVisible()
  await expect(backlogRows(page).nth(1)).toContainText('Trust')
  await page.keyboard.press('ControlOrMeta+C')
  await expect(toast(page, 'Copied')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')).toEqual([
    `- [ST-1 ${BACKLOG[0]}](${server.url}/w/${id}/s/ST-1)`,
    `- [ST-2 ${BACKLOG[1]}](${server.url}/w/${id}/s/ST-2)`,
  ])
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(backlogRows(page).nth(1)).not.toContainText('Trust')
})

test('the bar and what it opens are accessible in light and in dark, narrow and wide', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  await makeTheme(ana, id, 'Trust')
  const page = await open(server, ana, boardPath(id))
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(bar(page)).toContainText('2 selected')
    await inEachTheme(page, `selected, ${width}`)
    for (const name of ['Move to…', 'Theme', "Won't do"]) {
      await bar(page).getByRole('button', { name }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await inEachTheme(page, `${name}, ${width}`)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  }
})
