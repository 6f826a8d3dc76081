import type { Locator } from '@playwright/test'
import {
  type App,
  expect,
  join,
  type Page,
  type Person,
  storyOf,
  test,
  useApp,
} from '#tests/support/e2e.ts'
import { bring, idOf } from '#tests/support/e2eFlow.ts'
import { expectNoEnglish, inGerman } from '#tests/support/e2eGerman.ts'
import {
  agenda,
  bar,
  currentStory,
  holdMeeting,
  inRoom,
  lookAt,
  people,
  roomPath,
  votes,
  wireOf,
} from '#tests/support/e2eMeeting.ts'
import { boardPath, prose, spoken, sync, toast } from '#tests/support/e2eScreens.ts'
import { criterion, criteria } from '#tests/support/storyContent.ts'
import { inviteTo } from '#tests/support/server.ts'
import { Visitor } from '#tests/support/visitor.ts'
import { writeStory } from '#tests/support/writeStory.ts'

const STORIES = [
  'Get a Data Package into R',
  'Add type information to my data',
  'Know that my data conforms to its profile',
] as const

const WIDE = { viewport: { width: 1280, height: 800 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const app = useApp()

async function viewer({ server, ana }: App, workspace: string): Promise<Person> {
  const email = `vic.${crypto.randomUUID().slice(0, 8)}@example.org`
  const person = { name: 'Vic Adler', email, password: 'another long password' }
  const secret = await inviteTo(ana.visitor, workspace, { roles: ['viewer'] })
  const visitor = new Visitor(server.url)
  await visitor.post(`/api/v1/invitations/${secret}/accept`, person)
  return { ...person, visitor }
}

test('[MT1] [MT6] [MT8] six people refine three stories: ready, split and parked, with a vote, a late joiner on a phone, an observer and one who drops out', async ({
  open,
}) => {
  test.slow()
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const [kim, dan, lee] = await Promise.all(
    ['Kim Sato', 'Dan Weiss', 'Lee Okafor'].map((name) => join(server, ana, id, name)),
  )
  const vic = await viewer(app(), id)
  await bring(ana, id, 'refinement', 'ST-1', 'ST-2', 'ST-3')
  const split = await idOf(ana, id, 'ST-2')
  await writeStory(
    server.url,
    ana.visitor,
    { workspace: id, story: split },
    criteria(criterion('Types are inferred'), criterion('Types can be changed')),
  )

  const anas = await open(server, ana, `/w/${id}/meet`, WIDE)
  await expect(anas.getByText('No meetings yet')).toBeVisible()
  await anas.getByRole('textbox', { name: 'Name' }).fill('Weekly')
  await anas.getByRole('button', { name: 'Prepare and start now' }).click()
  await anas.getByRole('button', { name: 'Add all 3' }).click()
  await expect(agenda(anas).getByRole('listitem')).toHaveCount(3)
  await lookAt(anas, 'a meeting that is prepared')
  await anas.getByRole('button', { name: 'Start the meeting' }).click()
  await expect(anas.getByRole('timer')).toBeVisible()
  const address = new URL(anas.url()).pathname

  const bos = await open(server, bo, boardPath(id), WIDE)
  await bos.getByRole('link', { name: /^Weekly ?, running now$/ }).click()
  const kims = await open(server, kim!, address, WIDE)
  const dans = await open(server, dan!, 'about:blank', WIDE)
  const wire = await wireOf(dans)
  await dans.goto(new URL(address, server.url).href)
  const vics = await open(server, vic, address, WIDE)
  for (const page of [anas, bos, kims, dans, vics]) await inRoom(page)
  await expect(people(anas).getByRole('listitem')).toHaveCount(5)
  await expect(
    people(anas).getByRole('listitem').filter({ hasText: 'Vic Adler, watches' }),
  ).toBeVisible()
  await expect(votes(vics)).toHaveCount(0)

  // One vote: hidden until all are turned over; it survives a reload.
  await anas.keyboard.press('v')
  await expect(spoken(bos, /Vote on ST-/)).toBeAttached()
  await bos.keyboard.press('1')
  await kims.getByRole('button', { name: 'Needs work' }).first().click()
  await expect(bar(anas)).toContainText('2 of 4 voted')
  await expect(anas.getByRole('list', { name: /^Votes of round/ })).toHaveCount(0)
  await bos.reload()
  await expect(votes(bos).getByRole('button', { name: 'Ready' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await votes(dans).getByRole('button', { name: 'Ready' }).click()
  await expect(bar(anas)).toContainText('3 of 4 voted')
  await lookAt(anas, 'an open vote')
  await anas.keyboard.press('r')
  const revealed = vics.getByRole('list', { name: 'Votes of round 1' })
  await expect(revealed.getByRole('listitem')).toHaveText([/2.*Ready/, /1.*Needs work/])
  await expect(spoken(bos, '2 Ready, 1 Needs work')).toBeAttached()

  // Ready goes through the gate, which says what is missing.
  const first = (await currentStory(anas).textContent()) ?? ''
  await bar(anas).getByRole('button', { name: 'Ready', exact: true }).click()
  const dialog = anas.getByRole('dialog')
  await expect(dialog.getByRole('list', { name: 'What is missing' })).toContainText('Theme')
  await lookAt(anas, 'the gate in a meeting')
  await dialog.getByRole('button', { name: 'Mark ready anyway' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(currentStory(bos)).not.toHaveText(first)
  await expect(agenda(bos).getByRole('listitem').filter({ hasText: 'Ready ·' })).toHaveCount(1)

  // Somebody drops out, and is there again by themselves.
  await wire.cut()
  await expect(dans.getByText(/No connection. This is how the session stood/)).toBeVisible()
  await expect(
    people(anas)
      .getByRole('listitem')
      .filter({ hasText: /Dan Weiss.*gone/ }),
  ).toHaveCount(1, { timeout: 20_000 })

  // Who comes late lands where the others are, on a phone, too.
  await currentStory(anas).waitFor()
  await takeUp(anas, 'ST-2')
  await expect(currentStory(bos)).toContainText('ST-2')
  const lees = await open(server, lee!, address, PHONE)
  await inRoom(lees)
  await expect(prose(lees)).toContainText('Types are inferred')
  await lookAt(lees, 'the room on a phone')
  await lees.getByRole('button', { name: /^Agenda 1\/3/ }).click()
  await expect(lees.getByRole('dialog')).toContainText('ST-3')
  await lookAt(lees, 'the agenda on a phone')
  await lees.keyboard.press('Escape')

  // A split deals the criteria out.
  await bar(anas).getByRole('button', { name: 'Split' }).click()
  await dialog.getByRole('textbox', { name: 'Title of story 1' }).fill('Infer the types')
  await dialog.getByRole('textbox', { name: 'Title of story 2' }).fill('Change the types')
  await dialog.getByLabel('Where “Types are inferred” goes').selectOption({ index: 1 })
  await dialog.getByLabel('Where “Types can be changed” goes').selectOption({ index: 2 })
  await lookAt(anas, 'splitting a story')
  await dialog.getByRole('button', { name: 'Make 2 stories' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(currentStory(bos)).toContainText('ST-')

  wire.mend()
  await expect(
    people(anas)
      .getByRole('listitem')
      .filter({ hasText: /Dan Weiss.*gone/ }),
  ).toHaveCount(0, { timeout: 30_000 })

  // Hands, decisions, the parking lot; a reaction is gone after a moment.
  await bos.keyboard.press('h')
  await anas.getByRole('button', { name: 'Give Bo Lindqvist the floor' }).click()
  await expect(spoken(kims, 'Bo Lindqvist has the floor')).toBeAttached()
  await anas.keyboard.press('d')
  await anas.keyboard.type('UTF-8 only\n')
  await expect(kims.getByRole('region', { name: 'Decisions' })).toContainText('UTF-8 only')
  await kims.keyboard.press('l')
  await kims.keyboard.type('Dates in other calendars\n')
  const topic = anas.getByRole('button', { name: 'Make “Dates in other calendars” an idea' })
  await topic.click()
  await expect(topic).toHaveCount(0)
  await bos.getByRole('button', { name: 'React' }).click()
  await bos.getByRole('button', { name: 'React with 🎉' }).click()
  await expect(kims.locator('[data-reaction]')).toContainText('Bo Lindqvist')
  await expect(kims.locator('[data-reaction]')).toHaveCount(0)

  // Facilitation goes on when its holder is gone.
  await anas.getByRole('button', { name: 'You facilitate. Hand over' }).click()
  await anas.getByRole('menuitem', { name: 'Kim Sato' }).click()
  await expect(spoken(bos, 'Kim Sato facilitates')).toBeAttached()
  await kims.context().close()
  await anas.getByRole('button', { name: 'More', exact: true }).click()
  await anas.getByRole('menuitem', { name: 'Take over facilitation' }).click()
  await expect(anas.getByRole('button', { name: 'You facilitate. Hand over' })).toBeVisible()

  await anas.keyboard.press('Shift+P')
  await dialog.getByRole('button', { name: 'Park' }).click()
  await expect(anas.getByRole('heading', { name: 'Every story has its outcome' })).toBeVisible()
  await lookAt(anas, 'a meeting that is closing')
  await anas.getByRole('button', { name: 'End the meeting' }).click()
  await expect(bos.getByText(/What became of each story stands in its discussion/)).toBeVisible()
  await expect(spoken(bos, 'The session is over.')).toBeAttached()
  await lookAt(bos, 'a meeting that is over')
  await expect(bos.getByRole('link', { name: /^Weekly ?, running now$/ })).toHaveCount(0)

  const stories = await Promise.all(['ST-1', 'ST-2', 'ST-3'].map((key) => storyOf(ana, id, key)))
  expect(stories.map((story) => story?.stage).sort()).toEqual(['ready', 'refinement', 'refinement'])
  const made = await storyTitled(ana, id, 'Infer the types')
  await bos.goto(new URL(`/w/${id}/s/${made}`, server.url).href)
  await expect(prose(bos)).toContainText('Types are inferred')
  await expect(prose(bos)).not.toContainText('Types can be changed')
})

test('[MT5] half a minute after whoever facilitates dropped out, the others may take over', async ({
  open,
}) => {
  test.slow()
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const session = await holdMeeting(ana, id, ['ST-1', 'ST-2'])
  const anas = await open(server, ana, roomPath(id, session), WIDE)
  const bos = await open(server, bo, roomPath(id, session), WIDE)
  await inRoom(anas)
  await inRoom(bos)
  const take = bos.getByRole('button', { name: 'Take over' })
  await expect(take).toHaveCount(0)
  await anas.context().close()
  await take.click({ timeout: 50_000 })
  await expect(bos.getByRole('button', { name: 'You facilitate. Hand over' })).toBeVisible()
  await bos.keyboard.press('v')
  await expect(votes(bos)).toBeVisible()
})

test('[UX17] whoever follows the facilitator sees what they see, until any input of their own', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const session = await holdMeeting(ana, id, ['ST-1'])
  const anas = await open(server, ana, roomPath(id, session), WIDE)
  const bos = await open(server, bo, roomPath(id, session), WIDE)
  await inRoom(bos)
  await prose(anas).click()
  for (let line = 1; line <= 60; line += 1) await anas.keyboard.type(`Line ${line}\n`)
  await anas.keyboard.type('The end')
  await expect(prose(bos)).toContainText('The end')
  await expect(prose(bos).getByText('The end')).not.toBeInViewport()
  await bos.getByRole('region', { name: 'The story' }).focus()
  await bos.keyboard.press('f')
  await expect(bos.getByText('You follow Ana Ferreira')).toBeVisible()
  await expect(prose(bos).getByText('The end')).toBeInViewport()
  await bos.keyboard.press('Shift')
  await expect(bos.getByText('You follow Ana Ferreira')).toHaveCount(0)
})

test('[MT4] [MT11] [UX4] keys alone: time, hands, votes and outcomes, and what is written in a field is no key', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const session = await holdMeeting(ana, id, ['ST-1', 'ST-2'])
  const page = await open(server, ana, roomPath(id, session), WIDE)
  await inRoom(page)
  await page.keyboard.press('t')
  await expect(page.getByRole('timer', { name: /of 15:00/ })).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible()
  await page.keyboard.press('v')
  await expect(toast(page, 'The session is paused. Go on with it first (P).')).toBeVisible()
  await page.keyboard.press('1')
  await expect(toast(page, 'No vote is open.')).toBeVisible()
  await page.keyboard.press('p')
  await page.keyboard.press('d')
  await page.keyboard.type('vhp1')
  await expect(votes(page)).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Decisions' })).toContainText('vhp1')
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: 'The story' }).focus()
  await page.keyboard.press('v')
  await expect(votes(page)).toBeVisible()
  await page.keyboard.press('3')
  await expect(votes(page).getByRole('button', { name: 'Split' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.keyboard.press('3')
  await expect(bar(page)).toContainText('0 of 1 voted')
  await page.keyboard.press('r')
  await expect(toast(page, 'Nobody has voted yet.')).toBeVisible()
  await page.keyboard.press('2')
  await expect(bar(page)).toContainText('1 of 1 voted')
  await page.keyboard.press('r')
  await expect(page.getByRole('list', { name: 'Votes of round 1' })).toBeVisible()
  await page.keyboard.press('Shift+W')
  const dialog = page.getByRole('dialog').filter({ hasText: 'What is missing?' })
  await dialog.getByRole('textbox', { name: 'What is missing?' }).fill('A theme')
  await dialog.getByRole('combobox', { name: 'Who sees to it?' }).selectOption('Bo Lindqvist')
  await dialog.getByRole('button', { name: 'Needs work' }).click()
  await expect(currentStory(page)).toContainText('ST-2')
  await expect(sync(page)).toHaveText('Saved')
})

test('[LA1] the list, the preparation and the room speak German', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const session = await holdMeeting(ana, id, ['ST-1', 'ST-2'], { starts: false })
  const page = await open(server, ana, `/w/${id}/meet`, WIDE)
  await inGerman(page)
  const main = page.getByRole('main')
  const known = ['Weekly', ...STORIES]
  await expect(main.getByText('Neues Meeting')).toBeVisible()
  await expectNoEnglish(main, known)
  await page.goto(new URL(roomPath(id, session), server.url).href)
  await expect(main.getByRole('button', { name: 'Meeting starten' })).toBeVisible()
  await expectNoEnglish(main, known)
  await main.getByRole('button', { name: 'Meeting starten' }).click()
  await expect(page.getByRole('timer')).toBeVisible()
  await page.keyboard.press('v')
  await expect(main.getByRole('group', { name: 'Ist sie bereit? Deine Stimme' })).toBeVisible()
  await expectNoEnglish(main, known)
  await main.getByRole('button', { name: 'Aufteilen' }).last().click()
  await expectNoEnglish(page.getByRole('dialog'), known)
})

test('[UX21] on a phone the story comes first, the vote is where a thumb is, and the agenda is filled behind a sheet', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  await bring(ana, id, 'refinement', 'ST-2')
  const session = await holdMeeting(ana, id, ['ST-1'])
  const page = await open(server, ana, boardPath(id), PHONE)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Meetings/ })
    .click()
  await inRoom(page)
  expect(new URL(page.url()).pathname).toBe(roomPath(id, session))
  await page.getByRole('button', { name: 'Vote: is it ready?' }).click()
  const card = votes(page).getByRole('button', { name: 'Ready' })
  const box = (await card.boundingBox())!
  expect(box.y).toBeGreaterThan(PHONE.viewport.height / 2)
  expect(box.height).toBeGreaterThanOrEqual(44)
  await card.tap()
  await expect(card).toHaveAttribute('aria-pressed', 'true')
  await lookAt(page, 'voting on a phone')
  await page.getByRole('button', { name: 'Agenda 0/1' }).click()
  const sheet = page.getByRole('dialog', { name: 'Agenda' })
  await sheet.getByRole('button', { name: 'Add stories' }).click()
  await page.getByRole('combobox', { name: 'Find a story' }).fill('type inf')
  await page.getByRole('option', { name: /Add type information/ }).click()
  await expect(sheet.getByRole('listitem')).toHaveCount(2)
  await lookAt(page, 'adding stories on a phone')
})

test('[UX21] on a projector title, time and votes are read from the back of the room', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const session = await holdMeeting(ana, id, ['ST-1'])
  const viewport = { width: 1920, height: 1080 }
  const page = await open(server, ana, roomPath(id, session), { viewport })
  await inRoom(page)
  await page.keyboard.press('v')
  await expect(votes(page)).toBeVisible()
  const sizeOf = (part: Locator) =>
    part.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  const title = page.getByRole('region', { name: 'The story' }).getByText(STORIES[0]).first()
  expect(await sizeOf(title)).toBeGreaterThanOrEqual(40)
  expect(await sizeOf(page.getByRole('timer'))).toBeGreaterThanOrEqual(40)
  expect(await sizeOf(votes(page).getByRole('button').first())).toBeGreaterThanOrEqual(24)
  await lookAt(page, 'a meeting on a projector')
})

async function takeUp(page: Page, key: string): Promise<void> {
  const item = agenda(page).getByRole('listitem').filter({ hasText: key })
  if ((await item.getAttribute('aria-current')) === 'step') return
  await item.getByRole('button', { name: /^What to do with/ }).click()
  await page.getByRole('menuitem', { name: 'Take it up now' }).click()
}

async function storyTitled(person: Person, workspace: string, title: string): Promise<string> {
  const { body } = await person.visitor.get(
    `/api/v1/workspaces/${workspace}/lists/area:${workspace}`,
  )
  const stories = Object.values(body.items) as { key: string; title: string }[]
  const found = stories.find((story) => story.title === title)
  if (!found) throw new Error(`There is no story “${title}”`)
  return found.key
}
