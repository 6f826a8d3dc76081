import { expect, test, useApp } from '#tests/support/e2e.ts'
import { currentStory, holdMeeting, inRoom, lookAt, roomPath } from '#tests/support/e2eMeeting.ts'
import { goOffline, KEPT } from '#tests/support/e2eOffline.ts'
import { holdPlanning, inPlanning, planPath, pointsTeam } from '#tests/support/e2ePlanning.ts'
import { card, prose, sync, words } from '#tests/support/e2eScreens.ts'

const STORIES = [
  'Get a Data Package into R',
  'Add type information to my data',
  'Know that my data conforms to its schema',
] as const

const app = useApp()
test.use(KEPT)

test('[MT11] a room that is reloaded without a connection shows how it stood, its story is written, and it goes on by itself', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const session = await holdMeeting(ana, id, ['ST-1', 'ST-2'])
  const page = await open(server, ana, roomPath(id, session))
  await inRoom(page)
  await prose(page).click()
  await page.keyboard.type('Read a package with one line.')
  await expect(sync(page)).toHaveText('Saved')
  await goOffline(page)
  await page.reload()
  await expect(currentStory(page)).toContainText('ST-1')
  await expect(page.getByText(/No connection. This is how the session stood/)).toBeVisible()
  await expect(prose(page)).toContainText('Read a package with one line.')
  await prose(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' It says what it lacks.')
  await lookAt(page, 'a room without a connection')

  await page.context().setOffline(false)
  await expect(sync(page)).toHaveText('Saved')
  await expect(page.getByText(/No connection/)).toHaveCount(0)
  const bos = await open(server, bo, roomPath(id, session))
  await expect.poll(() => words(bos)).toContain('with one line. It says what it lacks.')
})

test('[MT11] a room that this device does not know says that there is no connection, leads to the stories, and opens by itself', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const session = await holdMeeting(ana, id, ['ST-1'])
  const page = await open(server, ana, `/w/${id}/refine`)
  await expect(card(page, STORIES[0])).toBeVisible()
  await goOffline(page)
  await page.goto(new URL(roomPath(id, session), server.url).href)
  await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible()
  await lookAt(page, 'a room that is not known here, without a connection')
  await page.getByRole('link', { name: 'Go to the stories' }).click()
  await expect(card(page, STORIES[0])).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible()
  await page.context().setOffline(false)
  await inRoom(page)
})

test('[MT11] a planning session that this device does not know says the same, and opens by itself', async ({
  open,
}) => {
  const { server } = app()
  const { id, ana, ids } = await pointsTeam(app())
  const session = await holdPlanning(ana, id, Object.values(ids))
  const page = await open(server, ana, `/w/${id}/refine`)
  await expect(sync(page)).toHaveText('Saved')
  await goOffline(page)
  await page.goto(new URL(planPath(id, 'web', session), server.url).href)
  await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible()
  await page.context().setOffline(false)
  await inPlanning(page)
})
