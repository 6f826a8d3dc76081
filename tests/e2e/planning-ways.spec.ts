import { command, expect, test, useApp } from '#tests/support/e2e.ts'
import { backlogPath } from '#tests/support/e2eBacklog.ts'
import { expectNoEnglish, inGerman } from '#tests/support/e2eGerman.ts'
import { lookAt } from '#tests/support/e2eMeeting.ts'
import {
  cards,
  holdPlanning,
  inPlanning,
  planPath,
  PLANNED,
  pointsTeam,
  poker,
  queue,
  revealed,
} from '#tests/support/e2ePlanning.ts'
import { spoken } from '#tests/support/e2eScreens.ts'

const WIDE = { viewport: { width: 1280, height: 800 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const app = useApp()

test('[UX5] planning is found from the sidebar, the backlog, the palette and by keys; what runs is one click away', async ({
  open,
}) => {
  const { server } = app()
  const { id, ana, ids } = await pointsTeam(app())
  const page = await open(server, ana, backlogPath(id, 'web'), WIDE)
  const heading = page.getByRole('heading', { name: 'Web · Planning' })
  await page.getByRole('link', { name: 'Plan session' }).click()
  await expect(heading).toBeVisible()
  const sidebar = page.getByRole('navigation', { name: 'Workspace' })
  await expect(sidebar.getByRole('link', { name: 'Planning' })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Web · Backlog' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await expect(heading).toBeVisible()
  await page.goBack()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('planning web')
  await page.getByRole('option', { name: 'Go to Web · Planning' }).click()
  await expect(heading).toBeVisible()
  const session = await holdPlanning(ana, id, [ids[PLANNED[0]]!])
  await sidebar.getByRole('link', { name: /^Sprint 12 ?, running now$/ }).click()
  await inPlanning(page)
  expect(new URL(page.url()).pathname).toBe(planPath(id, 'web', session))
  await page.goto(new URL(backlogPath(id, 'web'), server.url).href)
  await expect(page.getByRole('link', { name: /^Sprint 12/ })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await inPlanning(page)
})

test('[LA1] planning speaks German: the list, the preparation, a round, the room and the order', async ({
  open,
}) => {
  const { server } = app()
  const { id, ana, ids } = await pointsTeam(app())
  const session = await holdPlanning(ana, id, [ids[PLANNED[0]]!, ids[PLANNED[1]]!], {
    starts: false,
  })
  const page = await open(server, ana, planPath(id, 'web'), WIDE)
  await inGerman(page)
  const main = page.getByRole('main')
  // Names that people gave, steps included.
  const own = ['Sprint 12', 'Planning', 'To do']
  await expect(main.getByText('Planung ansetzen')).toBeVisible()
  await expectNoEnglish(main, own)
  await page.goto(new URL(planPath(id, 'web', session), server.url).href)
  await main.getByRole('button', { name: 'Bis zu einem Tag um Stimmen bitten' }).click()
  await expectNoEnglish(page.getByRole('dialog'), own)
  await page.getByRole('button', { name: 'Um Stimmen zu 2 Storys bitten' }).click()
  await expect(main.getByRole('group', { name: 'Wie groß ist sie? Deine Stimme' })).toHaveCount(2)
  await expectNoEnglish(main, own)
  await main.getByRole('button', { name: 'Planung starten' }).click()
  await expect(page.getByRole('timer')).toBeVisible()
  await page.keyboard.press('5')
  await expect(main.getByRole('radiogroup', { name: 'Wie sicher bist du?' })).toBeVisible()
  await expectNoEnglish(main, own)
  await main.getByRole('button', { name: 'Aufdecken' }).click()
  await expect(
    main.getByText('Alle, die es sagen konnten, sagen 5.', { exact: true }),
  ).toBeVisible()
  await expectNoEnglish(main, own)
  await page.keyboard.press('o')
  await expect(
    main.getByRole('list', { name: 'Das Backlog in der Reihenfolge des Teams' }),
  ).toBeVisible()
  await expectNoEnglish(main, own)
})

test('[UX21] on a phone the cards are within reach of a thumb, queue and notes behind sheets', async ({
  open,
}) => {
  const { server } = app()
  const { id, ana, ids } = await pointsTeam(app())
  const session = await holdPlanning(ana, id, [ids[PLANNED[0]]!])
  const page = await open(server, ana, backlogPath(id, 'web'), PHONE)
  await expect(page.getByRole('link', { name: 'Plan session' })).toBeVisible()
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Planning ?, running now$/ })
    .tap()
  await inPlanning(page)
  expect(new URL(page.url()).pathname).toBe(planPath(id, 'web', session))
  await page.getByRole('button', { name: 'Vote on its size' }).click()
  const card = cards(page).getByRole('button', { name: '5' })
  const box = (await card.boundingBox())!
  expect(box.y).toBeGreaterThan(PHONE.viewport.height / 2)
  expect(box.height).toBeGreaterThanOrEqual(44)
  await card.tap()
  await expect(card).toHaveAttribute('aria-pressed', 'true')
  await lookAt(page, 'voting on a size on a phone')
  await page.getByRole('button', { name: 'Reveal' }).click()
  await expect(revealed(page)).toBeVisible()
  await lookAt(page, 'revealed votes on a phone')
  await page.getByRole('button', { name: 'Queue 0/1' }).click()
  const sheet = page.getByRole('dialog', { name: 'Queue' })
  await sheet.getByRole('button', { name: 'Add all 2' }).click()
  await expect(queue(page).getByRole('listitem')).toHaveCount(3)
  await lookAt(page, 'the queue on a phone')
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Order' }).click()
  await expect(page.getByRole('list', { name: "The backlog in the team's order" })).toBeVisible()
  await lookAt(page, 'the order on a phone')
})

test('[UX21] on a projector title, time, cards and votes are read from the back of the room', async ({
  open,
}) => {
  const { server } = app()
  const { id, ana, ids } = await pointsTeam(app())
  const session = await holdPlanning(ana, id, [ids[PLANNED[0]]!])
  const viewport = { width: 1920, height: 1080 }
  const page = await open(server, ana, planPath(id, 'web', session), { viewport })
  await inPlanning(page)
  await page.keyboard.press('v')
  const sizeOf = (part: ReturnType<typeof cards>) =>
    part.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  const title = page.getByRole('region', { name: 'The story' }).getByText(PLANNED[0]).first()
  expect(await sizeOf(cards(page).getByRole('button').first())).toBeGreaterThanOrEqual(24)
  expect(await sizeOf(title)).toBeGreaterThanOrEqual(40)
  expect(await sizeOf(page.getByRole('timer'))).toBeGreaterThanOrEqual(40)
  await page.keyboard.press('8')
  await expect(poker(page)).toContainText('1 of 1 voted')
  await page.keyboard.press('r')
  const value = revealed(page).getByText('8', { exact: true })
  expect(await sizeOf(value)).toBeGreaterThanOrEqual(32)
  await lookAt(page, 'planning on a projector')
})

test('[UX10] [PL4] a session that ends while votes are open says first how many are lost by it', async ({
  open,
}) => {
  const { server } = app()
  const { id, ana, bo, ids } = await pointsTeam(app())
  const [first, second] = [ids[PLANNED[0]]!, ids[PLANNED[1]]!]
  const session = await holdPlanning(ana, id, [first, second], { starts: false })
  const deadline = Date.now() + 86_400_000
  const send = (person: typeof ana, wanted: object) => command(person, id, { session, ...wanted })
  for (const story of [first, second]) await send(ana, { type: 'openVote', story, deadline })
  const page = await open(server, ana, planPath(id, 'web', session), WIDE)
  const question = page.getByRole('dialog', { name: 'Votes are still open on 2 stories' })
  await page.getByRole('button', { name: 'Call it off' }).click()
  await expect(question).toContainText('Nobody has voted there so far')
  await question.getByRole('button', { name: 'Do not end it' }).click()
  await expect(question).toHaveCount(0)

  await send(bo, { type: 'joinSession', as: 'participant' })
  await send(bo, { type: 'castVote', story: second, round: 1, value: '5', comment: 'As before.' })
  await page.getByRole('button', { name: 'Start planning' }).click()
  await inPlanning(page)
  const end = async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'End the planning session' }).click()
  }
  await end()
  await expect(question).toContainText(
    '1 vote that nobody has seen yet is lost with the end, with its comment.',
  )
  await expect(question.getByRole('button', { name: 'Do not end it' })).toBeFocused()
  await lookAt(page, 'ending a session while votes are open')
  await page.keyboard.press('Enter')
  await expect(question).toHaveCount(0)
  await expect(queue(page).getByRole('listitem')).toHaveCount(2)
  await end()
  await question.getByRole('button', { name: 'End it all the same' }).click()
  await expect(page.getByRole('timer')).toHaveCount(0)
  await expect(spoken(page, 'The session is over.')).toBeAttached()
  const report = page.getByRole('article', { name: 'Sprint 12' })
  await expect(report.getByRole('heading', { name: 'Who was there' })).toBeVisible()
})
