import { readFile } from 'node:fs/promises'
import {
  command,
  expect,
  inEachTheme,
  join,
  type Page,
  type Person,
  storyOf,
  test,
  useApp,
} from '#tests/support/e2e.ts'
import { KEPT, goOffline } from '#tests/support/e2eOffline.ts'
import { boardPath, storyPath, sync, toast, toTimeline } from '#tests/support/e2eScreens.ts'
import {
  criteria,
  criterion,
  paragraph,
  question,
  questions,
  value,
} from '#tests/support/storyContent.ts'
import { writeStory } from '#tests/support/writeStory.ts'

const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
} as const

const STORY = 'Show the lines of a dataset on a map'
const app = useApp()

/** What happened, a line each: on a story's page, or in the workspace. */
const lines = (page: Page) =>
  page.getByRole('list', { name: 'What happened, newest first' }).getByRole('listitem')

test('[ST9] what two people do to a story is told on its page, to both, as it happens', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const { id: story } = (await storyOf(ana, id, 'ST-1'))!
  const page = await open(server, bo, storyPath(id, 'ST-1'))
  await toTimeline(page)
  await expect(lines(page)).toHaveText([/Ana Ferreira captured it as “Show the lines/])

  await command(bo, id, { type: 'startRefining', story })
  await expect(lines(page).first()).toContainText('Bo Lindqvist moved it from Idea to Refinement')
  await writeStory(
    server.url,
    bo.visitor,
    { workspace: id, story },
    value(paragraph('Planners see at a glance where data is missing')),
    criteria(criterion('Every line is drawn')),
    questions(question('Which projection?', { blocking: true })),
  )
  await command(ana, id, { type: 'markReady', story, confirmed: true })
  await command(ana, id, { type: 'createTeam', team: 'maps', name: 'Maps' })
  await command(ana, id, { type: 'assignToTeam', story, team: 'maps' })
  await command(ana, id, { type: 'sizeStory', story, size: '5' })
  await command(ana, id, { type: 'bounceStory', story, reason: 'Which projection is it?' })

  const told = [
    /Ana Ferreira sent it back from Maps, To do, to Refinement.*Which projection is it\?.*Lost its size 5/s,
    /Ana Ferreira gave it the size 5/,
    /Ana Ferreira assigned it to Maps, To do/,
    /Ana Ferreira marked it ready although 3 checks were missing: a blocking question is open; it has no theme; nobody has said which persona it is for/,
    /Bo Lindqvist edited the text.*With customer value, 1 criterion, 1 open question \(1 blocking\)/s,
    /Bo Lindqvist moved it from Idea to Refinement/,
    /Ana Ferreira captured it/,
  ]
  await expect(lines(page)).toHaveText(told)
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  await toTimeline(anas)
  await expect(lines(anas)).toHaveText(told)
})

test('a version is kept at every stage, and read without changing anything', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const { id: story } = (await storyOf(ana, id, 'ST-1'))!
  const target = { workspace: id, story }
  await writeStory(server.url, ana.visitor, target, value(paragraph('Planners see gaps')))
  await command(ana, id, { type: 'startRefining', story })
  await writeStory(server.url, ana.visitor, target, criteria(criterion('Every line is drawn')))
  await command(ana, id, { type: 'markReady', story, confirmed: true })

  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await page.getByRole('tab', { name: 'Versions' }).click()
  const versions = page.getByRole('list', { name: 'Versions, newest first' }).locator('> li')
  await expect(versions).toHaveText([
    /^Now/,
    /marked it ready.*3 of 5 checks met, but it has no theme; nobody has said.*Current text/s,
    /moved it from Idea to Refinement.*2 of 5 checks met, but there is no acceptance criterion/s,
  ])
  await versions.nth(2).getByRole('button').click()
  await expect(versions.nth(2)).toContainText('Planners see gaps')
  await expect(versions.nth(2)).not.toContainText('Every line is drawn')
  await versions.nth(1).getByRole('button').click()
  await expect(versions.nth(1)).toContainText('Every line is drawn')

  await writeStory(server.url, ana.visitor, target, questions(question('Which projection?')))
  await expect(page.getByText('Current text')).toHaveCount(0)
})

test('[I6] without the server history says where it is, keeps what was loaded, and goes on by itself', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const { id: story } = (await storyOf(ana, id, 'ST-1'))!
  await command(ana, id, { type: 'startRefining', story })
  const page = await open(server, ana, storyPath(id, 'ST-1'), KEPT)
  await toTimeline(page)
  await expect(lines(page)).toHaveCount(2)
  await goOffline(page)
  await expect(sync(page)).toHaveText('Offline')
  await expect(page.getByText('What was loaded before is shown.')).toBeVisible()
  await expect(lines(page)).toHaveCount(2)
  await page.getByRole('tab', { name: 'Versions' }).click()
  await expect(page.getByText('What is here is kept on the server')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByRole('list', { name: 'Versions, newest first' })).toBeVisible()
})

test('[ST7] what is in the trash is restored, taken back, and removed for good by administrators only', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY, 'Be told when a dataset changes'])
  const { id: story } = (await storyOf(ana, id, 'ST-1'))!
  await command(ana, id, { type: 'trashStory', story })
  const page = await open(server, bo, boardPath(id))
  await page.getByRole('navigation').getByRole('link', { name: 'Trash' }).click()
  const trash = page.getByRole('list', { name: 'Stories in the trash' }).getByRole('listitem')
  await expect(trash).toHaveText(/ST-1.*Show the lines.*Idea · trashed by Ana Ferreira/)
  await expect(trash).toContainText('30 days left')
  await expect(page.getByRole('button', { name: /for good/ })).toHaveCount(0)

  await page.getByRole('button', { name: 'Restore ST-1' }).click()
  await expect(page.getByText('The trash is empty')).toBeVisible()
  await expect.poll(() => storyOf(ana, id, 'ST-1')).toMatchObject({ stage: 'idea' })
  await toast(page, 'ST-1 restored').getByRole('button', { name: 'Undo' }).click()
  await expect(trash).toContainText('trashed by Bo Lindqvist')

  const owners = await open(server, ana, `/w/${id}/trash`)
  await owners.getByRole('button', { name: 'Remove ST-1 for good' }).click()
  await expect(owners.getByRole('dialog')).toContainText('This cannot be undone.')
  await owners.getByRole('button', { name: 'Remove for good', exact: true }).click()
  await expect(owners.getByText('The trash is empty')).toBeVisible()
  await expect(toast(owners, 'ST-1 is removed for good')).toBeVisible()
  await page.reload()
  await expect(page.getByText('The trash is empty')).toBeVisible()
})

test('[ST7] who could not edit a story is told why they cannot restore it', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const { id: story } = (await storyOf(ana, id, 'ST-1'))!
  await command(ana, id, { type: 'trashStory', story })
  const kim = await viewer(ana, id)
  const page = await open(server, kim, `/w/${id}/trash`)
  const restore = page.getByRole('button', { name: 'Restore ST-1' })
  await expect(restore).toHaveAttribute('aria-disabled', 'true')
  await expect(restore).toHaveAccessibleDescription(/^Only members can change this story/)
  await restore.focus()
  await page.keyboard.press('Enter')
  await expect(toast(page, 'Only members can change this story')).toBeVisible()
  expect(await storyOf(ana, id, 'ST-1')).toBeUndefined()
})

async function viewer(ana: Person, workspace: string): Promise<Person> {
  const kim = await join(app().server, ana, workspace, 'Kim Nguyen')
  const { body } = await kim.visitor.get('/api/v1/me')
  await command(ana, workspace, { type: 'changeRoles', member: body.user.id, roles: ['viewer'] })
  return kim
}

test('[UX18] the audit shows what is asked for, keeps the question in its address, and exports it', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY, '=1+1'])
  const { id: story } = (await storyOf(ana, id, 'ST-2'))!
  await command(bo, id, { type: 'startRefining', story })
  await command(bo, id, {
    type: 'dismissStory',
    story,
    reason: '=HYPERLINK("http://evil.example")',
  })
  const page = await open(server, ana, boardPath(id))
  await expect(sync(page)).toHaveText('Saved')
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(lines(page)).toHaveText([
    /Today.*Bo Lindqvist moved ST-2 from Refinement to Won't do/s,
    /Bo Lindqvist moved ST-2 from Idea to Refinement/,
    /Bo Lindqvist joined the workspace as member/,
    /Ana Ferreira captured ST-2 as “=1\+1”/,
    /Ana Ferreira captured ST-1/,
    'The beginning',
  ])
  await page.getByLabel('Person').selectOption({ label: 'Ana Ferreira' })
  await expect(lines(page)).toHaveCount(3)
  await page.getByRole('textbox', { name: 'Story' }).fill('st-2')
  await expect(lines(page)).toHaveText([/Ana Ferreira captured ST-2/, 'The beginning'])
  await expect(page).toHaveURL(/by=.+&story=ST-2$/)
  await page.reload()
  await expect(lines(page)).toHaveText([/Ana Ferreira captured ST-2/, 'The beginning'])
  await page.getByLabel('Kind of change').selectOption({ label: 'Trash' })
  await expect(page.getByText('Nothing like this has happened')).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(lines(page)).toHaveCount(6)
  await page.getByRole('textbox', { name: 'Story' }).fill('NO-1')
  await expect(page.getByRole('heading', { name: 'There is no story NO-1' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear' }).click()

  await page.getByLabel('Kind of change').selectOption({ label: 'Captured and moved' })
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^sluice-history-.*\.csv$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(text.split('\r\n')).toHaveLength(1 + 4 + 1)
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`)

  const bos = await open(server, bo, `/w/${id}/history`)
  await expect(lines(bos)).toHaveCount(6)
  await expect(bos.getByRole('link', { name: /Export/ })).toHaveCount(0)
})

test('a long history is drawn where it is looked at, fetched as it is scrolled, and stays still when more happens', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY, 'Be told when a dataset changes'])
  const { id: story } = (await storyOf(ana, id, 'ST-1'))!
  for (let turn = 1; turn <= 120; turn += 1) {
    await command(ana, id, { type: 'setLabels', story, labels: [`turn ${turn}.`] })
  }
  const page = await open(server, ana, `/w/${id}/history`)
  await expect(lines(page).first()).toContainText('the label turn 120. instead of turn 119.')
  expect(await lines(page).count()).toBeLessThan(60)
  const scroller = page.getByRole('group', { name: 'What happened' })
  await scroller.evaluate((element) => (element.scrollTop = 1_000))
  const read = lines(page).filter({ hasText: 'the label turn 100.' })
  await expect(read).toHaveAttribute('aria-posinset', '21')
  const before = (await read.boundingBox())!.y
  await command(ana, id, { type: 'startRefining', story })
  await expect(read).toHaveAttribute('aria-posinset', '22')
  expect(Math.abs((await read.boundingBox())!.y - before)).toBeLessThan(4)
  await expect(async () => {
    await scroller.evaluate((element) => (element.scrollTop = element.scrollHeight))
    await expect(page.getByText('The beginning')).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(lines(page).filter({ hasText: 'captured ST-1' })).toBeVisible()
})

for (const [name, device] of [
  ['1280', { viewport: { width: 1280, height: 800 } }],
  ['390', PHONE],
] as const) {
  test(`axe finds nothing in history, versions and trash, ${name} wide, light and dark`, async ({
    open,
  }) => {
    test.setTimeout(180_000)
    const { server, team } = app()
    const { id, ana } = await team([STORY, 'Be told when a dataset changes'])
    const first = (await storyOf(ana, id, 'ST-1'))!.id
    const second = (await storyOf(ana, id, 'ST-2'))!.id
    await writeStory(
      server.url,
      ana.visitor,
      { workspace: id, story: first },
      value(paragraph('Planners see gaps')),
      criteria(criterion('Every line is drawn', criteria(criterion('Also short ones')))),
      questions(question('Which projection?', { blocking: true })),
    )
    await command(ana, id, { type: 'startRefining', story: first })
    await command(ana, id, { type: 'trashStory', story: second })
    const options = { ...device, reducedMotion: 'reduce' } as const
    const page = await open(server, ana, storyPath(id, 'ST-1'), options)
    await toTimeline(page)
    await expect(lines(page)).toHaveCount(3)
    await inEachTheme(page, 'timeline')
    await page.getByRole('tab', { name: 'Versions' }).click()
    await page
      .getByRole('list', { name: 'Versions, newest first' })
      .getByRole('button')
      .last()
      .click()
    await expect(page.getByText('Also short ones').last()).toBeVisible()
    await inEachTheme(page, 'a version')
    await noSidewaysScroll(page)

    await page.goto(new URL(`/w/${id}/history`, server.url).href)
    await expect(lines(page).last()).toHaveText('The beginning')
    if (name === '390') await page.getByRole('button', { name: 'Filter' }).click()
    await inEachTheme(page, 'history')
    await page.getByRole('textbox', { name: 'Story' }).fill('NO-1')
    await expect(page.getByRole('heading', { name: 'There is no story NO-1' })).toBeVisible()
    await inEachTheme(page, 'history of no story')
    await noSidewaysScroll(page)

    await page.goto(new URL(`/w/${id}/trash`, server.url).href)
    await expect(page.getByRole('button', { name: 'Restore ST-2' })).toBeVisible()
    await inEachTheme(page, 'trash')
    await noSidewaysScroll(page)
    await page.getByRole('button', { name: 'Remove ST-2 for good' }).click()
    await inEachTheme(page, 'removing for good')
    await page.getByRole('button', { name: 'Remove for good', exact: true }).click()
    await expect(page.getByText('The trash is empty')).toBeVisible()
    await inEachTheme(page, 'empty trash')
  })
}

async function noSidewaysScroll(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
}
