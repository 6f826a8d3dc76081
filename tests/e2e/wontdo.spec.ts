import { command, expect, inEachTheme, storyOf, test, useApp } from '#tests/support/e2e.ts'
import { bring, idOf } from '#tests/support/e2eFlow.ts'
import {
  beginCapture,
  boardPath,
  card,
  column,
  composer,
  drag,
  paste,
  storyPath,
  sync,
  toast,
} from '#tests/support/e2eScreens.ts'

const STORIES = [
  'Get a Data Package into R in seconds',
  'Read a Data Package in R',
  'Embed an interactive preview of my data on my site',
] as const

const app = useApp()

test("[ST2] a story that won't be done keeps its reason, when to look again, and what it repeats; merging carries its votes over", async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  await command(bo, id, { type: 'upvoteStory', story: await idOf(ana, id, 'ST-2') })
  const page = await open(server, ana, boardPath(id))
  await drag(page, card(page, STORIES[1]), page.getByRole('region', { name: "Won't do" }))
  await page.getByLabel('Look again on').fill('2027-03-01')
  await page.getByRole('button', { name: 'It repeats another story…' }).click()
  // Those that resemble it are offered before anything is typed.
  await expect(page.getByRole('option', { name: STORIES[0] })).toBeVisible()
  await page.keyboard.type('seconds')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Reason' })).toHaveValue('Repeats ST-1')
  await page.getByLabel(/Merge its text, votes and watchers into ST-1/).check()
  await page.getByRole('button', { name: "Won't do", exact: true }).click()
  await expect(toast(page, "ST-2 moved to Won't do")).toBeVisible()
  await expect(card(page, STORIES[0]).getByRole('button', { name: '1 vote' })).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')

  await page.goto(server.url + storyPath(id, 'ST-2'))
  await expect(page.getByText('Repeats ST-1', { exact: false }).first()).toBeVisible()
  await expect(page.getByText('To be looked at again on 1 Mar 2027')).toBeVisible()
  await inEachTheme(page, "a story that won't be done")
  await page.getByRole('link', { name: `ST-1 ${STORIES[0]}` }).click()
  await expect(page).toHaveURL(/\/s\/ST-1$/)
  await page.goBack()
  await page.getByRole('button', { name: 'Reopen as an idea' }).click()
  await expect(
    page.getByRole('list', { name: 'Stage' }).getByRole('button', { name: 'Idea' }),
  ).toHaveAttribute('aria-current', 'step')
  await expect(page.getByText('To be looked at again')).toHaveCount(0)
})

test('[ST8] [IN7] what was set aside until today is in the inbox: opened, kept aside, or reopened', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  for (const [key, revisitOn] of [
    ['ST-1', '2020-01-31'],
    ['ST-2', '2020-01-01'],
    ['ST-3', '2999-01-01'],
  ] as const) {
    const story = await idOf(ana, id, key)
    await command(ana, id, { type: 'dismissStory', story, reason: 'Too early', revisitOn })
  }
  const page = await open(server, ana, `/w/${id}/inbox`)
  const due = page.getByRole('list', { name: 'What is new' }).locator('> li')
  await expect(due).toHaveCount(2)
  const first = due.filter({ hasText: 'ST-1' })
  await expect(first).toContainText('aside until 31 Jan 2020, and that day has come')
  await expect(first).toContainText('You set this story aside')
  await inEachTheme(page, 'due for another look')

  await first.getByRole('button', { name: 'Keep aside' }).click()
  await page.getByRole('menuitem', { name: 'For three months' }).click()
  await expect(due).toHaveCount(1)
  await due.getByRole('button', { name: 'Reopen' }).click()
  await expect(page.getByText('Nothing new')).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  expect(await storyOf(ana, id, 'ST-1')).toMatchObject({ stage: 'wont-do', reason: 'Too early' })
  expect(await storyOf(ana, id, 'ST-2')).toMatchObject({ stage: 'idea' })
})

test('[ST8] while an idea is typed those that resemble it are shown, and opening one keeps the draft', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const story = await idOf(ana, id, 'ST-3')
  await command(ana, id, { type: 'dismissStory', story, reason: 'Sites do that themselves' })
  const page = await open(server, ana, boardPath(id))
  await beginCapture(page)
  await page.keyboard.type('Interactive previews embedded on a si')
  const similar = page.getByRole('list', { name: 'Similar stories' })
  await expect(similar.getByRole('listitem')).toHaveCount(1)
  await expect(similar).toContainText("Won't do: Sites do that themselves")
  await inEachTheme(page, 'similar stories')
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('complementary', { name: 'Story ST-3' })).toBeVisible()
  await expect(composer(page)).toHaveValue('Interactive previews embedded on a si')
  await expect(composer(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(similar.getByRole('button')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await composer(page).fill('Timetables of trains on a map')
  await expect(similar).toHaveCount(0)
})

test('[ST8] of a pasted list it is said how much is there already, and it can be left out', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, boardPath(id))
  await beginCapture(page)
  await paste(
    page,
    [
      'As a Researcher I want to get a Data Package into R in seconds so that I can start',
      'As a publisher I want to embed a preview of my data on my site',
      'As a Developer I want an Elasticsearch integration',
      'As a Publisher I want to add a DOI to a dataset',
    ].join('\n'),
  )
  await expect(page.getByText('2 of 4 resemble existing stories')).toBeVisible()
  await page.getByRole('button', { name: 'Leave them out' }).click()
  await expect(page.getByText('resemble existing stories')).toHaveCount(0)
  await page.getByRole('button', { name: 'Capture 2 ideas' }).click()
  await expect(column(page, 'Idea').getByRole('listitem')).toHaveCount(5)
})

test('[ST4] a story on a backlog comes back for a reason, and its page says why', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const web = crypto.randomUUID()
  await command(ana, id, { type: 'createTeam', team: web, name: 'Web' })
  await bring(ana, id, 'ready', 'ST-1')
  const story = await idOf(ana, id, 'ST-1')
  await command(ana, id, { type: 'assignToTeam', story, team: web })
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  const steps = page.getByRole('list', { name: 'Step' })
  await expect(steps.getByRole('button', { name: 'To do' })).toHaveAttribute('aria-current', 'step')
  await steps.getByRole('button', { name: 'In progress', exact: true }).click()
  await expect(toast(page, 'ST-1 moved to In progress')).toBeVisible()
  await page.getByRole('button', { name: /^Size: none/ }).click()
  await page.getByRole('menuitemradio', { name: '3', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Size: 3' })).toBeVisible()
  await inEachTheme(page, 'a story on a backlog')
  await page.getByRole('button', { name: 'Send back to Refinement…' }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('Which versions of R?')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Sent back: Which versions of R?')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(steps.getByRole('button', { name: /^In progress/ })).toHaveAttribute(
    'aria-current',
    'step',
  )
  await expect(page.getByRole('button', { name: 'Size: 3' })).toBeVisible()
})
