import { expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { READY, unfoldTray, webTeam } from '#tests/support/e2eBacklog.ts'
import { listenTo } from '#tests/support/e2eHearing.ts'
import { boardPath, card, sync } from '#tests/support/e2eScreens.ts'

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
