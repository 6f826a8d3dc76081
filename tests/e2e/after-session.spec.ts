import { command, expect, join, type Page, test, useApp } from '#tests/support/e2e.ts'
import { bring, idOf } from '#tests/support/e2eFlow.ts'
import { expectNoEnglish, inGerman } from '#tests/support/e2eGerman.ts'
import { agenda, holdMeeting, inRoom, lookAt, roomPath } from '#tests/support/e2eMeeting.ts'
import { boardPath, prose } from '#tests/support/e2eScreens.ts'

const STORIES = ['Get a Data Package into R', 'Add type information to my data'] as const
const WIDE = { viewport: { width: 1280, height: 800 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const app = useApp()

/** Notes what the page copies: a browser without a window may not read its clipboard. */
async function copiedOn(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: async (text: string) => {
        document.documentElement.dataset['copied'] = text
      },
    })
  })
  return () => page.evaluate(() => document.documentElement.dataset['copied'] ?? '')
}

test('[MT1] [MT3] [MT9] a meeting is scheduled, moved, prepared by others, held, and looked back at', async ({
  open,
}) => {
  test.slow()
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const kim = await join(server, ana, id, 'Kim Sato')
  await bring(ana, id, 'refinement', 'ST-1', 'ST-2')
  const [first, second] = [await idOf(ana, id, 'ST-1'), await idOf(ana, id, 'ST-2')]

  // Scheduled with a time: its link, its picture, its file.
  const anas = await open(server, ana, `/w/${id}/meet`, WIDE)
  await anas.getByRole('textbox', { name: 'Name' }).fill('Weekly')
  await anas.getByLabel('When').fill('2031-03-03T10:00')
  await anas.getByRole('button', { name: 'Schedule' }).click()
  await expect(anas.getByRole('group', { name: 'Invite others' })).toBeVisible()
  const address = new URL(anas.url()).pathname
  const copied = await copiedOn(anas)
  await anas.getByRole('button', { name: 'Copy link' }).click()
  expect(await copied()).toBe(new URL(address, server.url).href)
  await anas.getByRole('button', { name: 'QR code' }).click()
  await expect(anas.getByRole('dialog').getByRole('img', { name: /QR code of/ })).toBeVisible()
  await lookAt(anas, 'the QR code of a meeting')
  await anas.keyboard.press('Escape')
  const download = anas.waitForEvent('download')
  await anas.getByRole('link', { name: 'Calendar file' }).click()
  expect((await download).suggestedFilename()).toBe('meeting.ics')
  await anas.getByRole('button', { name: 'Change name or time' }).click()
  const dialog = anas.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Biweekly')
  await dialog.getByLabel('When').fill('2031-03-04T11:30')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(anas.getByRole('main').getByRole('heading', { name: 'Biweekly' })).toBeVisible()
  await expect(anas.getByText(/4 Mar 2031|Mar 4, 2031/)).toBeVisible()

  // Prepared by somebody else, who asks something in advance.
  const session = address.split('/').at(-1)!
  await command(bo, id, { type: 'addToAgenda', session, story: first })
  await command(bo, id, { type: 'addToAgenda', session, story: second })
  await command(bo, id, { type: 'moveOnAgenda', session, story: second, after: null })
  await expect(agenda(anas).getByRole('listitem').first()).toContainText('ST-2')
  await command(bo, id, {
    type: 'startThread',
    story: second,
    thread: 'ahead',
    comment: 'ahead',
    anchor: null,
    text: 'Which types?',
  })
  const asked = anas.getByRole('region', { name: 'Asked in advance' })
  await expect(asked.getByRole('listitem')).toHaveText(/ST-2.*Which types\?.*Bo Lindqvist/)
  await lookAt(anas, 'a meeting that is prepared')
  await asked.getByRole('link', { name: 'Which types?' }).click()
  await expect(anas).toHaveURL(/\/s\/ST-2#comment\.ahead$/)
  await expect(
    anas.getByRole('article').filter({ hasText: 'Which types?' }).first(),
  ).toBeInViewport()
  await anas.goBack()

  // Running: one click away from any page. Kim, who is to do something, is not there.
  await anas.getByRole('button', { name: 'Start the meeting' }).click()
  await inRoom(anas)
  const bos = await open(server, bo, boardPath(id), WIDE)
  await bos.getByRole('link', { name: /^Biweekly ?, running now$/ }).click()
  await inRoom(bos)
  const { body: me } = await kim.visitor.get('/api/v1/me')
  await command(ana, id, {
    type: 'concludeStory',
    session,
    story: second,
    outcome: { kind: 'needs-work', note: 'Ask sales', owner: me.user.id, due: '2031-03-10' },
  })
  await command(bo, id, {
    type: 'recordDecision',
    session,
    note: 'd1',
    text: 'UTF-8 *only*',
    about: first,
  })
  await command(bo, id, {
    type: 'parkTopic',
    session,
    note: 'p1',
    text: 'Other calendars',
    about: null,
  })
  await command(ana, id, {
    type: 'concludeStory',
    session,
    story: first,
    outcome: { kind: 'parked' },
  })
  await command(ana, id, { type: 'endSession', session })

  // Over: what came of it, to read, to copy, to go on with.
  const report = bos.getByRole('article', { name: 'Biweekly' })
  const row = report.getByRole('row').filter({ hasText: 'ST-2' })
  await expect(row).toContainText(/needs work.*Kim Sato, until 10 Mar 2031: Ask sales/)
  await expect(report).toContainText('UTF-8 *only*')
  await expect(report.getByRole('region', { name: 'Who was there' })).toContainText(
    'Ana Ferreira, Bo Lindqvist',
  )
  await lookAt(bos, 'what came of a meeting')
  const markdown = await copiedOn(bos)
  await report.getByRole('button', { name: 'Copy as Markdown' }).click()
  expect(await markdown()).toContain('# Biweekly')
  expect(await markdown()).toContain('- UTF-8 \\*only\\* (ST-1)')
  expect(await markdown()).toMatch(/\| ST-2 .*\| needs work \| Kim Sato/)
  await report.getByRole('button', { name: 'Make “Other calendars” an idea' }).click()
  await expect(report.getByRole('region', { name: 'Parking lot' })).toContainText(/ST-3/)
  await bos.emulateMedia({ media: 'print' })
  await expect(report).toBeVisible()
  await expect(bos.getByRole('navigation').first()).toBeHidden()
  await bos.emulateMedia({ media: 'screen' })

  const kims = await open(server, kim, `/w/${id}/inbox`, PHONE)
  await expect(kims.getByRole('main').getByText('ST-2').first()).toBeVisible()
  await kims.goto(new URL(address, server.url).href)
  await expect(kims.getByRole('article', { name: 'Biweekly' })).toBeVisible()
  await lookAt(kims, 'what came of a meeting, on a phone')
  await kims.goto(new URL(`/w/${id}/meet`, server.url).href)
  const past = kims.getByRole('list', { name: 'Over' })
  await expect(past).toContainText(/Biweekly.*2 people.*ST-2/)
  await lookAt(kims, 'meetings that are over, on a phone')
})

test('[LA1] before and after a meeting everything is German', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(STORIES)
  const session = await holdMeeting(ana, id, ['ST-1', 'ST-2'], { starts: false })
  const page = await open(server, ana, roomPath(id, session), WIDE)
  await inGerman(page)
  const main = page.getByRole('main')
  const known = ['Weekly', ...STORIES]
  await expect(main.getByText('Vorab gefragt')).toBeVisible()
  await expectNoEnglish(main, known)
  await page.getByRole('button', { name: 'Name oder Zeit ändern' }).click()
  await expectNoEnglish(page.getByRole('dialog'), known)
  await page.keyboard.press('Escape')
  await command(ana, id, { type: 'startSession', session })
  await expect(page.getByRole('timer')).toBeVisible()
  await command(ana, id, { type: 'endSession', session })
  await expect(main.getByRole('button', { name: 'Als Markdown kopieren' })).toBeVisible()
  await expectNoEnglish(main, known)
})

test('[UX17] who is here, in which story, writing or away', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(STORIES)
  const anas = await open(server, ana, 'about:blank', WIDE)
  await anas.clock.install()
  await anas.goto(new URL(`/w/${id}/s/ST-1`, server.url).href)
  const bos = await open(server, bo, boardPath(id), WIDE)
  const opener = bos.getByRole('button', { name: '1 other person here now' })
  await opener.click()
  const here = bos.getByRole('dialog', { name: 'Here now' }).getByRole('listitem')
  await expect(here).toHaveText(/Ana Ferreira.*ST-1/)
  await prose(anas).click()
  await anas.keyboard.type('For R')
  await expect(here).toHaveText(/ST-1 Get a Data Package into R, writing/)
  await lookAt(bos, 'who is here')
  // Her connection does not outlive minutes that pass at once: she is gone, with the list, and comes back.
  await anas.clock.fastForward('04:00')
  await expect(async () => {
    if (!(await here.isVisible())) await opener.click({ timeout: 2_000 })
    await expect(here).toHaveText(/Away from the page/, { timeout: 2_000 })
  }).toPass()
  await anas.mouse.move(200, 200)
  await expect(here).toHaveText(/ST-1/)
})
