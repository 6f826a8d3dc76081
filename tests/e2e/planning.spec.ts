import { command, expect, join, test, useApp } from '#tests/support/e2e.ts'
import { backlogOrder, backlogStory } from '#tests/support/e2eBacklog.ts'
import { lookAt, people } from '#tests/support/e2eMeeting.ts'
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
  sizes,
} from '#tests/support/e2ePlanning.ts'
import { spoken } from '#tests/support/e2eScreens.ts'

const WIDE = { viewport: { width: 1280, height: 800 } }

const app = useApp()

test('[UX18] a link or a reload opens the room, whatever has come before', async ({ open }) => {
  const { server } = app()
  const { id, ana, ids } = await pointsTeam(app())
  const session = await holdPlanning(ana, id, [ids[PLANNED[0]]!, ids[PLANNED[1]]!])
  const page = await open(server, ana, planPath(id, 'web', session), WIDE)
  await inPlanning(page)
  await expect(queue(page).getByRole('listitem')).toHaveCount(2)
  await expect(page.getByRole('region', { name: 'The story' })).toContainText(PLANNED[0])
  await page.reload()
  await inPlanning(page)
  await expect(queue(page).getByRole('listitem')).toHaveCount(2)
  await expect(page).toHaveTitle(/^Sprint 12 · /)
  await page.goto(new URL(planPath(id, 'web'), server.url).href)
  await page.getByRole('link', { name: 'Join Sprint 12' }).click()
  await inPlanning(page)
  await page.goto(new URL(planPath(id, 'web', 'nothing'), server.url).href)
  await expect(page.getByText('There is no such planning session')).toBeVisible()
})

test('[PL1] [PL2] [PL5] [MT6] three people size a story: hidden votes, who should talk, a second round, the size; an observer has no cards', async ({
  open,
}) => {
  test.slow()
  const { server } = app()
  const { id, ana, bo, ids } = await pointsTeam(app())
  const [kim, vic] = [
    await join(server, ana, id, 'Kim Sato'),
    await join(server, ana, id, 'Vic Adler'),
  ]
  const anas = await open(server, ana, planPath(id, 'web'), WIDE)
  await expect(anas.getByText('Nothing is planned yet')).toBeVisible()
  await lookAt(anas, 'planning without a session')
  await anas.getByRole('textbox', { name: 'Name' }).fill('Sprint 12')
  await anas.getByRole('button', { name: 'Prepare and start now' }).click()
  const start = anas.getByRole('button', { name: 'Start planning' })
  await expect(start).toBeDisabled()
  await expect(start).toHaveAccessibleDescription('Put a story into the queue first.')
  await anas.getByRole('button', { name: 'Add all 3' }).click()
  await expect(queue(anas).getByRole('listitem')).toHaveText([
    new RegExp(PLANNED[0]),
    new RegExp(PLANNED[1]),
    new RegExp(PLANNED[2]),
  ])
  await lookAt(anas, 'a planning session that is prepared')
  await start.click()
  await expect(anas.getByRole('timer')).toBeVisible()
  const address = new URL(anas.url()).pathname

  const bos = await open(server, bo, address, WIDE)
  const kims = await open(server, kim, address, WIDE)
  const vics = await open(server, vic, address, WIDE)
  for (const page of [anas, bos, kims, vics]) await inPlanning(page)
  await vics.getByRole('button', { name: 'More', exact: true }).click()
  await vics.getByRole('menuitem', { name: 'Only watch' }).click()

  await anas.keyboard.press('v')
  await expect(spoken(bos, /Vote on ST-/)).toBeAttached()
  await expect(cards(vics)).toHaveCount(0)
  await expect(poker(vics)).toContainText('0 of 3 voted')
  // A number is its own key; whatever is not a digit has its place.
  await bos.keyboard.press('8')
  await expect(cards(bos).getByRole('button', { name: '8' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await bos.getByRole('radio', { name: 'Very', exact: true }).click()
  await expect(bos.getByRole('radio', { name: 'Very', exact: true })).toBeChecked()
  await kims.keyboard.press('6')
  await expect(cards(kims).getByRole('button', { name: '13' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  // The same vote again takes it back.
  await kims.keyboard.press('6')
  await expect(poker(anas)).toContainText('1 of 3 voted')
  await kims.keyboard.press('3')
  await expect(poker(anas)).toContainText('2 of 3 voted')
  await expect(anas.getByRole('listitem').filter({ hasText: 'Kim Sato, has voted' })).toBeAttached()
  // What somebody votes changes nothing on another page.
  const seen = () =>
    Promise.all(
      [poker(vics), queue(vics), people(vics), cards(anas)].map((part) => part.innerHTML()),
    )
  await expect(poker(vics)).toContainText('2 of 3 voted')
  const before = await seen()
  const voteOf = (value: string) => cards(bos).getByRole('button', { name: value, exact: true })
  for (const value of ['21', '8']) {
    await voteOf(value).click()
    await expect(voteOf(value)).toHaveAttribute('aria-pressed', 'true')
    await expect(bos.getByRole('radio', { name: 'Very', exact: true })).toBeChecked()
  }
  expect(await seen()).toEqual(before)
  await expect(cards(anas).locator('[aria-pressed=true]')).toHaveCount(0)
  await expect(anas.getByText(/sure/)).toHaveCount(0)
  await bos.reload()
  await expect(cards(bos).getByRole('button', { name: '8' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await lookAt(bos, 'an open vote on a size')
  await anas.keyboard.press('0')
  await expect(poker(anas)).toContainText('3 of 3 voted')
  await anas.keyboard.press('r')
  await expect(revealed(vics).locator(':scope > li')).toHaveText([
    /3.*Kim Sato/,
    /8.*Bo Lindqvist.*very sure/,
    /\?.*Ana Ferreira/,
  ])
  const talk = 'Kim Sato (3) and Bo Lindqvist (8) should talk.'
  await expect(poker(vics)).toContainText(talk)
  await expect(spoken(kims, /should talk/)).toBeAttached()
  await lookAt(anas, 'revealed votes on a size')

  await anas.getByRole('button', { name: 'Vote again' }).click()
  await expect(cards(kims)).toBeVisible()
  for (const page of [anas, bos, kims]) {
    await page.bringToFront()
    await page.keyboard.press('5')
  }
  await expect(poker(anas)).toContainText('3 of 3 voted')
  await anas.keyboard.press('r')
  await expect(revealed(bos, 2)).toBeVisible()
  await expect(poker(bos)).toContainText('Everybody who could tell says 5.')
  await sizes(anas).getByRole('button', { name: 'Accept 5' }).click()
  await expect(spoken(bos, /sized 5/)).toBeAttached()
  await expect(queue(bos).locator('[aria-current=step]')).toContainText(PLANNED[1])
  const [first, second] = [ids[PLANNED[0]]!, ids[PLANNED[1]]!]
  await expect.poll(async () => (await backlogStory(ana, id, 'web', first))?.size).toBe('5')
  await expect(bos.getByText('1 of 3 sized · 5 points')).toBeVisible()

  // Any size without a vote, and none this time.
  await sizes(anas).getByRole('button', { name: 'Size 13', exact: true }).click()
  await expect.poll(async () => (await backlogStory(ana, id, 'web', second))?.size).toBe('13')
  await expect(queue(anas).locator('[aria-current=step]')).toContainText(PLANNED[2])
  await anas.keyboard.press('s')
  await expect(anas.getByRole('heading', { name: 'Every story has its outcome' })).toBeVisible()
  await anas.getByRole('button', { name: 'End the planning session' }).click()
  const report = bos.getByRole('article', { name: 'Sprint 12' })
  await expect(report.getByRole('row').filter({ hasText: PLANNED[0] })).toContainText('sized 5')
  await expect(bos.getByRole('region', { name: 'Votes' })).toContainText('Kim Sato')
  await lookAt(bos, 'a planning session that is over')
  await bos.goto(new URL(planPath(id, 'web'), server.url).href)
  await expect(bos.getByRole('list', { name: 'Over' })).toContainText('Sprint 12')
})

test('[PL4] [PL7] votes are given ahead until a day: whoever may is asked for theirs, all are shown at the deadline, and a size needs no meeting', async ({
  open,
}) => {
  test.slow()
  const { server } = app()
  const { id, ana, bo, ids } = await pointsTeam(app())
  const session = await holdPlanning(ana, id, [ids[PLANNED[0]]!, ids[PLANNED[1]]!], {
    starts: false,
  })
  const anas = await open(server, ana, planPath(id, 'web', session), WIDE)
  await anas.getByRole('button', { name: 'Ask for votes until a day' }).click()
  const dialog = anas.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: new RegExp(PLANNED[1]) }).uncheck()
  await lookAt(anas, 'asking for votes until a day')
  await dialog.getByRole('radio', { name: 'Another time' }).click()
  await dialog.getByRole('button', { name: 'Ask for votes on 1 story' }).click()
  await expect(dialog.getByText('Choose a day and a time within the next 30 days.')).toBeVisible()
  await dialog.getByLabel('Day and time').fill('2001-03-03T10:00')
  await dialog.getByRole('button', { name: 'Ask for votes on 1 story' }).click()
  await expect(dialog.getByText('Choose a deadline within the next 30 days.')).toBeVisible()
  await dialog.getByRole('radio', { name: 'In 3 days' }).click()
  await dialog.getByRole('button', { name: 'Ask for votes on 1 story' }).click()
  await expect(dialog).toHaveCount(0)
  const round = anas.getByRole('article', { name: new RegExp(PLANNED[0]) })
  await expect(round).toContainText('3 days left')

  // Bo is asked where sessions are listed, and at the story; he says why, and comes back to it later.
  const bos = await open(server, bo, planPath(id, 'web'), WIDE)
  await expect(bos.getByText('Asks for your vote on 1 story')).toBeVisible()
  await lookAt(bos, 'a session that asks for a vote')
  await bos.goto(new URL(`/w/${id}/s/ST-1`, server.url).href)
  await expect(bos.getByText(/^Sprint 12 asks for your vote on its size, until/)).toBeVisible()
  await bos.getByRole('main').getByRole('link', { name: 'Vote' }).click()
  await expect(queue(bos).getByRole('button', { name: /^Asks for your vote/ })).toBeVisible()
  await cards(bos).getByRole('button', { name: '5' }).click()
  await expect(cards(bos).getByRole('button', { name: '5' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  const why = bos.getByRole('textbox', { name: 'Why? (may stay empty)' })
  await why.fill('The R package has a reader already')
  await bos.reload()
  await expect(why).toHaveValue('The R package has a reader already')
  await bos.getByRole('button', { name: 'Add to my vote' }).click()
  await bos.getByRole('radio', { name: 'Fairly' }).click()
  await expect(bos.getByRole('button', { name: 'Add to my vote' })).toHaveCount(0)
  await expect(round).toContainText('Voted so far: Bo Lindqvist')
  await expect(anas.getByText('reader already')).toHaveCount(0)
  await lookAt(bos, 'a vote that is given ahead')
  await bos.goto(new URL(planPath(id, 'web'), server.url).href)
  await expect(bos.getByRole('link', { name: 'Prepare Sprint 12' })).toBeVisible()
  await expect(bos.getByText(/Asks for your vote/)).toHaveCount(0)
  await bos.goto(new URL(planPath(id, 'web', session), server.url).href)

  // Revealed ahead of time, and settled.
  await round.getByRole('button', { name: 'Reveal now' }).click()
  await expect(revealed(bos)).toContainText('Bo Lindqvist · fairly sure')
  await expect(revealed(bos)).toContainText('The R package has a reader already')
  await round.getByRole('button', { name: 'Accept 5' }).click()
  await expect(queue(bos).getByRole('listitem').first()).toContainText('Sized')
  const story = await backlogStory(ana, id, 'web', ids[PLANNED[0]]!)
  expect(story?.size).toBe('5')

  // A round ends by itself.
  const deadline = Date.now() + 4_000
  await command(ana, id, { type: 'openVote', session, story: ids[PLANNED[1]]!, deadline })
  await cards(bos).getByRole('button', { name: '8' }).click()
  await expect(revealed(bos)).toContainText('Bo Lindqvist')
  await expect(revealed(anas)).toContainText('8')
  await lookAt(anas, 'votes that were given ahead')
  await anas.getByRole('button', { name: 'Accept 8' }).click()
  await expect(anas.getByRole('button', { name: 'Start planning' })).toBeDisabled()
  await expect(
    anas.getByText('Every story of the queue has its size.', { exact: false }),
  ).toBeVisible()
})

test('[UX4] [UX14] the backlog is ordered while the others watch: by keys, by menu, by pointer', async ({
  open,
}) => {
  const { server } = app()
  const { id, ana, bo, ids } = await pointsTeam(app())
  const session = await holdPlanning(ana, id, [ids[PLANNED[0]]!])
  const order = `${planPath(id, 'web', session)}?pane=order`
  const anas = await open(server, ana, planPath(id, 'web', session), WIDE)
  await inPlanning(anas)
  await anas.keyboard.press('o')
  const bos = await open(server, bo, order, WIDE)
  const rows = (page: typeof anas) =>
    page.getByRole('list', { name: "The backlog in the team's order" }).getByRole('article')
  const are = (...titles: readonly string[]) => titles.map((title) => new RegExp(title))
  const [first, second, third] = PLANNED
  await expect(rows(bos)).toHaveText(are(first, second, third))
  await rows(anas).first().focus()
  await anas.keyboard.press('Alt+Shift+ArrowDown')
  await expect(rows(bos)).toHaveText(are(second, first, third))
  await expect(rows(anas).nth(1)).toBeFocused()
  await expect(anas.getByText('ST-1: 2 of 3.')).toBeAttached()
  await anas.keyboard.press('k')
  await expect(rows(anas).first()).toBeFocused()
  await anas.keyboard.press('Alt+Shift+End')
  await expect(rows(bos)).toHaveText(are(first, third, second))
  await anas.keyboard.press('Control+z')
  await expect(rows(bos)).toHaveText(are(second, first, third))
  await anas.getByRole('button', { name: new RegExp(`Where ST-3`) }).click()
  await anas.getByRole('menuitem', { name: 'To the top' }).click()
  await expect(rows(bos)).toHaveText(are(third, second, first))
  const [from, to] = [
    (await rows(anas).nth(2).boundingBox())!,
    (await rows(anas).first().boundingBox())!,
  ]
  await anas.mouse.move(from.x + 200, from.y + from.height / 2)
  await anas.mouse.down()
  await anas.mouse.move(to.x + 200, to.y + 20, { steps: 5 })
  await anas.mouse.move(to.x + 200, to.y + 2, { steps: 2 })
  await anas.mouse.up()
  await expect(rows(bos)).toHaveText(are(first, third, second))
  await expect
    .poll(() => backlogOrder(ana, id, 'web'))
    .toEqual([ids[first], ids[third], ids[second]])
  await lookAt(anas, 'ordering the backlog in a session')
  // Whoever orders hears of a vote that is opened meanwhile.
  await anas.keyboard.press('v')
  const toVote = bos.getByRole('button', { name: 'To the vote' })
  await expect(toVote).toBeVisible()
  // Nobody votes by a key on what they do not see.
  await bos.keyboard.press('5')
  await toVote.click()
  await expect(cards(bos)).toBeVisible()
  await expect(poker(bos)).toContainText('0 of 2 voted')
  await expect(cards(bos).locator('[aria-pressed=true]')).toHaveCount(0)
})
