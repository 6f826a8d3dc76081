import { command, expect, inEachTheme, type Page, test } from '#tests/support/e2e.ts'
import { backlogPath, backlogRows, backlogStory } from '#tests/support/e2eBacklog.ts'
import { expectNoEnglish, inGerman } from '#tests/support/e2eGerman.ts'
import { goOffline, KEPT, untilKeptForOffline } from '#tests/support/e2eOffline.ts'
import { toast } from '#tests/support/e2eScreens.ts'
import { rendersSince, watchRenders } from '#tests/support/renders.ts'
import { planByWeeks, useTeamAtWork, WAITING } from '#tests/support/e2ePace.ts'

// One team in the order of its life: without iterations, then with them.
const work = useTeamAtWork()

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const LIKELY = /^Likely done by (.+) \(85 of 100\), as likely as not by (.+)$/

/** What a row of the list says of its story's forecast. */
const forecastOf = (page: Page, title: string) =>
  backlogRows(page).filter({ hasText: title }).getByTitle(LIKELY)

const dialog = (page: Page) => page.getByRole('dialog', { name: /^Next iteration/ })

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Next iteration/ }).click()
  await page.getByRole('button', { name: 'Fill the next iteration…' }).click()
  await expect(dialog(page)).toBeVisible()
}

test('[FC2] [FC4] rows, cards and the story say when it is likely done; what is moved up or begun is done earlier', async ({
  open,
}) => {
  const { server, ana, id, team, path } = work()
  const page = await open(server, ana, path)
  const [title] = WAITING[4]
  const fact = forecastOf(page, title)
  await expect(fact).toContainText(/P85 \d+ \w+/)
  const late = (await fact.getAttribute('title')) ?? ''
  const stories = await backlogRows(page).count()
  await expect(backlogRows(page).getByTitle(LIKELY)).toHaveCount(stories)

  const row = backlogRows(page).filter({ hasText: title })
  const story = (await row.getAttribute('data-card')) ?? ''
  await command(ana, id, { type: 'rankStory', story, place: { after: null } })
  await expect(fact).not.toHaveAttribute('title', late)
  const early = (await fact.getAttribute('title')) ?? ''
  // Three have been begun already: it is the fourth now, and the first once it is begun and stands at the top.
  await command(ana, id, { type: 'moveToStep', story, step: 'doing' })
  await expect(fact).not.toHaveAttribute('title', early)

  await row.press('Space')
  const peek = page.getByRole('complementary', { name: /^Story FD-/ })
  await expect(peek.getByRole('group', { name: 'Forecast' })).toContainText(
    '(85 of 100), as likely as not by',
  )
  await page.goto(new URL(backlogPath(id, team, 'view=board'), server.url).href)
  await expect(
    page.getByRole('article').filter({ hasText: title }).getByTitle(LIKELY),
  ).toBeVisible()
  await command(ana, id, { type: 'moveToStep', story, step: 'todo' })
  await command(ana, id, { type: 'rankStory', story, place: { after: await lastOf(page) } })
})

test('[FC2] [UX1] one move changes the dates of many stories, and renders the row of its own alone', async ({
  open,
}) => {
  const { server, ana, id, path } = work()
  const page = await open(server, ana, '/login')
  await watchRenders(page)
  await page.goto(new URL(path, server.url).href)
  const dates = backlogRows(page).getByTitle(LIKELY)
  await expect(dates).toHaveCount(await backlogRows(page).count())
  const story = await idOf(page, WAITING[3][0])
  const neighbour = forecastOf(page, WAITING[1][0])
  const before = (await neighbour.getAttribute('title')) ?? ''
  expect(new Set(await rendersSince(page)).size, 'it counts').toBeGreaterThan(3)
  await command(ana, id, { type: 'rankStory', story, place: { after: null } })
  await expect(neighbour).not.toHaveAttribute('title', before)
  expect([...new Set(await rendersSince(page))]).toEqual([story])
  const above = await idOf(page, WAITING[2][0])
  await command(ana, id, { type: 'rankStory', story, place: { after: above } })
  await expect(neighbour).toHaveAttribute('title', before)
})

/** The story at the bottom of the first step. */
async function lastOf(page: Page): Promise<string> {
  const cards = page.getByRole('region', { name: 'To do', exact: true }).getByRole('article')
  return (await cards.last().getAttribute('data-card')) ?? ''
}

test('[FC3] [HE3] where there is too little history no row has a date, and the inventory says why, once', async ({
  open,
}) => {
  const { server, ana, id, path } = work()
  await command(ana, id, { type: 'createTeam', team: 'maps', name: 'Maps' })
  const story = crypto.randomUUID()
  await command(ana, id, { type: 'captureStory', story, title: 'Publish tabular data on a map' })
  await command(ana, id, { type: 'startRefining', story })
  await command(ana, id, { type: 'markReady', story, confirmed: true })
  await command(ana, id, { type: 'assignToTeam', story, team: 'maps' })
  const page = await open(server, ana, backlogPath(id, 'maps'))
  await expect(backlogRows(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Not enough data yet' }).click()
  const note = page.getByRole('dialog', { name: 'Inventory' })
  await expect(note).toContainText(
    "Dates on the stories are forecast from the team's own weeks. That takes eight full weeks of history: none is over yet.",
  )
  await expect(note).toContainText('What is likely in the next two weeks is not known yet')
  await expect(page.getByTitle(LIKELY)).toHaveCount(0)
  await expect(page.getByText('P85')).toHaveCount(0)

  await page.goto(new URL(path, server.url).href)
  await page.getByRole('button', { name: /months/ }).click()
  await expect(note).toContainText('Likely in the next two weeks: 1 story')
  await expect(note).toContainText('in its last 11 full weeks')
})

test('[CP2] [CP3] the bar says how full the next iteration is, and follows what others plan and size', async ({
  open,
}) => {
  const { server, ana, id, team, path } = work()
  const page = await open(server, ana, path)
  await expect(backlogRows(page).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Next iteration/ })).toHaveCount(0)
  const next = await planByWeeks(work())
  const note = page.getByRole('button', { name: /^Next iteration/ })
  await expect(note).toHaveText('Next iteration0 of 3')
  const story = await idOf(page, WAITING[3][0])
  await command(ana, id, { type: 'scheduleStory', story, schedule: next })
  await expect(note).toHaveText('Next iteration13 of 310 over')
  await command(ana, id, { type: 'sizeStory', story, size: null })
  await expect(note).toHaveText('Next iteration0 of 3')
  await note.click()
  const details = page.getByRole('dialog', { name: /^Next iteration/ })
  await expect(details).toContainText('On average the team did 3 points in its last 6 iterations.')
  await expect(details).toContainText(/Not counted, because it has no size: FD-\d+\./)
  await expect(
    details.getByRole('img', { name: /^Done in the last 6 iterations, the oldest first: / }),
  ).toBeVisible()
  await command(ana, id, { type: 'sizeStory', story, size: '13' })
  await command(ana, id, { type: 'scheduleStory', story, schedule: null })
  await expect(details).toContainText('Room for 3 points more.')
  expect(await backlogStory(ana, id, team, story)).toMatchObject({ size: '13', schedule: null })
})

async function idOf(page: Page, title: string): Promise<string> {
  const row = backlogRows(page).filter({ hasText: title })
  return (await row.getAttribute('data-card')) ?? ''
}

test('[CP4] [UX9] what fits is chosen from the top and may be changed; all of it is one step, and one undo', async ({
  open,
}) => {
  const { server, ana, id, team, path } = work()
  const next = await planByWeeks(work())
  const page = await open(server, ana, path)
  await openDialog(page)
  const chosen = dialog(page).getByRole('checkbox', { checked: true })
  const status = dialog(page).getByRole('status')
  await expect(chosen).toHaveCount(1)
  await expect(status).toContainText('3 of 3 points')
  await expect(status).toContainText('That is what the team usually gets done.')
  for (const [title, size] of [WAITING[0], WAITING[2]]) {
    await dialog(page).getByRole('checkbox', { name: title }).check()
    if (size !== null) await expect(status).toContainText('That is 1 point more than')
  }
  await expect(status).toContainText(/Not counted, because it has no size: FD-\d+\./)
  await dialog(page).getByRole('button', { name: 'Schedule 3 stories' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(toast(page, /^3 stories scheduled for/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Next iteration/ })).toHaveText(
    'Next iteration4 of 31 over',
  )
  const story = await idOf(page, WAITING[2][0])
  const planned = async () => (await backlogStory(ana, id, team, story))?.schedule ?? null
  await expect.poll(planned).toBe(next)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('button', { name: /^Next iteration/ })).toHaveText(
    'Next iteration0 of 3',
  )
  await expect.poll(planned).toBe(null)
})

test('[CP4] by keys alone, and offline: it is planned at once, and sent later', async ({
  open,
}) => {
  const { server, ana, id, team, path } = work()
  const next = await planByWeeks(work())
  const page = await open(server, ana, path, KEPT)
  await untilKeptForOffline(page)
  await goOffline(page)
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('fill the next')
  await expect(page.getByRole('option', { name: /Fill the next iteration/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeVisible()
  const first = dialog(page).getByRole('checkbox').first()
  await expect(first).toBeFocused()
  await expect(first).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(toast(page, /^1 story scheduled for/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Next iteration/ })).toHaveText(
    'Next iteration3 of 3',
  )
  const story = await idOf(page, 'Take the description over from Zenodo')
  const planned = async () => (await backlogStory(ana, id, team, story))?.schedule ?? null
  expect(await planned()).toBe(null)
  await page.context().setOffline(false)
  await expect.poll(planned).toBe(next)
  await command(ana, id, { type: 'scheduleStory', story, schedule: null })
})

for (const { name, device } of [
  { name: '1280', device: { viewport: { width: 1280, height: 800 } } },
  { name: '390', device: PHONE },
]) {
  test(`axe finds nothing in what says how fast a team is, ${name} wide`, async ({ open }) => {
    test.setTimeout(120_000)
    const { server, ana, path } = work()
    await planByWeeks(work())
    const page = await open(server, ana, path, { ...device, reducedMotion: 'reduce' })
    await expect(backlogRows(page).first()).toBeVisible()
    await page.getByRole('button', { name: /months/ }).click()
    await expect(page.getByRole('dialog', { name: 'Inventory' })).toBeVisible()
    await inEachTheme(page, 'inventory')
    if (name === '390') {
      await page.getByRole('button', { name: 'Fill the next iteration…' }).tap()
    } else {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Next iteration/ }).click()
      await inEachTheme(page, 'capacity')
      await page.getByRole('button', { name: 'Fill the next iteration…' }).click()
    }
    await expect(dialog(page)).toBeVisible()
    for (const box of await dialog(page).getByRole('checkbox').all()) await box.check()
    await inEachTheme(page, 'the next iteration, over full')
    const row = await dialog(page).locator('label').first().boundingBox()
    expect(row?.height).toBeGreaterThanOrEqual(name === '390' ? 44 : 24)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, 'nothing sticks out').toBeLessThanOrEqual(0)
  })
}

test('in German nothing of it is English', async ({ open }) => {
  const { server, ana, path } = work()
  await planByWeeks(work())
  const page = await open(server, ana, path)
  await inGerman(page)
  await page.getByRole('button', { name: /Monate/ }).click()
  await expectNoEnglish(page.getByRole('dialog'))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Nächste Iteration/ }).click()
  await expectNoEnglish(page.getByRole('dialog'))
  await page.getByRole('button', { name: 'Nächste Iteration füllen…' }).click()
  const asked = page.getByRole('dialog', { name: /^Nächste Iteration/ })
  await expect(asked.getByRole('button', { name: '1 Story einplanen' })).toBeVisible()
  await expectNoEnglish(asked.getByRole('status'))
})
