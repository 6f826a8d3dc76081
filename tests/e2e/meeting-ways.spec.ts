import { command, expect, join, storyOf, test, useApp } from '#tests/support/e2e.ts'
import {
  agenda,
  bar,
  currentStory,
  holdMeeting,
  inRoom,
  lookAt,
  people,
  roomPath,
} from '#tests/support/e2eMeeting.ts'
import { boardPath, prose } from '#tests/support/e2eScreens.ts'
import { PHONE } from '#tests/support/e2eTouch.ts'

const STORIES = [
  'Get a Data Package into R',
  'Add type information to my data',
  'Know that my data conforms to its schema',
] as const

const WIDE = { viewport: { width: 1280, height: 800 } }

const app = useApp()

test('[MT2] [MT8] a story is read in silence first, another is skipped, and one is set aside with its reason', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const session = await holdMeeting(ana, id, ['ST-1', 'ST-2', 'ST-3'])
  const page = await open(server, ana, roomPath(id, session))
  const bos = await open(server, bo, roomPath(id, session))
  await inRoom(page)
  await inRoom(bos)
  const more = page.locator('header').getByRole('button', { name: 'More' }).last()
  await more.click()
  await page.getByRole('menuitem', { name: '2 minutes' }).click()
  for (const each of [page, bos]) await expect(each.getByText(/^Read in silence: /)).toBeVisible()
  await page.getByRole('button', { name: 'Everybody has read' }).click()
  await expect(bos.getByText(/^Read in silence: /)).toHaveCount(0)

  await more.click()
  await page.getByRole('menuitem', { name: 'Skip this story' }).click()
  await expect(currentStory(bos)).toContainText('ST-2')
  await expect(agenda(bos).getByRole('listitem').first()).toContainText('Skipped')

  await bar(page).getByRole('button', { name: "Won't do" }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: "Why won't it be done?" }).fill('The schema says it')
  await dialog.getByRole('button', { name: "Won't do" }).click()
  await expect(currentStory(bos)).toContainText('ST-3')
  expect(await storyOf(ana, id, 'ST-2')).toMatchObject({ stage: 'wont-do' })
  expect(await storyOf(ana, id, 'ST-1')).toMatchObject({ stage: 'refinement' })
})

test('[MT7] whoever only watches stays a watcher after a reload, and takes part again when they want to', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const session = await holdMeeting(ana, id, ['ST-1'])
  const page = await open(server, ana, roomPath(id, session))
  const bos = await open(server, bo, roomPath(id, session))
  await inRoom(page)
  await inRoom(bos)
  const choose = async (name: string) => {
    await bos.locator('header').getByRole('button', { name: 'More' }).last().click()
    await bos.getByRole('menuitem', { name }).click()
  }
  const watching = people(page).getByText('watches')
  await choose('Only watch')
  await expect(watching).toBeAttached()
  await bos.reload()
  await inRoom(bos)
  await expect(watching).toBeAttached()
  await choose('Take part')
  await expect(watching).toHaveCount(0)
  await choose('Leave the meeting')
  await expect(bos).toHaveURL(/\/meet$/)
})

test('[MT1] a meeting that has not begun is called off', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const session = await holdMeeting(ana, id, ['ST-1'], { starts: false })
  const page = await open(server, ana, roomPath(id, session))
  await page.getByRole('button', { name: 'Call it off' }).click()
  await expect(page).toHaveURL(/\/meet$/)
  await expect(page.getByRole('link', { name: 'Weekly' })).toHaveCount(0)
})

test('[MT8] beside the vote nothing else says what becomes of the story', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const session = await holdMeeting(ana, id, ['ST-1'])
  const page = await open(server, ana, roomPath(id, session), WIDE)
  await inRoom(page)
  const story = page.getByRole('region', { name: 'The story' })
  await expect(story.getByText('Refinement', { exact: true })).toBeVisible()
  await expect(story.getByRole('button', { name: 'All checks' })).toBeVisible()
  await expect(story.getByRole('button', { name: /Mark ready|Move to another stage/ })).toHaveCount(
    0,
  )
  await expect(bar(page).getByRole('button', { name: 'Ready', exact: true })).toBeVisible()
  // Beside the board it is there as ever.
  await page.goto(new URL(`${boardPath(id)}?s=ST-1`, server.url).href)
  await expect(page.getByRole('button', { name: 'Mark ready' }).first()).toBeVisible()
})

test('[UX17] whoever follows somebody who writes goes along with their caret, though they need not scroll', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const session = await holdMeeting(ana, id, ['ST-1'])
  const tall = { viewport: { width: 1280, height: 3_600 } }
  const anas = await open(server, ana, roomPath(id, session), tall)
  await inRoom(anas)
  await prose(anas).click()
  for (let line = 1; line <= 60; line += 1) await anas.keyboard.type(`Line ${line}\n`)
  await anas.keyboard.type('The end')
  const bos = await open(server, bo, roomPath(id, session), WIDE)
  await inRoom(bos)
  await expect(prose(bos)).toContainText('The end')
  await expect(prose(bos).getByText('The end')).not.toBeInViewport()
  await bos.getByRole('region', { name: 'The story' }).focus()
  await bos.keyboard.press('f')
  await expect(bos.getByText('You follow Ana Ferreira')).toBeVisible()
  await anas.keyboard.type(' of it')
  await expect(prose(bos).getByText('The end of it')).toBeInViewport()
  await anas.keyboard.press('ControlOrMeta+Home')
  await anas.keyboard.type('First of all ')
  await expect(prose(bos).getByText('First of all')).toBeInViewport()
  await expect(prose(bos).getByText('The end of it')).not.toBeInViewport()

  // What others write elsewhere in the text moves nobody.
  await bos.keyboard.press('Shift')
  await anas.keyboard.press('ControlOrMeta+End')
  await anas.keyboard.type(' indeed')
  await expect(prose(bos)).toContainText('The end of it indeed')
  await expect(prose(bos).getByText('The end of it indeed')).not.toBeInViewport()
})

test('[UX21] with eight people the header of a room stays within two lines on a phone, and all of them are one press away', async ({
  open,
}) => {
  test.slow()
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const session = await holdMeeting(ana, id, ['ST-1'])
  const names = ['Kim Sato', 'Lee Okafor', 'Mia van der Berg', 'Noor Haddad', 'Zoë Çelik']
  const dan = await join(server, ana, id, 'Dan Weiss')
  for (const name of names) {
    const person = await join(server, ana, id, name)
    await command(person, id, { type: 'joinSession', session, as: 'participant' })
  }
  await command(bo, id, { type: 'joinSession', session, as: 'participant' })
  const dans = await open(server, dan, roomPath(id, session), WIDE)
  await inRoom(dans)
  await dans.keyboard.press('h')
  const page = await open(server, ana, roomPath(id, session), PHONE)
  await inRoom(page)
  // Two of eight are there: the show of hands stands in the second line for as long as one of them asks.
  await dans.keyboard.press('t')
  const header = page.locator('header').filter({ has: page.getByRole('timer') })
  await expect(header.getByRole('button', { name: /5 min more/ })).toBeVisible()
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    await expect.poll(async () => (await header.boundingBox())!.height).toBeLessThanOrEqual(116)
    const parts = [
      header.getByRole('timer'),
      header.getByRole('button', { name: 'More', exact: true }),
      header.getByRole('button', { name: 'Pause' }),
      header.getByRole('button', { name: 'All 8 people' }),
      header.getByRole('button', { name: 'Raise hand' }),
    ]
    for (const part of parts) {
      const box = (await part.boundingBox())!
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(width)
    }
  }
  await header.getByRole('button', { name: 'All 8 people' }).click()
  const everybody = page.getByRole('dialog', { name: 'People here' })
  await expect(everybody.getByRole('listitem')).toHaveCount(8)
  await lookAt(page, 'everybody in a room on a phone')
  await everybody.getByRole('button', { name: 'Give Dan Weiss the floor' }).click()
  await expect(everybody.getByText('has the floor', { exact: true })).toBeVisible()
})
