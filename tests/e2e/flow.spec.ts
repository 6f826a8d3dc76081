import { expect, join, type Page, test, useApp } from '#tests/support/e2e.ts'
import {
  backlogPath,
  backlogRows,
  backlogStory,
  trayRows,
  unfoldTray,
} from '#tests/support/e2eBacklog.ts'
import { idOf } from '#tests/support/e2eFlow.ts'
import {
  beginCapture,
  boardPath,
  card,
  column,
  prose,
  storyPath,
  sync,
  toast,
  toTimeline,
} from '#tests/support/e2eScreens.ts'

const STORY = 'Get a Data Package into R in seconds'

const app = useApp()

test('[ST2] [ST3] [ST4] [ST5] [ST6] a story goes from an idea to done: refused, made ready, taken, sent back, sized, finished', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team()
  const pia = await join(server, ana, id, 'Pia Berg')
  const kim = await join(server, ana, id, 'Kim Tran')

  // An owner appoints a product manager and a backlog owner.
  const anas = await open(server, ana, `/w/${id}/settings/people`)
  await anas.getByRole('button', { name: 'Roles of Pia Berg' }).click()
  await anas.getByRole('menuitemcheckbox', { name: 'Product manager' }).click()
  await anas.keyboard.press('Escape')
  await anas.getByRole('link', { name: 'Teams', exact: true }).click()
  await anas.getByLabel('Name').fill('Web')
  await anas.getByRole('button', { name: 'Create team' }).click()
  await anas.getByRole('button', { name: 'Add people' }).click()
  await anas.keyboard.type('kim')
  await anas.keyboard.press('Enter')
  await anas.keyboard.press('Escape')
  await anas.getByLabel('Role of Kim Tran in Web').selectOption('Backlog owner')
  await anas.getByRole('switch', { name: 'Backlog management' }).click()
  await expect(sync(anas)).toHaveText('Saved')
  const web = new URL(anas.url()).pathname.split('/').at(-1)!

  // A member captures and refines, and is told who marks it ready.
  const bos = await open(server, bo, boardPath(id))
  await beginCapture(bos)
  await bos.keyboard.type(STORY)
  await bos.keyboard.press('Enter')
  await bos.keyboard.press('Escape')
  await expect(card(column(bos, 'Idea'), STORY)).toContainText('ST-1')
  await expect(sync(bos)).toHaveText('Saved')
  const story = await idOf(bo, id, 'ST-1')
  await card(bos, STORY).focus()
  await bos.keyboard.press('Alt+Shift+ArrowRight')
  await expect(card(column(bos, 'Refinement'), STORY)).toBeFocused()
  await bos.keyboard.press('Shift+R')
  await expect(toast(bos, /Only product managers can mark stories ready.*Pia Berg/)).toBeVisible()

  // The product manager is shown what is missing, puts it right where she is, and goes through the gate.
  const pias = await open(server, pia, storyPath(id, 'ST-1'))
  await markReady(pias)
  const missing = pias.getByRole('list', { name: 'What is missing' })
  await expect(missing.getByRole('listitem')).toHaveCount(4)
  await missing.getByRole('button', { name: 'Theme' }).click()
  await pias.keyboard.type('Trust')
  await pias.keyboard.press('Enter')
  const checks = pias.getByRole('list', { name: 'Required checks' })
  await checks.getByRole('button', { name: /^Persona: missing/ }).click()
  await pias.keyboard.type('not needed')
  await pias.keyboard.press('Enter')
  await checks.getByRole('button', { name: /^Customer value: missing/ }).click()
  await pias.keyboard.type('A researcher reads it in seconds.')
  await checks.getByRole('button', { name: /^Acceptance criteria: missing/ }).click()
  await pias.keyboard.type('Types are kept')
  await expect(pias.getByText('All required checks met')).toBeVisible()
  await markReady(pias)
  const stage = pias.getByRole('list', { name: 'Stage' })
  await expect(stage.getByRole('button', { name: /^Ready for assignment since/ })).toBeVisible()

  // The backlog owner takes it, and sends it back: it was not clear.
  const kims = await open(server, kim, backlogPath(id, web))
  await unfoldTray(kims)
  await card(kims, STORY).focus()
  await kims.keyboard.press('a')
  await expect(backlogRows(kims)).toHaveCount(1)
  await expect(pias.getByRole('list', { name: 'Step' })).toBeVisible()
  await card(kims, STORY).focus()
  await kims.keyboard.press('b')
  await kims.getByRole('textbox', { name: 'Reason' }).fill('Which versions of R?')
  await kims.keyboard.press('Enter')
  await expect(backlogRows(kims)).toHaveCount(0)
  await expect(pias.getByText('Sent back: Which versions of R?')).toBeVisible()

  // It comes back with the answer, gets its size, and goes through the steps.
  await prose(pias).getByText('Types are kept').click()
  await pias.keyboard.press('End')
  await pias.keyboard.press('Enter')
  await pias.keyboard.type('It runs on R 4 and later')
  await markReady(pias)
  await expect(trayRows(kims)).toHaveCount(1)
  await card(kims, STORY).focus()
  await kims.keyboard.press('a')
  await expect(backlogRows(kims)).toHaveCount(1)
  await card(kims, STORY).focus()
  await kims.keyboard.press('s')
  await kims.getByRole('menuitemradio', { name: '3', exact: true }).click()
  await expect(card(kims, STORY).getByRole('button', { name: 'Size 3, change' })).toBeVisible()
  await card(kims, STORY).focus()
  await kims.keyboard.press('Enter')
  const steps = kims.getByRole('list', { name: 'Step' })
  await steps.getByRole('button', { name: 'In progress', exact: true }).click()
  await steps.getByRole('button', { name: /^Done/ }).click()
  await expect(steps.getByRole('button', { name: /^Done/ })).toHaveAttribute('aria-current', 'step')
  await expect(sync(kims)).toHaveText('Saved')
  expect(await backlogStory(kim, id, web, story)).toMatchObject({
    step: 'done',
    size: '3',
    completedAt: expect.any(Number),
  })

  // Every step is on record, for who was there and who comes later.
  await toTimeline(pias)
  const told = pias.getByRole('list', { name: 'What happened, newest first' })
  await expect(told).toContainText('Kim Tran moved it from In progress to Done')
  await expect(told).toContainText('Which versions of R?')
  await expect(told).toContainText('Pia Berg marked it ready')
})

/** Presses the one button that is the next step of a story in Refinement. */
async function markReady(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mark ready', exact: true }).first().click()
}
