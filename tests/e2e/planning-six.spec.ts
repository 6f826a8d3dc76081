import { expect, join, test, useApp } from '#tests/support/e2e.ts'
import { backlogStory } from '#tests/support/e2eBacklog.ts'
import { lookAt, people, wireOf } from '#tests/support/e2eMeeting.ts'
import {
  cards,
  holdPlanning,
  inPlanning,
  planPath,
  pointsTeam,
  poker,
  queue,
  revealed,
  sizes,
} from '#tests/support/e2ePlanning.ts'
import { spoken } from '#tests/support/e2eScreens.ts'

const STORIES = [
  'Get a Data Package into R',
  'Add type information to my data',
  'Know that my data conforms to its profile',
  'Embed an interactive preview of my data',
  'Read Parquet files',
] as const

const WIDE = { viewport: { width: 1280, height: 800 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const app = useApp()

test('[PL1] [PL3] [PL4] [MT5] six people size five stories: one ahead of time, four in the room, with one late on a phone, one who watches, one who drops out and a facilitator who is gone', async ({
  open,
}) => {
  test.slow()
  const { server } = app()
  const { id, ana, bo, ids } = await pointsTeam(app(), STORIES)
  const [kim, dan, lee, vic] = await Promise.all(
    ['Kim Sato', 'Dan Weiss', 'Lee Okafor', 'Vic Adler'].map((name) => join(server, ana, id, name)),
  )
  const of = (title: (typeof STORIES)[number]) => ids[title]!
  const sizeOf = async (title: (typeof STORIES)[number]) =>
    (await backlogStory(ana, id, 'web', of(title)))?.size
  const session = await holdPlanning(
    ana,
    id,
    STORIES.map((title) => of(title)),
    { starts: false },
  )
  const address = planPath(id, 'web', session)

  // The last one is voted on ahead: nobody has to be there at the same time.
  const anas = await open(server, ana, address, WIDE)
  await anas.getByRole('button', { name: 'Ask for votes until a day' }).click()
  const dialog = anas.getByRole('dialog')
  for (const title of STORIES.slice(0, 4)) {
    await dialog.getByRole('checkbox', { name: new RegExp(title) }).uncheck()
  }
  await dialog.getByRole('radio', { name: 'In 3 days' }).click()
  await dialog.getByRole('button', { name: 'Ask for votes on 1 story' }).click()
  await expect(dialog).toHaveCount(0)
  for (const [person, size] of [
    [dan!, '5'],
    [kim!, '8'],
  ] as const) {
    const page = await open(server, person, address, WIDE)
    await cards(page).getByRole('button', { name: size, exact: true }).click()
    await expect(cards(page).getByRole('button', { name: size, exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await page.context().close()
  }
  const round = anas.getByRole('article', { name: new RegExp(STORIES[4]) })
  await expect(round).toContainText(/Voted so far: .*Kim Sato/)
  await round.getByRole('button', { name: 'Reveal now' }).click()
  await expect(revealed(anas)).toContainText('Dan Weiss')
  await round.getByRole('button', { name: 'Accept 8' }).click()
  await expect.poll(() => sizeOf(STORIES[4])).toBe('8')

  // The others in the room.
  await anas.getByRole('button', { name: 'Start planning' }).click()
  const bos = await open(server, bo, address, WIDE)
  const kims = await open(server, kim!, address, WIDE)
  const vics = await open(server, vic!, address, WIDE)
  const dans = await open(server, dan!, planPath(id, 'web'), WIDE)
  const line = await wireOf(dans)
  await dans.goto(new URL(address, server.url).href)
  for (const page of [anas, bos, kims, vics, dans]) await inPlanning(page)
  await vics.getByRole('button', { name: 'More', exact: true }).click()
  await vics.getByRole('menuitem', { name: 'Only watch' }).click()
  await expect(
    people(anas).getByRole('listitem').filter({ hasText: 'Vic Adler, watches' }),
  ).toBeVisible()

  const vote = async (page: typeof anas, key: string) => {
    await page.keyboard.press(key)
    await expect(cards(page).locator('[aria-pressed=true]')).toHaveCount(1)
  }
  await anas.keyboard.press('v')
  for (const page of [bos, kims, dans]) await expect(cards(page)).toBeVisible()
  await expect(cards(vics)).toHaveCount(0)
  await vote(anas, '5')
  await vote(bos, '5')
  await vote(dans, '5')

  // Dan drops out; his vote counts, and he is told how things stood.
  await line.cut()
  await expect(dans.getByText(/No connection. This is how the session stood/)).toBeVisible()
  const gone = people(anas)
    .getByRole('listitem')
    .filter({ hasText: /Dan Weiss.*gone/ })
  await expect(gone).toHaveCount(1, { timeout: 20_000 })
  await vote(kims, '8')
  await anas.keyboard.press('r')
  await expect(revealed(vics).locator(':scope > li')).toHaveText([
    /5.*(Ana|Bo|Dan).*/,
    /8.*Kim Sato/,
  ])
  await expect(revealed(vics)).toContainText('Dan Weiss')
  await sizes(anas).getByRole('button', { name: 'Accept 5' }).click()
  await expect.poll(() => sizeOf(STORIES[0])).toBe('5')

  // Lee comes late, on a phone, and lands where the others are.
  const lees = await open(server, lee!, address, PHONE)
  await inPlanning(lees)
  await expect(lees.getByRole('region', { name: 'The story' })).toContainText(STORIES[1])
  await lookAt(lees, 'coming late to planning on a phone')
  line.mend()
  await expect(gone).toHaveCount(0, { timeout: 30_000 })
  await expect(dans.getByRole('region', { name: 'The story' })).toContainText(STORIES[1])

  // Whoever facilitates is gone; it goes on.
  await anas.getByRole('button', { name: 'You facilitate. Hand over' }).click()
  await anas.getByRole('menuitem', { name: 'Kim Sato' }).click()
  await expect(spoken(bos, 'Kim Sato facilitates')).toBeAttached()
  await kims.context().close()
  await anas.getByRole('button', { name: 'More', exact: true }).click()
  await anas.getByRole('menuitem', { name: 'Take over facilitation' }).click()
  await expect(anas.getByRole('button', { name: 'You facilitate. Hand over' })).toBeVisible()

  // A round with the phone in it, then two sizes without a vote.
  await anas.keyboard.press('v')
  await cards(lees).getByRole('button', { name: '3', exact: true }).tap()
  await vote(bos, '2')
  await vote(anas, '3')
  await expect(poker(bos)).toContainText('3 of 4 voted')
  await anas.keyboard.press('r')
  await expect(revealed(lees)).toContainText('Bo Lindqvist')
  await sizes(anas).getByRole('button', { name: 'Accept 3' }).click()
  await expect(queue(bos).locator('[aria-current=step]')).toContainText(STORIES[2])
  for (const size of ['13', '1']) {
    const now = queue(anas).locator('[aria-current=step]')
    const before = (await now.textContent()) ?? ''
    await sizes(anas)
      .getByRole('button', { name: `Size ${size}`, exact: true })
      .click()
    await expect(now.filter({ hasText: before })).toHaveCount(0)
  }
  await expect(anas.getByRole('heading', { name: 'Every story has its outcome' })).toBeVisible()
  await anas.getByRole('button', { name: 'End the planning session' }).click()
  const report = lees.getByRole('article', { name: 'Sprint 12' })
  for (const [title, size] of [
    [STORIES[0], '5'],
    [STORIES[1], '3'],
    [STORIES[2], '13'],
    [STORIES[3], '1'],
    [STORIES[4], '8'],
  ] as const) {
    await expect(report.getByRole('row').filter({ hasText: title })).toContainText(`sized ${size}`)
    expect(await sizeOf(title)).toBe(size)
  }
})
