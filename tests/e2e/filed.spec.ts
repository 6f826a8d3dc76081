import {
  command,
  expect,
  inEachTheme,
  type Person,
  storyOf,
  test,
  useApp,
} from '#tests/support/e2e.ts'
import { bring, idOf, makeTeam } from '#tests/support/e2eFlow.ts'
import { mention, text, value } from '#tests/support/storyContent.ts'
import { writeStory } from '#tests/support/writeStory.ts'
import { goOffline, KEPT, untilKeptForOffline } from '#tests/support/e2eOffline.ts'
import { letRest } from '#tests/support/e2eQuiet.ts'
import {
  beginCapture,
  boardPath,
  card,
  column,
  storyPath,
  sync,
  toast,
} from '#tests/support/e2eScreens.ts'

const STORIES = [
  'Get a Data Package into R in seconds',
  'Embed an interactive preview of my data',
  'Read Parquet files',
  'Publish to a registry',
] as const

const app = useApp()

/** A workspace in which ST-2 and ST-3 were set aside long ago and ST-4 a moment ago. */
async function setAsideLongAgo() {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const ids = new Map<string, string>()
  for (const key of ['ST-2', 'ST-3', 'ST-4']) {
    const story = await idOf(ana, id, key)
    ids.set(key, story)
    await command(ana, id, { type: 'dismissStory', story, reason: `Why not ${key}` })
  }
  await letRest(server, id, 100, 'ST-2', 'ST-3')
  // The server looks when a workspace is opened.
  await expect.poll(async () => filed(ana, id)).toEqual(['ST-2', 'ST-3'])
  return { server, id, ana, bo, ids }
}

async function filed(person: Person, workspace: string): Promise<string[]> {
  const path = `/api/v1/workspaces/${workspace}/lists/filed:${workspace}`
  const { body } = await person.visitor.get(path)
  return (body.items as { key: string }[]).map(({ key }) => key).sort()
}

test("[CL4] [CL5] Won't do counts what was filed and shows it when asked; one is brought back, and that is undone", async ({
  open,
}) => {
  const { server, id, ana, bo } = await setAsideLongAgo()
  const page = await open(server, ana, boardPath(id))
  const other = await open(server, bo, boardPath(id))
  await page.getByRole('button', { name: "Show Won't do, 3 stories" }).click()
  const aside = column(page, "Won't do")
  await expect(aside.getByRole('listitem')).toHaveCount(1)
  await expect(aside.getByLabel('3 stories', { exact: true })).toBeVisible()
  await inEachTheme(page, 'older stories')
  await aside.getByRole('button', { name: 'Show 2 older stories' }).click()
  await expect(aside.getByRole('listitem')).toHaveCount(3)
  await expect(aside.getByRole('button', { name: /older/ })).toHaveCount(0)
  await expect(aside.getByLabel('3 stories', { exact: true })).toBeVisible()

  await card(page, STORIES[1]).click()
  await page.getByRole('button', { name: 'Reopen as an idea' }).first().click()
  await expect(column(page, 'Idea').getByRole('listitem')).toHaveCount(2)
  await expect(column(other, 'Idea').getByRole('listitem')).toHaveCount(2)
  await expect(other.getByRole('button', { name: "Show Won't do, 2 stories" })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(column(page, 'Idea').getByRole('listitem')).toHaveCount(1)
  await expect(sync(page)).toHaveText('Saved')
  expect(await storyOf(ana, id, 'ST-2')).toMatchObject({ stage: 'wont-do', reason: 'Why not ST-2' })
  await expect(other.getByRole('button', { name: "Show Won't do, 3 stories" })).toBeVisible()
})

test('[CL5] a link to a filed story opens it, and what is done there counts', async ({ open }) => {
  const { server, id, bo, ids } = await setAsideLongAgo()
  const page = await open(server, bo, storyPath(id, 'st-3'))
  await expect(page.getByText('Why not ST-3')).toBeVisible()
  await expect(page).toHaveURL(/\/s\/ST-3$/)
  await page.getByRole('textbox', { name: /Title/ }).first().fill('Read Parquet files quickly')
  await page.keyboard.press('Enter')
  await expect(sync(page)).toHaveText('Saved')
  await page.goto(server.url + storyPath(id, ids.get('ST-2')!))
  await expect(page.getByText('Why not ST-2')).toBeVisible()
  await page.goto(server.url + boardPath(id, 'ST-3'))
  await expect(page.getByRole('complementary', { name: 'Story ST-3' })).toBeVisible()
  await page.goto(server.url + storyPath(id, 'ST-99'))
  await expect(page.getByText('There is no such story here')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Back to Refinement' })).toBeVisible()
})

test('[CL5] [OF5] the search finds filed stories by the server, each once, and they open', async ({
  open,
}) => {
  const { server, id, ana } = await setAsideLongAgo()
  const page = await open(server, ana, `/w/${id}/search`)
  await page.getByRole('searchbox').fill('parquet')
  const hits = page.locator('[data-found]')
  await expect(hits).toHaveCount(1)
  await expect(hits).toContainText('Read Parquet files')
  await hits.getByRole('link').click()
  await expect(page.getByText('Why not ST-3')).toBeVisible()
})

test('[CL5] [UX5] the palette opens a filed story by its key', async ({ open }) => {
  const { server, id, ana } = await setAsideLongAgo()
  const page = await open(server, ana, boardPath(id))
  await expect(card(page, STORIES[0])).toBeVisible()
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('combobox', { name: 'Search stories and actions' }).fill('st-3')
  await expect(page.getByRole('option', { selected: true })).toHaveText('Open ST-3')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Why not ST-3')).toBeVisible()
  // A story that is here is a line of its own.
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('combobox', { name: 'Search stories and actions' }).fill('st-1')
  await expect(page.getByRole('option').first()).toContainText(STORIES[0])
  await expect(page.getByRole('option', { name: 'Open ST-1' })).toHaveCount(0)
})

test('[CL5] a name of a filed story in a text is its title, once it was asked for', async ({
  open,
}) => {
  const { server, id, ana, ids } = await setAsideLongAgo()
  const story = await idOf(ana, id, 'ST-1')
  const named = mention('story', ids.get('ST-3')!, { label: 'ST-3' })
  await writeStory(
    server.url,
    ana.visitor,
    { workspace: id, story },
    value({ type: 'paragraph', content: [text('Instead of '), named] }),
  )
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await expect(page.getByText(/Instead of ST-3.*Read Parquet files/)).toBeVisible()
})

test('[CL5] offline, a link to a filed story that is not here says so, and opens it with the connection', async ({
  open,
}) => {
  const { server, id, ana } = await setAsideLongAgo()
  const page = await open(server, ana, boardPath(id), KEPT)
  await untilKeptForOffline(page)
  await goOffline(page)
  await page.goto(server.url + storyPath(id, 'ST-3'))
  await expect(page.getByText('This story is not on this device')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('Why not ST-3')).toBeVisible()
})

test('[CL4] [CL5] a backlog shows what was done long ago when asked, as a list and as a board', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const web = await makeTeam(ana, id, 'Web')
  for (const key of ['ST-1', 'ST-2', 'ST-3']) {
    await bring(ana, id, 'ready', key)
    const story = await idOf(ana, id, key)
    await command(ana, id, { type: 'assignToTeam', story, team: web })
    if (key !== 'ST-3') await command(ana, id, { type: 'moveToStep', story, step: 'done' })
  }
  await letRest(server, id, 40, 'ST-1', 'ST-2')
  const path = `/api/v1/workspaces/${id}/lists/filed:${web}`
  await expect
    .poll(async () => (await ana.visitor.get(path)).body.items?.length, { timeout: 20_000 })
    .toBe(2)
  const page = await open(server, ana, `/w/${id}/t/${web}/backlog`)
  const list = page.getByRole('list', { name: "Stories in the team's order" })
  await page.getByRole('button', { name: 'Done in the last 30 days 0' }).click()
  await page.getByRole('button', { name: 'Show 2 older stories' }).click()
  await expect(list.getByText(STORIES[1])).toBeVisible()
  await expect(list.getByText(STORIES[0])).toBeVisible()
  await expect(page.getByRole('button', { name: /older/ })).toHaveCount(0)
  await inEachTheme(page, 'what was done long ago')
  await page.goto(`${server.url}/w/${id}/t/${web}/backlog?view=board`)
  await page.getByRole('button', { name: /^Show Done/ }).click()
  await page.getByRole('button', { name: 'Show 2 older stories' }).click()
  await expect(page.getByRole('region', { name: 'Done' }).getByRole('listitem')).toHaveCount(2)
})

test('[ST8] while an idea is typed a filed story that resembles it is shown, and opens', async ({
  open,
}) => {
  const { server, id, ana } = await setAsideLongAgo()
  const page = await open(server, ana, boardPath(id))
  await beginCapture(page)
  await page.keyboard.type('Interactive preview of my data, embedded')
  const similar = page.getByRole('list', { name: 'Similar stories' })
  await expect(similar.getByRole('listitem')).toHaveCount(1)
  await expect(similar).toContainText("Won't do: Why not ST-2")
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('complementary', { name: 'Story ST-2' })).toBeVisible()
})

test('[CL5] once they were asked for they are here without a network, too', async ({ open }) => {
  const { server, id, ana } = await setAsideLongAgo()
  const page = await open(server, ana, storyPath(id, 'ST-3'), KEPT)
  await expect(page.getByText('Why not ST-3')).toBeVisible()
  await untilKeptForOffline(page)
  await goOffline(page)
  await page.goto(server.url + boardPath(id))
  await page.getByRole('button', { name: "Show Won't do, 3 stories" }).click()
  await expect(column(page, "Won't do").getByRole('listitem')).toHaveCount(3)
  await card(page, STORIES[2]).click()
  await page.getByRole('button', { name: 'Reopen as an idea' }).first().click()
  await expect(column(page, 'Idea').getByRole('listitem')).toHaveCount(2)
  await page.context().setOffline(false)
  await expect(sync(page)).toHaveText('Saved')
  expect(await storyOf(ana, id, 'ST-3')).toMatchObject({ stage: 'idea' })
})

test('[CL4] themes count what was filed, and show it when asked', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const web = await makeTeam(ana, id, 'Web')
  const theme = crypto.randomUUID()
  await command(ana, id, { type: 'createTheme', theme, name: 'Speed' })
  await bring(ana, id, 'ready', 'ST-1')
  const story = await idOf(ana, id, 'ST-1')
  await command(ana, id, { type: 'setTheme', story, theme })
  await command(ana, id, { type: 'assignToTeam', story, team: web })
  await command(ana, id, { type: 'moveToStep', story, step: 'done' })
  await letRest(server, id, 40, 'ST-1')
  const page = await open(server, ana, `/w/${id}/themes/${theme}`)
  await expect(page.getByRole('button', { name: 'Show one older story' })).toBeVisible()
  await expect(page.getByText('Done: 1')).toBeVisible()
  await page.getByRole('button', { name: 'Show one older story' }).click()
  await expect(page.getByRole('link', { name: new RegExp(STORIES[0]) })).toBeVisible()
  await expect(page.getByText('Done: 1')).toBeVisible()
  await expect(toast(page, /refused/)).toHaveCount(0)
})
