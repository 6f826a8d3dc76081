import { expect, join, type Page, test, useApp } from '#tests/support/e2e.ts'
import { atRest, expectBetween, manyIdeas, onServer, titleOf } from '#tests/support/e2eDragging.ts'
import { boardPath, card, column, spoken, sync } from '#tests/support/e2eScreens.ts'
import { PHONE, touch } from '#tests/support/e2eTouch.ts'

const app = useApp()

const lifted = (page: Page) => page.locator('article[inert]')

test('[UX20] among 5,000 cards one is carried far by scrolling at the edge, and lands exactly at the line, by mouse and by finger', async ({
  open,
}) => {
  const { server, id, ana } = await manyIdeas(app(), 5_000)
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

test('[UX14] [I4] two people drag in one column for a minute while a third moves 500 cards to and fro: none is lost, none is doubled, none jumps under a pressed pointer', async ({
  open,
}) => {
  test.setTimeout(240_000)
  const { server, id, ana, bo } = await manyIdeas(app(), 700, 500)
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
