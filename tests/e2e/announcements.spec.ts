import { command, expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { READY, unfoldTray, webTeam } from '#tests/support/e2eBacklog.ts'
import { idOf } from '#tests/support/e2eFlow.ts'
import { listenTo } from '#tests/support/e2eHearing.ts'
import { boardPath, card, prose, storyPath, sync } from '#tests/support/e2eScreens.ts'

const app = useApp()

const STORIES = [
  'Get a Data Package into Julia in seconds',
  'Read a data package in a spreadsheet',
  'Add type information to a column',
] as const

/** What is pressed, and what is heard then. */
type Steps = readonly (readonly [key: string, ...heard: string[]])[]

test('[UX20] the board says to whoever cannot see it what is moved, refused, selected and taken back', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, boardPath(id), { reducedMotion: 'reduce' })
  await expect(sync(page)).toHaveText('Saved')
  await card(page, STORIES[0]).focus()
  await expectHeard(page, [
    ['m', 'ST-1 picked up, 1 of 3, Idea'],
    ['ArrowDown', 'Idea, 2 of 3'],
    ['ArrowUp', 'Idea, 1 of 3'],
    ['ArrowUp', 'It is at the top of Idea.'],
    ['ArrowRight', 'Refinement, 1 of 1'],
    ['Escape', 'ST-1 put back, Idea'],
    ['m', 'ST-1 picked up, 1 of 3, Idea'],
    ['ArrowRight', 'Refinement, 1 of 1'],
    ['Enter', 'ST-1 dropped, 1 of 1, Refinement', 'ST-1 moved to Refinement'],
    ['Alt+Shift+ArrowRight', 'Ready for assignment, 1 of 1'],
    ['Escape', 'ST-1 put back, Refinement'],
    ['Alt+Shift+ArrowLeft', 'Idea, 1 of 3', 'ST-1 moved to Idea'],
    ['ControlOrMeta+Z', 'Undone: ST-1 moved to Idea'],
    ['x', '1 selected'],
    ['Escape', 'Nothing is selected'],
    ['Delete', 'ST-1 moved to trash'],
    ['ControlOrMeta+Z', 'Undone: ST-1 moved to trash'],
  ])
})

test('[UX20] a backlog says what is taken, ordered, put into a step and taken back', async ({
  open,
}) => {
  const { server, ana, path } = await webTeam(app())
  const page = await open(server, ana, path, { reducedMotion: 'reduce' })
  await expect(sync(page)).toHaveText('Saved')
  await unfoldTray(page)
  await card(page, READY[0]).focus()
  await expectHeard(page, [
    ['a', 'ST-5 is on the backlog of Web'],
    ['ControlOrMeta+Z', 'Undone: ST-5 is on the backlog of Web'],
    ['x', '1 selected'],
    ['Escape', 'Nothing is selected'],
    ['m', 'ST-6 picked up, 1 of 5, Backlog'],
    ['ArrowUp', 'It is at the top.'],
    ['Escape', 'ST-6 put back'],
  ])
})

test('[UX20] the list says what is selected, moved and taken back', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, `${boardPath(id)}?view=list`, { reducedMotion: 'reduce' })
  await expect(sync(page)).toHaveText('Saved')
  await page.getByRole('row').filter({ hasText: STORIES[0] }).focus()
  await expectHeard(page, [
    ['x', '1 selected'],
    ['Shift+ArrowDown', '2 selected'],
    ['Escape', 'Nothing is selected'],
    ['m', 'ST-2 picked up, 2 of 3, Idea'],
    ['ArrowUp', 'Idea, 1 of 3'],
    ['Enter', 'ST-2 dropped, 1 of 3, Idea'],
  ])
})

test('[UX12] [UX16] a story says who comes and goes, what keeps it from being saved, and that it is saved again', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(page).click()
  await expect(sync(page)).toHaveText('Saved')
  const heard = await listenTo(page)
  await page.keyboard.type('It takes seconds')
  await expect(sync(page)).toHaveText('Saved')
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  const hears = (...said: readonly string[]) =>
    expect.poll(heard, { timeout: 20_000 }).toEqual(said)
  // Not a word of what was typed and saved.
  await hears('Bo Lindqvist is here')
  await bos.goto(server.url + boardPath(id))
  await hears('Bo Lindqvist is here', 'Bo Lindqvist has left')
  await page.context().setOffline(true)
  await hears('Bo Lindqvist is here', 'Bo Lindqvist has left', 'Offline')
  await page.keyboard.type(', no more')
  await expect(sync(page)).toContainText('on this device')
  await page.context().setOffline(false)
  await expect(sync(page)).toHaveText('Saved')
  await hears('Bo Lindqvist is here', 'Bo Lindqvist has left', 'Offline', 'Saved')
})

test('[IN1] the inbox says what has come into it, and what is done with it', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const page = await open(server, bo, `/w/${id}/inbox`)
  await expect(page.getByText('Nothing new')).toBeVisible()
  const heard = await listenTo(page)
  const { body } = await bo.visitor.get('/api/v1/me')
  await command(ana, id, {
    type: 'startThread',
    story: await idOf(ana, id, 'ST-1'),
    thread: crypto.randomUUID(),
    comment: crypto.randomUUID(),
    anchor: null,
    text: `In seconds, @[Bo](person:${body.user.id})?`,
  })
  const news = `New in the inbox: “${STORIES[0]}”`
  const done = `“${STORIES[0]}” is marked as done`
  await expect.poll(heard).toEqual([news])
  await page.keyboard.press('e')
  await expect.poll(heard).toEqual([news, done])
  await page.keyboard.press('ControlOrMeta+Z')
  await expect.poll(heard).toEqual([news, done, `Undone: ${done}`])
})

test('[UX5] the search says how much it has found once the typing rests', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const page = await open(server, ana, `/w/${id}/search`)
  await expect(page.getByRole('searchbox', { name: 'Search everything' })).toBeFocused()
  const heard = await listenTo(page)
  await page.keyboard.type('data package')
  await expect.poll(heard).toEqual(['2 stories'])
  await page.keyboard.type(' nowhere')
  await expect.poll(heard).toEqual(['2 stories', 'Nothing found for “data package nowhere”'])
})

/** Presses one after the other. What is heard in the end is all of it, in that order, and nothing else. */
async function expectHeard(page: Page, steps: Steps): Promise<void> {
  const heard = await listenTo(page)
  const expected: string[] = []
  for (const [key, ...said] of steps) {
    await page.keyboard.press(key)
    expected.push(...said)
    await expect.poll(heard, `after ${key}`).toEqual(expected)
  }
}
