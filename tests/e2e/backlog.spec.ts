import { command, expect, inEachTheme, join, storyOf, test, useApp } from '#tests/support/e2e.ts'
import {
  BACKLOG,
  backlogOrder,
  backlogPath,
  backlogRows,
  backlogStory,
  foundTeam,
  memberId,
  READY,
  stepColumn,
  trayRows,
  unfoldTray,
  webTeam,
} from '#tests/support/e2eBacklog.ts'
import { card, drag, spoken, storyPath, sync, toast } from '#tests/support/e2eScreens.ts'
import { criteria, criterion } from '#tests/support/storyContent.ts'
import { writeStory } from '#tests/support/writeStory.ts'

const app = useApp()
const web = () => webTeam(app())

test('[ST3] a ready story is taken from the tray with a key, several at once, and undone as one', async ({
  open,
}) => {
  const { server, id, ana, ids, path } = await web()
  const page = await open(server, ana, path)
  await unfoldTray(page)
  await expect(trayRows(page)).toHaveCount(3)
  await card(page, READY[0]).focus()
  await page.keyboard.press('a')
  await expect(toast(page, 'ST-5 is on the backlog of Web')).toBeVisible()
  await expect(backlogRows(page).last()).toContainText(READY[0])
  // The next ready story has the focus.
  await expect(card(page, READY[1])).toBeFocused()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('toolbar', { name: 'Selected stories' })).toContainText('2 selected')
  await page.keyboard.press('a')
  await expect(trayRows(page)).toHaveCount(0)
  await expect(backlogRows(page)).toHaveCount(7)
  await expect(sync(page)).toHaveText('Saved')
  const order = [...BACKLOG, ...READY].map((title) => ids[title])
  expect(await backlogOrder(ana, id, 'web')).toEqual(order)

  await page.keyboard.press('ControlOrMeta+Z')
  await expect(backlogRows(page)).toHaveCount(5)
  await expect(trayRows(page).first()).toContainText(READY[1])
  await expect(trayRows(page).last()).toContainText(READY[2])
})

test('[ST3] [UX20] what is dragged from the tray lands where it is dropped', async ({ open }) => {
  const { server, id, ana, bo, ids, path } = await web()
  await command(ana, id, {
    type: 'setTeamMember',
    team: 'web',
    member: await memberId(bo, id),
    role: 'member',
  })
  const bos = await open(server, bo, path)
  const page = await open(server, ana, path)
  await unfoldTray(page)
  await drag(page, card(page, READY[1]), card(page, BACKLOG[1]))
  await expect(toast(page, 'ST-6 is on the backlog of Web')).toBeVisible()
  await expect(backlogRows(page).nth(2)).toContainText(READY[1])
  await expect(backlogRows(bos).nth(2)).toContainText(READY[1])
  await expect(sync(page)).toHaveText('Saved')
  expect(await backlogStory(ana, id, 'web', ids[READY[1]]!)).toMatchObject({ step: 'todo' })
})

test('[UX6] [UX20] the backlog is ordered with the mouse and with keys, several at once', async ({
  open,
}) => {
  const { server, id, ana, ids, path } = await web()
  const page = await open(server, ana, path)
  const expectOrder = (...titles: readonly string[]) =>
    expect(backlogRows(page).getByRole('heading')).toHaveText([...titles])
  const [sort, filter, print, share] = BACKLOG
  await drag(page, card(page, sort), card(page, print))
  await expectOrder(filter, print, sort, share)
  await card(page, share).focus()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expectOrder(filter, print, share, sort)
  await expect(card(page, share)).toBeFocused()

  await page.keyboard.press('m')
  await expect(spoken(page, 'ST-4 picked up, 3 of 4, Backlog')).toBeAttached()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('k')
  await expect(spoken(page, 'Backlog, 1 of 4')).toBeAttached()
  await page.keyboard.press('Escape')
  await expectOrder(filter, print, share, sort)

  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('m')
  await expect(spoken(page, '2 stories picked up, 2 of 4, Backlog')).toBeAttached()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expectOrder(print, share, filter, sort)
  await expect(card(page, print)).toBeFocused()
  await expect(sync(page)).toHaveText('Saved')
  const order = [print, share, filter, sort].map((title) => ids[title])
  expect(await backlogOrder(ana, id, 'web')).toEqual(order)
  await page.keyboard.press('ControlOrMeta+Z')
  await expectOrder(filter, print, share, sort)
})

test('[ST5] stories are sized by key and by their chip, and scheduled for a day or an iteration', async ({
  open,
}) => {
  const { server, id, ana, ids, path } = await web()
  const page = await open(server, ana, path)
  await card(page, BACKLOG[0]).focus()
  await page.keyboard.press('s')
  await page.getByRole('menuitemradio', { name: '8', exact: true }).click()
  const first = card(page, BACKLOG[0])
  await expect(first.getByRole('button', { name: 'Size 8, change' })).toBeVisible()
  await expect(first).toBeFocused()
  await first.getByRole('button', { name: 'Size 8, change' }).click()
  await page.getByRole('menuitemradio', { name: '3', exact: true }).click()
  await page.keyboard.press('d')
  await page.getByRole('menuitem', { name: 'Another day…' }).click()
  await page.getByRole('textbox', { name: 'When is ST-1 due?' }).fill('2031-12-24')
  await page.keyboard.press('Enter')
  await expect(first).toContainText('24 Dec 2031')
  await expect(sync(page)).toHaveText('Saved')
  expect(await backlogStory(ana, id, 'web', ids[BACKLOG[0]]!)).toMatchObject({
    size: '3',
    schedule: '2031-12-24',
  })

  await command(ana, id, {
    type: 'changeTeam',
    team: 'web',
    scale: 'shirts',
    iterations: { startsOn: '2026-01-05', days: 14 },
  })
  await expect(page.getByRole('heading', { name: 'Not in an iteration' })).toBeVisible()
  await card(page, BACKLOG[1]).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('d')
  await page.getByRole('menuitemradio', { name: /^This iteration/ }).click()
  await expect(toast(page, /^2 stories scheduled for/)).toBeVisible()
  await expect(backlogRows(page).first()).toContainText(BACKLOG[1])
  await page.keyboard.press('s')
  await page.getByRole('menuitemradio', { name: 'XL', exact: true }).click()
  await expect(toast(page, '2 stories sized XL')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(card(page, BACKLOG[1]).getByRole('button', { name: 'Size ST-2' })).toBeAttached()
  await expect
    .poll(() => backlogStory(ana, id, 'web', ids[BACKLOG[1]]!))
    .toMatchObject({ schedule: null })
})

test('[ST6] on the board stories go through the steps; who may not is told before trying', async ({
  open,
}) => {
  const { server, id, ana, bo, ids } = await web()
  const page = await open(server, ana, backlogPath(id, 'web', 'view=board'))
  await drag(page, card(page, BACKLOG[1]), stepColumn(page, 'In progress'))
  await expect(card(stepColumn(page, 'In progress'), BACKLOG[1])).toBeVisible()
  await drag(page, card(page, BACKLOG[0]), card(page, BACKLOG[1]))
  await expect(stepColumn(page, 'In progress').getByRole('article')).toHaveCount(2)
  await card(page, BACKLOG[2]).focus()
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect(spoken(page, 'In progress, 1 of 3')).toBeAttached()
  await expect(card(stepColumn(page, 'In progress'), BACKLOG[2])).toBeFocused()
  await drag(page, card(page, BACKLOG[3]), stepColumn(page, 'Done'))
  await expect(toast(page, 'ST-4 moved to Done')).toBeVisible()
  await page.getByRole('button', { name: 'Show Done, 1 in the last 30 days' }).click()
  await expect(card(stepColumn(page, 'Done'), BACKLOG[3])).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  expect(await backlogStory(ana, id, 'web', ids[BACKLOG[3]]!)).toMatchObject({ step: 'done' })

  const bos = await open(server, bo, backlogPath(id, 'web', 'view=board'))
  await drag(bos, card(bos, BACKLOG[0]), stepColumn(bos, 'Review'), { drop: false })
  const why = 'Only the people of Web can move its stories through the steps.'
  await expect(stepColumn(bos, 'Review').getByText(why)).toBeVisible()
  await bos.mouse.up()
  await expect(card(stepColumn(bos, 'In progress'), BACKLOG[0])).toBeVisible()
})

test('[ST4] [UX10] a story is sent back with a reason, given to another team, dismissed, trashed, and each is undone', async ({
  open,
}) => {
  const { server, id, ana, ids, path } = await web()
  await command(ana, id, { type: 'createTeam', team: 'data', name: 'Data' })
  await command(ana, id, { type: 'sizeStory', story: ids[BACKLOG[0]], size: '5' })
  const page = await open(server, ana, path)
  await card(page, BACKLOG[0]).focus()
  await page.keyboard.press('b')
  await expect(page.getByText('What does ST-1 still need?')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Reason' })).toHaveAttribute(
    'aria-invalid',
    'true',
  )
  await page.keyboard.type('By which columns?')
  await page.keyboard.press('Enter')
  await expect(toast(page, 'ST-1 moved to Refinement')).toBeVisible()
  await expect(card(page, BACKLOG[1])).toBeFocused()
  await expect(sync(page)).toHaveText('Saved')
  expect(await storyOf(ana, id, 'ST-1')).toMatchObject({
    stage: 'refinement',
    reason: 'By which columns?',
  })
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(backlogRows(page).first()).toContainText(BACKLOG[0])
  await expect(card(page, BACKLOG[0]).getByRole('button', { name: 'Size 5, change' })).toBeVisible()
  // The next ones go back behind it: it has to be there on the server, too.
  await expect(sync(page)).toHaveText('Saved')

  await card(page, BACKLOG[1]).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('b')
  await expect(page.getByText('What do these 2 stories still need?')).toBeVisible()
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Enter')
  await expect(toast(page, '2 stories moved to Refinement')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(backlogRows(page).getByRole('heading')).toHaveText([...BACKLOG])

  await card(page, BACKLOG[3]).focus()
  await page.keyboard.press('a')
  await page.getByRole('menuitem', { name: 'Data' }).click()
  await expect(toast(page, 'ST-4 given to Data')).toBeVisible()
  await expect(backlogRows(page)).toHaveCount(3)
  await expect(sync(page)).toHaveText('Saved')
  expect(await backlogStory(ana, id, 'data', ids[BACKLOG[3]]!)).toMatchObject({ step: 'todo' })
  await card(page, BACKLOG[2]).focus()
  await page.keyboard.press('Delete')
  await expect(toast(page, 'ST-3 moved to trash')).toBeVisible()
  await expect(sync(page)).toHaveText('Saved')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(backlogRows(page)).toHaveCount(3)
  await expect(sync(page)).toHaveText('Saved')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(backlogRows(page).getByRole('heading')).toHaveText([...BACKLOG])
})

test('[RD6] a story whose criteria changed since it was sized says so until the team has seen it', async ({
  open,
}) => {
  const { server, id, ana, ids, path } = await web()
  const story = ids[BACKLOG[0]]!
  await command(ana, id, { type: 'sizeStory', story, size: '5' })
  const page = await open(server, ana, path)
  await expect(card(page, BACKLOG[0])).toBeVisible()
  await expect(page.getByText('Changed since sized')).toHaveCount(0)
  await writeStory(
    server.url,
    ana.visitor,
    { workspace: id, story },
    criteria(criterion('Sorts by several columns')),
  )
  const flag = card(page, BACKLOG[0]).getByRole('button', { name: /Changed since sized/ })
  await flag.click()
  await expect(flag).toHaveCount(0)
  await expect(sync(page)).toHaveText('Saved')
  await page.reload()
  await expect(card(page, BACKLOG[0])).toBeVisible()
  await expect(page.getByText('Changed since sized')).toHaveCount(0)
})

test('a private team is there for its people only: for others its address names nothing', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team()
  const secret = { id: 'secret', name: 'Secret', isPrivate: true }
  await foundTeam(ana, id, secret, { backlog: ['Sell the company'] })
  const kim = await join(server, ana, id, 'Kim Osei')
  await command(ana, id, {
    type: 'setTeamMember',
    team: 'secret',
    member: await memberId(kim, id),
    role: 'member',
  })
  const kims = await open(server, kim, backlogPath(id, 'secret'))
  await expect(card(kims, 'Sell the company')).toBeVisible()
  await expect(kims.getByRole('link', { name: /^Secret ?, private$/ })).toBeVisible()

  const bos = await open(server, bo, backlogPath(id, 'secret'))
  await expect(bos.getByRole('heading', { name: 'There is no such team here' })).toBeVisible()
  await expect(bos.getByText('Secret')).toHaveCount(0)
  const nowhere = await open(server, bo, backlogPath(id, 'nowhere'))
  await expect(nowhere.getByRole('heading', { name: 'There is no such team here' })).toBeVisible()

  await command(ana, id, {
    type: 'setTeamMember',
    team: 'secret',
    member: await memberId(kim, id),
    role: null,
  })
  await expect(kims.getByRole('heading', { name: 'There is no such team here' })).toBeVisible()
})

test('[UX18] [UX22] the address holds view, filter and peek; an empty backlog teaches', async ({
  open,
}) => {
  const { server, id, ana, ids, path } = await web()
  await command(ana, id, { type: 'createTheme', theme: 'tables', name: 'Tables' })
  await command(ana, id, { type: 'setTheme', story: ids[BACKLOG[2]], theme: 'tables' })
  const page = await open(server, ana, path)
  await card(page, BACKLOG[1]).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('complementary', { name: 'Story ST-2' })).toBeVisible()
  await page.getByRole('article', { name: BACKLOG[1] }).focus()
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/s=ST-3$/)
  await page.goBack()
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await page.keyboard.press('f')
  await page.getByRole('menuitemradio', { name: 'Tables' }).click()
  await expect(backlogRows(page).getByRole('heading')).toHaveText([BACKLOG[2]])
  await page.reload()
  await expect(backlogRows(page).getByRole('heading')).toHaveText([BACKLOG[2]])
  await page.getByRole('button', { name: 'Show all stories again' }).click()
  await expect(backlogRows(page)).toHaveCount(4)
  await card(page, BACKLOG[0]).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${storyPath(id, 'ST-1')}$`))

  await command(ana, id, { type: 'createTeam', team: 'data', name: 'Data' })
  await expect(page.getByRole('link', { name: 'Data', exact: true })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('go to data')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Choose from 3 ready' }).click()
  await expect(card(page, READY[0])).toBeFocused()
})

test("[UX18] the list is put together by the team's own steps; groups fold, and what is dropped in one goes into its step", async ({
  open,
}) => {
  const { server, id, ana, ids, path } = await web()
  await command(ana, id, { type: 'moveToStep', story: ids[BACKLOG[1]], step: 'doing' })
  const page = await open(server, ana, path)
  await expect(backlogRows(page)).toHaveCount(4)
  await page.getByRole('button', { name: 'Group', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'Step', exact: true }).click()
  await expect(page).toHaveURL(/group=step$/)
  const heading = (name: RegExp) => page.getByRole('button', { name, expanded: true })
  await expect(heading(/^To do 3/)).toBeVisible()
  await expect(heading(/^In progress 1/)).toBeVisible()
  await expect(heading(/^Review Nothing here/)).toBeVisible()
  await inEachTheme(page, 'a backlog in groups')
  await expect(backlogRows(page).last()).toContainText(BACKLOG[1])

  await heading(/^To do 3/).click()
  await expect(backlogRows(page)).toHaveCount(1)
  await card(page, BACKLOG[1]).focus()
  await page.keyboard.press('ArrowRight')
  await expect(backlogRows(page)).toHaveCount(4)
  await card(page, BACKLOG[0]).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(backlogRows(page)).toHaveCount(1)
  await page.keyboard.press('l')

  // Down past the last one of its step it comes into the next.
  await card(page, BACKLOG[3]).focus()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await expect(heading(/^In progress 2/)).toBeVisible()
  await expect
    .poll(async () => (await backlogStory(ana, id, 'web', ids[BACKLOG[3]]!))?.step)
    .toBe('doing')

  // By theme nothing is moved up and down, and it says why.
  await page.getByRole('button', { name: 'Step', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'Theme', exact: true }).click()
  await expect(heading(/^No theme 4/)).toBeVisible()
  await card(page, BACKLOG[0]).focus()
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await expect(toast(page, /not in the team's order/)).toBeVisible()
})
