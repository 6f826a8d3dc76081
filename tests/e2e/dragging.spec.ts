import { expect, join, type Page, type Person, test, useApp } from '#tests/support/e2e.ts'
import { boardPath, card, column, spoken, sync } from '#tests/support/e2eScreens.ts'
import { PHONE, touch } from '#tests/support/e2eTouch.ts'
import { fillBoard } from '#tests/support/fillBoard.ts'

const app = useApp()

const titleOf = (index: number) => `Show column ${index + 1} of a package`
const lifted = (page: Page) => page.locator('article[inert]')

/** A board of so many ideas; the first `labelled` of them have a label. */
async function manyIdeas(stories: number, labelled = 0) {
  const { server, team } = app()
  const made = await team()
  const { body } = await made.ana.visitor.post('/api/v1/tokens', { name: 'Many ideas' })
  const place = { url: server.url, workspace: made.id, token: body.token }
  await fillBoard(place, stories, (index) => {
    const story = `${made.id}-${index}`
    return [
      { type: 'captureStory', story, title: titleOf(index) },
      ...(index < labelled ? [{ type: 'setLabels', story, labels: ['import'] } as const] : []),
    ]
  })
  return { ...made, server }
}

interface Idea {
  readonly id: string
  readonly title: string
  readonly stage: string
  readonly rank: string
}

/** The stories of the refinement area as the server has them, in their order. */
async function onServer(person: Person, workspace: string): Promise<Idea[]> {
  const path = `/api/v1/workspaces/${workspace}/lists/area:${workspace}`
  const { body } = await person.visitor.get(path)
  const all = Object.values(body.items) as Idea[]
  return all.toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
}

/** The titles above and below the line that says where a card would go. */
function aroundLine(page: Page) {
  return page.evaluate(() => {
    const line = [...document.body.children].find((one) => one.classList.contains('h-0.5'))
    if (!line || (line as HTMLElement).hidden) return null
    const { top } = line.getBoundingClientRect()
    const cards = [...document.querySelectorAll('[data-card]')]
      .map((one) => ({
        id: (one as HTMLElement).dataset['card']!,
        box: one.getBoundingClientRect(),
      }))
      .sort((a, b) => a.box.top - b.box.top)
    return {
      above: cards.findLast(({ box }) => (box.top + box.bottom) / 2 < top)?.id,
      below: cards.find(({ box }) => (box.top + box.bottom) / 2 > top)?.id,
    }
  })
}

test('[UX20] among 5,000 cards one is carried far by scrolling at the edge, and lands exactly at the line, by mouse and by finger', async ({
  open,
}) => {
  const { server, id, ana } = await manyIdeas(5_000)
  const order = await onServer(ana, id)
  const page = await open(server, ana, boardPath(id))
  const list = column(page, 'Idea').locator('[data-list]')
  await expect(column(page, 'Idea').getByRole('listitem').first()).toHaveAttribute(
    'aria-setsize',
    '5000',
  )
  const area = (await list.boundingBox())!
  const x = area.x + area.width / 2
  const from = (await card(page, titleOf(2)).first().boundingBox())!
  await page.mouse.move(x, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(x, from.y + 30)
  await expect(lifted(page)).toHaveCount(1)
  // Held still near the edge: the list goes on scrolling by itself.
  await page.mouse.move(x, area.y + area.height - 10, { steps: 5 })
  await expect.poll(() => list.evaluate((one) => one.scrollTop)).toBeGreaterThan(8_000)
  await page.mouse.move(x, area.y + area.height / 2, { steps: 5 })
  const line = await atRest(page)
  expect(await page.locator('[data-card]').count()).toBeLessThanOrEqual(150)
  await page.mouse.up()
  await expect(spoken(page, /^ST-3 dropped, \d+ of 5,?000, Idea$/)).toBeAttached()
  await expect(sync(page)).toHaveText('Saved')
  await expectBetween(ana, id, titleOf(2), line)
  expect(await onServer(ana, id)).toHaveLength(order.length)

  const phone = await open(server, ana, boardPath(id), PHONE)
  await expect(card(phone, titleOf(0)).first()).toBeVisible()
  const phoneList = column(phone, 'Idea').locator('[data-list]')
  const finger = await touch(phone)
  const handle = (await card(phone, titleOf(0)).first().locator('[data-handle]').boundingBox())!
  const [hx, hy] = [handle.x + handle.width / 2, handle.y + handle.height / 2]
  // A swipe that begins on a handle is a swipe.
  await finger.down(hx, hy + 200)
  for (let y = 200; y > 0; y -= 20) await finger.move(hx, hy + y)
  await finger.up()
  await expect.poll(() => phoneList.evaluate((one) => one.scrollTop)).toBeGreaterThan(60)
  await expect(lifted(phone)).toHaveCount(0)
  // It may still be gliding.
  await expect
    .poll(() =>
      phoneList.evaluate(async (one) => {
        const { scrollTop } = one
        one.scrollTo(0, 0)
        await new Promise((resolve) => requestAnimationFrame(resolve))
        return scrollTop
      }),
    )
    .toBe(0)
  const phoneArea = (await phoneList.boundingBox())!
  await finger.down(hx, hy)
  await expect(lifted(phone)).toHaveCount(1)
  await finger.move(hx, phoneArea.y + phoneArea.height - 12)
  await expect.poll(() => phoneList.evaluate((one) => one.scrollTop)).toBeGreaterThan(3_000)
  await finger.move(hx, phoneArea.y + phoneArea.height / 2)
  const place = await atRest(phone)
  await finger.up()
  await expect(spoken(phone, /^ST-1 dropped, \d+ of 5,?000, Idea$/)).toBeAttached()
  await expect(sync(phone)).toHaveText('Saved')
  await expectBetween(ana, id, titleOf(0), place)
})

/** Waits until nothing scrolls any more, and gives what the line stands between. */
async function atRest(page: Page) {
  let line = await aroundLine(page)
  await expect
    .poll(async () => {
      const last = line
      line = await aroundLine(page)
      return line !== null && JSON.stringify(line) === JSON.stringify(last)
    })
    .toBe(true)
  return line!
}

async function expectBetween(
  person: Person,
  workspace: string,
  title: string,
  line: { readonly above: string | undefined; readonly below: string | undefined },
) {
  const order = await onServer(person, workspace)
  const at = order.findIndex((story) => story.title === title)
  expect([order[at - 1]?.id, order[at + 1]?.id]).toEqual([line.above, line.below])
}

test('[UX14] [I4] two people drag in one column for a minute while a third moves 500 cards to and fro: none is lost, none is doubled, none jumps under a pressed pointer', async ({
  open,
}) => {
  test.setTimeout(240_000)
  const { server, id, ana, bo } = await manyIdeas(700, 500)
  const con = await join(server, ana, id, 'Con Major')
  const [anas, bos, cons] = await Promise.all([
    open(server, ana, boardPath(id)),
    open(server, bo, boardPath(id)),
    open(server, con, `${boardPath(id)}?label=import`),
  ])
  for (const page of [anas, bos])
    await expect(column(page, 'Idea').getByLabel('700 stories')).toBeVisible()
  await expect(column(cons, 'Idea').getByLabel('500 of 700 stories')).toBeVisible()
  const end = Date.now() + 60_000
  const jumps: string[] = []
  let drags = 0
  let moves = 0

  const dragOn = async (page: Page) => {
    await page.evaluate(notePresses)
    while (Date.now() < end) {
      const list = (await column(page, 'Idea').locator('[data-list]').boundingBox())!
      const cards = column(page, 'Idea').locator('[data-card]')
      const box = await cards
        .nth(drags % 4)
        .boundingBox({ timeout: 5_000 })
        .catch(() => null)
      if (!box || box.y < list.y || box.y + 20 > list.y + list.height) continue
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      await page.mouse.move(x, y)
      await page.mouse.down()
      jumps.push(...(await jumpsUnder(page, x, y)))
      await page.mouse.move(x, y + 20)
      await page.mouse.move(x, list.y + 60 + ((drags * 97) % (list.height - 120)), { steps: 6 })
      await page.mouse.up()
      drags += 1
    }
  }
  const moveMany = async () => {
    while (Date.now() < end) {
      const [from, to] = moves % 2 === 0 ? ['Idea', 'Refinement'] : ['Refinement', 'Idea']
      await column(cons, from!).locator('[data-card]').first().focus()
      await cons.keyboard.press('ControlOrMeta+A')
      await expect(cons.getByRole('toolbar', { name: 'Selected stories' })).toContainText(
        '500 selected',
      )
      await cons.keyboard.press('Shift+M')
      await cons.getByRole('option', { name: to!, exact: true }).click()
      await expect(column(cons, to!).getByLabel(/^500 (of \d+ )?stories$/)).toBeVisible()
      await expect(sync(cons)).toHaveText('Saved', { timeout: 60_000 })
      moves += 1
    }
  }
  await Promise.all([dragOn(anas), dragOn(bos), moveMany()])
  expect(drags).toBeGreaterThan(10)
  expect(moves).toBeGreaterThan(0)
  expect(jumps).toEqual([])

  for (const page of [anas, bos, cons])
    await expect(sync(page)).toHaveText('Saved', { timeout: 60_000 })
  const stories = await onServer(ana, id)
  expect(stories).toHaveLength(700)
  expect(new Set(stories.map(({ rank, stage }) => `${stage} ${rank}`)).size).toBe(700)
  for (const [stage, name] of [
    ['idea', 'Idea'],
    ['refinement', 'Refinement'],
  ] as const) {
    const titles = stories.filter((story) => story.stage === stage).map(({ title }) => title)
    for (const page of [anas, bos]) {
      if (titles.length === 0) continue
      const listed = column(page, name).getByRole('listitem')
      await column(page, name)
        .locator('[data-list]')
        .evaluate((one) => one.scrollTo(0, 0))
      await expect(listed.first()).toHaveAttribute('aria-setsize', String(titles.length))
      for (const at of [0, 1, 2]) await expect(listed.nth(at)).toContainText(titles[at]!)
    }
  }
})

/** Keeps in the page which card was pressed last; '' between two cards, where nothing is held. */
function notePresses(): void {
  const listen = ({ target }: Event) => {
    const card = (target as Element).closest<HTMLElement>('[data-card]')
    document.documentElement.dataset['pressed'] = card?.dataset['card'] ?? ''
  }
  window.addEventListener('pointerdown', listen, true)
}

/** Holds the pointer still for a moment. Gives what another card than the pressed one was under it meanwhile, if one was. */
function jumpsUnder(page: Page, x: number, y: number): Promise<string[]> {
  return page.evaluate(
    async ([atX, atY]) => {
      const under = () =>
        document.elementFromPoint(atX!, atY!)?.closest<HTMLElement>('[data-card]')?.dataset['card']
      const pressed = document.documentElement.dataset['pressed']
      const jumps: string[] = []
      for (let frame = 0; frame < 20; frame += 1) {
        if (pressed && under() !== pressed) jumps.push(`${pressed} became ${under()}`)
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      return jumps
    },
    [x, y],
  )
}
