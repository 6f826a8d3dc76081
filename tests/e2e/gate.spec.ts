import { command, expect, inEachTheme, join, storyOf, test, useApp } from '#tests/support/e2e.ts'
import { appoint, bring, idOf, makeTeam, makeTheme, setGate } from '#tests/support/e2eFlow.ts'
import { KEPT, goOffline } from '#tests/support/e2eOffline.ts'
import {
  boardPath,
  card,
  column,
  drag,
  prose,
  spoken,
  storyPath,
  sync,
  toast,
} from '#tests/support/e2eScreens.ts'

const STORIES = [
  'Get a Data Package into R',
  'Add type information to my data',
  'Know that my data conforms to its profile',
] as const

const READY = 'Ready for assignment'

const app = useApp()

test('[RD1] where the gate warns, a drop on Ready opens what is missing, at the card; Escape puts it back', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  await bring(ana, id, 'refinement', 'ST-1')
  const page = await open(server, ana, boardPath(id))
  await expect(card(page, STORIES[0]).getByRole('img', { name: '1 of 5 checks met' })).toBeVisible()
  await expect(card(page, STORIES[1]).getByRole('img', { name: 'checks met' })).toHaveCount(0)

  await drag(page, card(page, STORIES[0]), column(page, READY), { drop: false })
  await expect(column(page, READY)).toContainText('4 checks missing')
  await page.mouse.up()
  const missing = page.getByRole('list', { name: 'What is missing' })
  await expect(missing.getByRole('listitem')).toHaveText([
    /Customer value.*Nobody has written why it matters/,
    /Acceptance criteria/,
    /Theme.*It has no theme/,
    /Persona/,
  ])
  await expect(card(column(page, READY), STORIES[0])).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(missing).toHaveCount(0)
  await expect(card(column(page, 'Refinement'), STORIES[0])).toBeFocused()
  expect(await storyOf(ana, id, 'ST-1')).toMatchObject({ stage: 'refinement' })

  await drag(page, card(page, STORIES[0]), column(page, READY))
  await page.getByRole('button', { name: 'Mark ready anyway' }).click()
  await expect(toast(page, 'ST-1 moved to Ready')).toBeVisible()
  await expect(card(column(page, READY), STORIES[0])).toBeFocused()
  await expect(sync(page)).toHaveText('Saved')
  expect(await storyOf(ana, id, 'ST-1')).toMatchObject({ stage: 'ready' })
})

test('[RD1] by keyboard alone: every way to Ready asks, and one press goes through', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  await bring(ana, id, 'refinement', 'ST-1', 'ST-2')
  const page = await open(server, ana, boardPath(id))
  const anyway = page.getByRole('button', { name: 'Mark ready anyway' })
  const first = page.getByRole('list', { name: 'What is missing' }).getByRole('button').first()

  await card(page, STORIES[0]).focus()
  await page.keyboard.press('Shift+R')
  await expect(first).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card(page, STORIES[0])).toBeFocused()

  await page.keyboard.press('m')
  await page.keyboard.press('ArrowRight')
  await expect(spoken(page, `${READY}, 1 of 1, 4 checks missing`)).toBeAttached()
  await page.keyboard.press('Enter')
  await expect(first).toBeFocused()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Shift+M')
  await expect(page.getByRole('menuitem', { name: READY })).toContainText('4 checks missing')
  await page.getByRole('menuitem', { name: READY }).press('Enter')
  await expect(first).toBeFocused()
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('mark ready')
  await page.keyboard.press('Enter')
  await expect(first).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(card(column(page, READY), STORIES[0])).toBeFocused()
  await expect(anyway).toHaveCount(0)
})

test('[RD1] where the gate blocks, Ready is dimmed, and a reason goes through and is recorded', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  await setGate(ana, id, 'block', 'theme', 'persona')
  await bring(ana, id, 'refinement', 'ST-1')
  const page = await open(server, ana, boardPath(id))
  await drag(page, card(page, STORIES[0]), column(page, READY), { drop: false })
  await expect(column(page, READY)).toContainText('2 checks missing')
  await page.mouse.up()
  const why = page.getByRole('textbox', { name: 'Why it goes to Ready all the same' })
  await expect(why).toBeVisible()
  await expect(card(column(page, 'Refinement'), STORIES[0])).toBeVisible()
  await page.getByRole('button', { name: 'Mark ready anyway' }).click()
  await expect(why).toHaveAttribute('aria-invalid', 'true')
  await why.fill('The customer signs tomorrow')
  await page.keyboard.press('Escape')

  // What was typed survives Escape and another way to ask.
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('Shift+R')
  await expect(why).toHaveValue('The customer signs tomorrow')
  await why.press('Enter')
  await expect(card(column(page, READY), STORIES[0])).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  expect(await storyOf(ana, id, 'ST-1')).toMatchObject({ stage: 'ready' })
})

test('[RD1] who may not mark ready is told whom to ask, on every way, before trying', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  await bring(ana, id, 'refinement', 'ST-1')
  await join(server, ana, id, 'Pia Berg')
  const page = await open(server, bo, boardPath(id))
  await expect(card(page, STORIES[0])).toBeVisible()
  await appoint(ana, id, 'Pia Berg', 'product-manager')

  const says = /Only product managers can mark stories ready.*Pia Berg/
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('Shift+M')
  const item = page.getByRole('menuitem', { name: READY })
  await expect(item).toContainText(says)
  await expect(item).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await drag(page, card(page, STORIES[0]), column(page, READY), { drop: false })
  await expect(column(page, READY)).toContainText(says)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await page.goto(server.url + storyPath(id, 'ST-1'))
  const button = page.getByRole('button', { name: 'Mark ready' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText(says).first()).toBeVisible()
  await button.press('Enter')
  await expect(toast(page, says)).toBeVisible()
  expect(await storyOf(ana, id, 'ST-1')).toMatchObject({ stage: 'refinement' })
})

test('[RD4] each missing check goes there in one press: the field opens, the caret stands in the section', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  await bring(ana, id, 'refinement', 'ST-1')
  const page = await open(server, ana, boardPath(id))
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('Shift+R')
  const fix = (name: string) =>
    page.getByRole('list', { name: 'What is missing' }).getByRole('button', { name })
  await fix('Theme').press('Enter')
  const themes = page.getByRole('combobox', { name: 'Find or create a theme' })
  await expect(themes).toBeFocused()
  await page.keyboard.type('Trust')
  await page.keyboard.press('Enter')
  await expect(toast(page, 'Theme "Trust" created')).toBeVisible()
  const peek = page.getByRole('complementary', { name: 'Story ST-1' })
  await expect(peek.getByRole('button', { name: 'Theme: Trust' })).toBeVisible()
  await expect(card(page, STORIES[0]).getByRole('img', { name: '2 of 5 checks met' })).toBeVisible()

  const checks = peek.getByRole('list', { name: 'Required checks' })
  await checks.getByRole('button', { name: /^Persona/ }).press('Enter')
  await expect(page.getByRole('combobox', { name: 'Find or create a persona' })).toBeFocused()
  await page.keyboard.type('not needed')
  await page.keyboard.press('Enter')
  await expect(peek.getByRole('button', { name: 'Persona: Not needed' })).toBeVisible()

  await checks.getByRole('button', { name: /^Customer value/ }).press('Enter')
  await expect(prose(page)).toBeFocused()
  await page.keyboard.type('A researcher reads it in seconds.')
  await expect(checks.getByRole('button', { name: /^Customer value/ })).toHaveCount(0)
  await checks.getByRole('button', { name: /^Acceptance criteria/ }).press('Enter')
  await expect(prose(page)).toBeFocused()
  await page.keyboard.type('Types are kept')
  await expect(peek).toContainText('All required checks met')
  await peek.getByRole('button', { name: 'Mark ready' }).click()
  await expect(card(column(page, READY), STORIES[0])).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  expect(await storyOf(ana, id, 'ST-1')).toMatchObject({
    stage: 'ready',
    readiness: { met: 5, of: 5 },
  })
})

test('[RD4] on the page of a story the gate opens in place, follows what is put right, and lets through', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  await setGate(ana, id, 'warn', 'theme')
  const theme = await makeTheme(ana, id, 'Trust')
  await bring(ana, id, 'refinement', 'ST-1')
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await expect(page.getByRole('list', { name: 'Stage' })).toContainText('1 check missing')
  await page.getByRole('button', { name: 'Mark ready' }).click()
  await expect(page.getByRole('list', { name: 'What is missing' })).toContainText('It has no theme')
  await command(ana, id, { type: 'setTheme', story: await idOf(ana, id, 'ST-1'), theme })
  await expect(page.getByText('ST-1 is ready')).toBeVisible()
  await page.getByRole('button', { name: 'Mark ready', exact: true }).last().click()
  await expect(
    page.getByRole('list', { name: 'Stage' }).getByRole('button', { name: READY }),
  ).toHaveAttribute('aria-current', 'step')
})

test('[UX13] a story marked ready offline that the gate refuses comes back with what is missing and the way there', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  await setGate(ana, id, 'block', 'theme')
  const theme = await makeTheme(ana, id, 'Trust')
  await bring(ana, id, 'refinement', 'ST-1')
  const story = await idOf(ana, id, 'ST-1')
  await command(ana, id, { type: 'setTheme', story, theme })
  const page = await open(server, ana, boardPath(id), KEPT)
  await expect(card(page, STORIES[0]).getByRole('img', { name: '1 of 1 checks met' })).toBeVisible()
  await goOffline(page)
  await expect(sync(page)).toHaveText('Offline')
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('Shift+R')
  await expect(card(column(page, READY), STORIES[0])).toBeVisible()
  await command(ana, id, { type: 'setTheme', story, theme: null })
  await page.context().setOffline(false)
  await expect(card(column(page, 'Refinement'), STORIES[0])).toBeVisible()
  await page.getByRole('button', { name: '1 change was not accepted' }).click()
  const panel = page.getByRole('dialog', { name: '1 change was not accepted' })
  await expect(panel).toContainText('it has no theme')
  await panel.getByRole('button', { name: /^Theme/ }).click()
  await expect(page).toHaveURL(/\/s\/ST-1$/)
  await expect(page.getByRole('combobox', { name: 'Find or create a theme' })).toBeFocused()
})

test('[ST3] A assigns a ready story to a team by keyboard; undo brings it back to its place', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const web = await makeTeam(ana, id, 'Web')
  await makeTeam(ana, id, 'Data platform')
  await bring(ana, id, 'ready', 'ST-1', 'ST-2', 'ST-3')
  const page = await open(server, ana, boardPath(id))
  await card(page, STORIES[1]).focus()
  await page.keyboard.press('a')
  await expect(page.getByRole('combobox', { name: 'Assign ST-2 to' })).toBeFocused()
  await expect(page.getByRole('option')).toHaveCount(2)
  await page.keyboard.type('we')
  await page.keyboard.press('Enter')
  await expect(toast(page, 'ST-2 assigned to Web')).toBeVisible()
  await expect(card(page, STORIES[1])).toHaveCount(0)
  await expect(card(page, STORIES[2])).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(column(page, READY).getByRole('listitem').nth(1)).toContainText(STORIES[1])

  await card(page, STORIES[1]).focus()
  await page.keyboard.press('a')
  await page.keyboard.type('web')
  await page.keyboard.press('Enter')
  await toast(page, 'ST-2 assigned to Web')
    .getByRole('button', { name: 'Open the backlog' })
    .click()
  await expect(page).toHaveURL(new RegExp(`/t/${web}`))
})

test('axe finds nothing with the gate, the fields and the filter open, light and dark', async ({
  open,
}) => {
  test.setTimeout(240_000)
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  await makeTeam(ana, id, 'Web')
  const theme = await makeTheme(ana, id, 'Trust')
  await bring(ana, id, 'refinement', 'ST-1')
  await bring(ana, id, 'ready', 'ST-2')
  await command(ana, id, { type: 'setTheme', story: await idOf(ana, id, 'ST-2'), theme })
  const page = await open(server, ana, `${boardPath(id)}?group=theme&ready=no`, {
    reducedMotion: 'reduce',
  })
  await expect(card(page, STORIES[0])).toBeVisible()
  await inEachTheme(page, 'filtered and grouped')
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('Shift+R')
  await expect(page.getByRole('button', { name: 'Mark ready anyway' })).toBeVisible()
  await inEachTheme(page, 'gate')
  await page.keyboard.press('Escape')
  await card(page, STORIES[1]).focus()
  await page.keyboard.press('a')
  await expect(page.getByRole('option', { name: /Web/ })).toBeVisible()
  await inEachTheme(page, 'assign')
  await page.keyboard.press('Escape')
  await page.keyboard.press('f')
  await expect(page.getByRole('option').first()).toBeVisible()
  await inEachTheme(page, 'filter')
  await page.keyboard.press('Escape')
  await card(page, STORIES[0]).focus()
  await page.keyboard.press('t')
  await expect(page.getByRole('combobox', { name: 'Find or create a theme' })).toBeVisible()
  await inEachTheme(page, 'a field beside the board')
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport)
    await page.goto(server.url + storyPath(id, 'ST-1'))
    await page.getByRole('button', { name: 'Mark ready' }).click()
    await expect(page.getByRole('button', { name: 'Mark ready anyway' })).toBeVisible()
    await inEachTheme(page, `a story and its gate, ${viewport.width}`)
  }
})
