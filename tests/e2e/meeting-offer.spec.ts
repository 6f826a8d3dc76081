import { expect, join, type Page, test, useApp } from '#tests/support/e2e.ts'
import { holdMeeting, inRoom, lookAt, roomPath } from '#tests/support/e2eMeeting.ts'
import { boardPath, card } from '#tests/support/e2eScreens.ts'
import { PHONE } from '#tests/support/e2eTouch.ts'

const STORIES = ['Get a Data Package into R', 'Add type information to my data'] as const

const app = useApp()

const joinIt = (page: Page) => page.getByRole('link', { name: 'Join Weekly, which is running' })

test('[MT13] a meeting that runs is offered on every page with who is there, until one was in it or waved it away', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const kim = await join(server, ana, id, 'Kim Sato')
  const bos = await open(server, bo, boardPath(id))
  const kims = await open(server, kim, boardPath(id), PHONE)
  await expect(card(bos, STORIES[0])).toBeVisible()
  const session = await holdMeeting(ana, id, ['ST-1'])
  const anas = await open(server, ana, roomPath(id, session))
  await inRoom(anas)
  await expect(joinIt(anas)).toHaveCount(0)

  // Wherever one is; the server is asked who is there, and asking is not being there.
  await expect(joinIt(bos)).toBeVisible()
  await expect(bos.getByRole('status').filter({ hasText: 'Weekly is running' })).toHaveText(
    /Ana Ferreira/,
  )
  await lookAt(bos, 'a meeting that is offered')
  await expect(joinIt(kims)).toBeVisible()
  await lookAt(kims, 'a meeting that is offered on a phone')
  await expect(anas.getByRole('list', { name: 'People here' }).getByRole('listitem')).toHaveCount(1)

  // Who waved it away is not asked again, the way in stays.
  await kims.getByRole('button', { name: 'Do not offer it again' }).click()
  await expect(joinIt(kims)).toHaveCount(0)
  await kims.reload()
  const way = kims.getByRole('navigation').getByRole('link', { name: /^Meetings.*running now/ })
  await expect(way).toBeVisible()
  await expect(way.locator('.rounded-full').last()).toBeVisible()
  await expect(joinIt(kims)).toHaveCount(0)

  // Who was in it and left is not called back.
  await joinIt(bos).click()
  await inRoom(bos)
  await expect(joinIt(bos)).toHaveCount(0)
  await bos.locator('header').getByRole('button', { name: 'More' }).last().click()
  await bos.getByRole('menuitem', { name: 'Leave the meeting' }).click()
  await expect(bos).toHaveURL(/\/meet$/)
  await expect(bos.getByRole('main').getByText('Running now')).toBeVisible()
  await expect(joinIt(bos)).toHaveCount(0)
})
