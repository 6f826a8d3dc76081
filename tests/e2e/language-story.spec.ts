import { command, expect, storyOf, test, useApp } from '#tests/support/e2e.ts'
import { webTeam } from '#tests/support/e2eBacklog.ts'
import { expectNoEnglish, inGerman } from '#tests/support/e2eGerman.ts'
import { storyPath } from '#tests/support/e2eScreens.ts'
import { criteria, criterion, paragraph, value } from '#tests/support/storyContent.ts'
import { writeStory } from '#tests/support/writeStory.ts'

const app = useApp()
/** What the team of the tests calls its steps. */
const STEPS = ['To do', 'In progress', 'Review', 'Done']

test('a story, its blocks, a thread and its past are German', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['Datenpaket in Julia laden'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await inGerman(page)
  const main = page.getByRole('main')
  const text = page.getByRole('textbox', { name: 'Text von ST-1' })
  await expect(page.getByRole('list', { name: 'Pflichtprüfungen' })).toBeVisible()
  await text.click()
  await expect(text.locator('[data-placeholder]')).toHaveAttribute(
    'data-placeholder',
    'Wer braucht das, was wollen sie und warum? Tippe / für Blöcke',
  )
  await expectNoEnglish(main)

  // Found by its German name; its English one is understood, too.
  await page.keyboard.type('/akz')
  const blocks = page.getByRole('listbox', { name: 'Blöcke' })
  await expect(blocks.getByRole('option')).toHaveText(/Akzeptanzkriterien/)
  await page.keyboard.press('Escape')
  for (const _ of '/akz') await page.keyboard.press('Backspace')
  await page.keyboard.type('/crit')
  await expect(blocks.getByRole('option', { selected: true })).toHaveText(/Akzeptanzkriterien/)
  await expectNoEnglish(blocks)
  await page.keyboard.press('Enter')
  await expect(main.getByRole('group', { name: 'Akzeptanzkriterien' })).toBeVisible()

  const talk = page.getByRole('textbox', { name: 'Die Story kommentieren' })
  await talk.fill('Welche Spalten?')
  await page.getByRole('button', { name: 'Kommentieren', exact: true }).click()
  await expect(page.getByRole('group', { name: 'Thread', exact: true })).toContainText(
    'Welche Spalten?',
  )
  await expectNoEnglish(main)
  await page.getByRole('tab', { name: 'Zeitleiste' }).click()
  const past = page.getByRole('list', { name: 'Was geschehen ist, das Neueste zuerst' })
  await expect(past).toContainText('hat die Story kommentiert')
  await expect(past).toContainText('hat die Story als „Datenpaket in Julia laden“ erfasst')
  await expectNoEnglish(main)
})

test('versions are named, compared and told in German', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['Datenpaket in Julia laden'])
  const { id: story } = (await storyOf(ana, id, 'ST-1'))!
  const target = { workspace: id, story }
  await writeStory(
    server.url,
    ana.visitor,
    target,
    value(paragraph('Forscher sehen Lücken')),
    criteria(criterion('Jede Zeile wird gezeichnet')),
  )
  await command(ana, id, { type: 'keepVersion', story, name: 'Abgestimmt' })
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await inGerman(page)
  await page.getByRole('tab', { name: 'Versionen' }).click()
  const versions = page.getByRole('list', { name: 'Versionen, die neueste zuerst' })
  await expect(versions).toContainText('Abgestimmt')
  await expect(versions).toContainText('Aktueller Text')
  await versions.getByRole('button', { name: /Abgestimmt/ }).click()
  await expect(versions).toContainText('Kundennutzen')
  await expectNoEnglish(page.getByRole('main'))
  await page.getByRole('button', { name: 'Versionen vergleichen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Versionen vergleichen' })
  await expect(dialog).toContainText('Beide sagen dasselbe.')
  await expectNoEnglish(dialog)
})

test('the inbox, history and the trash are German', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Datenpaket in Julia laden'])
  const { id: story } = (await storyOf(ana, id, 'ST-1'))!
  const { body } = await bo.visitor.get('/api/v1/me')
  await command(ana, id, {
    type: 'startThread',
    story,
    thread: crypto.randomUUID(),
    comment: crypto.randomUUID(),
    anchor: null,
    text: `Welche Spalten, @[Bo](person:${body.user.id})?`,
  })
  const page = await open(server, bo, `/w/${id}/inbox`)
  await inGerman(page)
  const main = page.getByRole('main')
  await expect(page.getByRole('list', { name: 'Was neu ist' })).toContainText(
    'Ana Ferreira hat dich in einem Kommentar zu dieser Story erwähnt',
  )
  await expectNoEnglish(main)
  await page.keyboard.press('e')
  await expect(page.getByRole('heading', { name: 'Nichts Neues' })).toBeVisible()
  await expectNoEnglish(main)

  await page.goto(`${server.url}/w/${id}/history`)
  await expect(main).toContainText('hat ST-1 kommentiert')
  await expect(main.getByRole('heading', { name: 'Heute' })).toBeVisible()
  await expectNoEnglish(main)

  await command(ana, id, { type: 'trashStory', story })
  await page.goto(`${server.url}/w/${id}/trash`)
  await expect(page.getByRole('list', { name: 'Storys im Papierkorb' })).toContainText(
    'weggeworfen von Ana Ferreira',
  )
  await expectNoEnglish(main)
})

test('a team backlog is German, as a list and as a board of its steps', async ({ open }) => {
  const { server, id, ana, path } = await webTeam(app())
  const page = await open(server, ana, path)
  await inGerman(page)
  const main = page.getByRole('main')
  const list = page.getByRole('list', { name: 'Storys in der Reihenfolge des Teams' })
  await expect(list.getByRole('article')).toHaveCount(4)
  await page.getByRole('button', { name: /Bereit zur Zuweisung/ }).click()
  await expect(page.getByRole('list', { name: 'Bereite Storys' }).getByRole('article')).toHaveCount(
    3,
  )
  await expectNoEnglish(main, STEPS)
  await list.getByRole('article').first().focus()
  await page.keyboard.press('s')
  await expect(page.getByRole('menu')).toContainText('Ohne Größe')
  await page.keyboard.press('Escape')
  await page.goto(`${server.url}/w/${id}/t/web/backlog?view=board`)
  await expect(page.getByRole('region', { name: 'To do', exact: true })).toBeVisible()
  await expectNoEnglish(main, STEPS)
})
