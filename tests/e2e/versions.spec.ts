import type { XmlElement } from 'yjs'
import { BODY } from '#lib/doc/schema.ts'
import {
  command,
  expect,
  inEachTheme,
  type Page,
  storyOf,
  test,
  useApp,
} from '#tests/support/e2e.ts'
import { prose, storyPath, sync, toast, words } from '#tests/support/e2eScreens.ts'
import {
  criteria,
  criterion,
  named,
  paragraph,
  question,
  questions,
  value,
} from '#tests/support/storyContent.ts'
import { storyDoc } from '#tests/support/storyBytes.ts'
import { writeStory } from '#tests/support/writeStory.ts'

const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
} as const

const STORY = 'Show the lines of a dataset on a map'
const app = useApp()

const versions = (page: Page) =>
  page.getByRole('list', { name: 'Versions, newest first' }).locator('> li')
const comparison = (page: Page) => page.getByRole('dialog', { name: 'Compare versions' })
const differences = (page: Page) =>
  comparison(page).getByRole('region', { name: 'What is different' }).getByRole('listitem')

/** A story that Ana and Bo wrote, of which Ana keeps a version, "Agreed", before Bo changes it. */
async function written() {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const { id: story } = (await storyOf(ana, id, 'ST-1'))!
  const target = { workspace: id, story }
  await writeStory(
    server.url,
    ana.visitor,
    target,
    value(paragraph('Planners see gaps')),
    criteria(
      named('line', criterion('Every line is drawn')),
      named('head', criterion('A header comes first')),
    ),
    paragraph('They use paper maps.'),
  )
  return { server, id, ana, bo, story, target }
}

async function openVersions(page: Page): Promise<void> {
  await expect(prose(page)).toBeVisible()
  await page.getByRole('tab', { name: 'Versions' }).click()
  await expect(versions(page).first()).toContainText('Now')
}

/** Types behind a line of the text. */
async function typeBehind(page: Page, line: string, more: string): Promise<void> {
  await prose(page).getByText(line, { exact: true }).click()
  await page.keyboard.press('End')
  await page.keyboard.type(more)
  await expect(sync(page)).toHaveText('Saved')
}

test('[VE1] a version that somebody keeps appears at once where another looks at the versions', async ({
  open,
}) => {
  const { server, id, ana, bo } = await written()
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  await openVersions(anas)
  // What is looked at from time to time does not count: time stands still here.
  await anas.clock.install()
  await anas.clock.pauseAt(Date.now() + 1_000)
  const { id: story } = (await storyOf(bo, id, 'ST-1'))!
  await command(bo, id, { type: 'keepVersion', story, name: 'Before the demo' })
  await expect(async () => {
    await anas.clock.runFor(500)
    await expect(versions(anas).nth(1)).toContainText('Before the demo', { timeout: 250 })
  }).toPass()
})

test('[VE1] [VE5] a version is named, compared with now, and one criterion restored while somebody else types', async ({
  open,
}) => {
  const { server, id, ana, bo } = await written()
  const [anas, bos] = [
    await open(server, ana, storyPath(id, 'ST-1')),
    await open(server, bo, storyPath(id, 'ST-1')),
  ]
  await openVersions(anas)
  await anas.getByRole('button', { name: 'Name this version…' }).click()
  await anas.getByRole('textbox', { name: 'Name of this version' }).fill('Agreed')
  await anas.keyboard.press('Enter')
  await expect(versions(anas).nth(1)).toContainText('Agreed')
  await expect(versions(anas).nth(1)).toContainText('Written by Ana Ferreira')

  await expect(prose(bos)).toContainText('A header comes first')
  await typeBehind(bos, 'A header comes first', ', then the rest')
  await typeBehind(bos, 'They use paper maps.', ' Still.')
  await expect(prose(anas)).toContainText('then the rest')

  await anas.getByRole('button', { name: 'Compare versions' }).click()
  await comparison(anas)
    .getByLabel('From')
    .selectOption({ label: await agreedOption(anas) })
  await expect(differences(anas)).toHaveText([
    /Criterion 2 changed.*A header comes first, then the rest/s,
    /Other block: 1 changed/,
  ])
  // Bo goes on in another block while Ana puts the criterion back.
  await prose(bos).getByText('They use paper maps. Still.').click()
  await bos.keyboard.press('End')
  const typing = bos.keyboard.type(' Bo goes on and on.', { delay: 20 })
  await comparison(anas).getByRole('button', { name: 'Restore: Criterion 2 changed' }).click()
  await typing
  await expect(toast(anas, 'Criterion restored from “Agreed”')).toBeVisible()
  await expect(differences(anas)).toHaveText([/Other block: 1 changed/])
  await anas.keyboard.press('Escape')
  for (const page of [anas, bos]) {
    await expect
      .poll(() => words(page))
      .toMatch(/A header comes first(?!,)[\s\S]*They use paper maps\. Still\. Bo goes on and on\./)
  }
  await anas.getByRole('tab', { name: 'Timeline' }).click()
  await expect(anas.getByText('restored a part of the text from the version').first()).toBeVisible()
})

test('[VE6] versions are compared beginning with the one that is open, else with the newest that differs from now', async ({
  open,
}) => {
  const { server, id, ana, bo, story, target } = await written()
  await command(ana, id, { type: 'keepVersion', story, name: 'Agreed' })
  await writeStory(server.url, bo.visitor, target, questions(question('Which projection?')))
  await command(bo, id, { type: 'keepVersion', story, name: null })
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await openVersions(page)
  await expect(versions(page).nth(1)).toContainText('Current text')
  const compare = page.getByRole('button', { name: 'Compare versions' })
  await compare.click()
  await expect(differences(page)).toContainText(['Which projection?'])
  await page.keyboard.press('Escape')
  await versions(page).nth(1).getByRole('button').first().click()
  await compare.click()
  const from = comparison(page).getByRole('combobox', { name: 'From' })
  await expect(from).toContainText('Automatic version')
  await page.keyboard.press('Escape')
  await versions(page).filter({ hasText: 'Agreed' }).getByRole('button').first().click()
  await compare.click()
  await expect(from).toContainText('Agreed')
})

test('[VE7] who wrote what is shown in the text itself, follows what is typed, and names whoever wrote at the caret', async ({
  open,
}) => {
  const { server, id, ana, bo } = await written()
  const [anas, bos] = [
    await open(server, ana, storyPath(id, 'ST-1')),
    await open(server, bo, storyPath(id, 'ST-1')),
  ]
  await expect(prose(bos)).toContainText('They use paper maps.')
  await typeBehind(bos, 'They use paper maps.', ' Still.')
  await expect(prose(anas)).toContainText('Still.')
  await anas.getByRole('button', { name: 'Show who wrote what' }).click()
  const legend = anas.getByRole('list', { name: 'Who wrote what' })
  await expect(legend.getByRole('listitem')).toHaveText([/Ana Ferreira/, /Bo Lindqvist/])
  const by = (name: string) => prose(anas).locator(`.story-author[title="${name}"]`)
  await expect(by('Bo Lindqvist')).toHaveText([' Still.'])
  await expect(by('Ana Ferreira').filter({ hasText: 'They use paper maps.' })).toHaveCount(1)
  await by('Bo Lindqvist').click()
  await expect(legend.locator('[aria-current]')).toHaveText(/Bo Lindqvist/)
  await bos.keyboard.type(' Always.')
  await expect(by('Bo Lindqvist')).toContainText([/Always/])
  // The label of a caret fades, which is not what is looked at here.
  await bos.close()
  await expect(prose(anas).locator('.story-caret')).toHaveCount(0)
  await inEachTheme(anas, 'who wrote what, in the text')
  await anas.emulateMedia({ forcedColors: 'active' })
  const lines = await prose(anas)
    .locator('.story-author')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).textDecorationStyle))
  expect(new Set(lines).size).toBe(2)
  await anas.emulateMedia({ forcedColors: 'none' })
  await anas.setViewportSize({ width: 390, height: 800 })
  await inEachTheme(anas, 'who wrote what, in the text, on a phone')
  await anas.getByRole('button', { name: 'Hide who wrote what' }).click()
  await expect(prose(anas).locator('.story-author')).toHaveCount(0)

  // From wherever one is in a long text: by the palette, and where the names stay in sight.
  await anas.setViewportSize({ width: 1280, height: 800 })
  await prose(anas).click()
  await anas.keyboard.press('ControlOrMeta+End')
  for (let line = 0; line < 30; line += 1) await anas.keyboard.press('Enter')
  await anas.keyboard.press('ControlOrMeta+k')
  await anas.keyboard.type('who wrote')
  await anas.keyboard.press('Enter')
  await expect(legend).toBeInViewport()
  await anas.getByRole('button', { name: 'Close' }).click()
  await expect(legend).toHaveCount(0)
})

test('[VE5] a block that somebody moved goes back to where it was, and Undo takes that back', async ({
  open,
}) => {
  const { server, id, ana, bo, story, target } = await written()
  await command(ana, id, { type: 'keepVersion', story, name: 'Agreed' })
  // To the top, as dragging does: taken out, and written anew.
  await storyDoc(server.url, bo.visitor, target, (doc) => {
    const body = doc.getXmlFragment(BODY)
    const moved = (body.get(body.length - 1) as XmlElement).clone()
    body.delete(body.length - 1, 1)
    body.insert(0, [moved])
  })
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  const before = /Planners see gaps[\s\S]*They use paper maps\./
  const after = /They use paper maps\.[\s\S]*Planners see gaps/
  await expect.poll(() => words(page)).toMatch(after)
  await openVersions(page)
  await page.getByRole('button', { name: 'Compare versions' }).click()
  await comparison(page).getByRole('button', { name: 'Move it back' }).click()
  await expect(toast(page, 'Block moved back')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect.poll(() => words(page)).toMatch(before)
  await toast(page, 'Block moved back').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => words(page)).toMatch(after)
})

test('[VE5] the whole text is restored, and taken back', async ({ open }) => {
  const { server, id, ana, bo, story, target } = await written()
  await command(ana, id, { type: 'keepVersion', story, name: 'Agreed' })
  await writeStory(server.url, bo.visitor, target, questions(question('Which projection?')))
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await openVersions(page)
  await versions(page).filter({ hasText: 'Agreed' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Restore this version' }).click()
  await expect(toast(page, '“Agreed” restored')).toBeVisible()
  await expect(prose(page)).not.toContainText('Which projection?')
  await toast(page, '“Agreed” restored').getByRole('button', { name: 'Undo' }).click()
  await expect(prose(page)).toContainText('Which projection?')
  // One act is one line; the text before is below it.
  await expect(versions(page).nth(1)).toContainText('Ana Ferreira restored')
  await expect(versions(page).nth(2)).toContainText('Agreed')
  await versions(page).nth(1).getByRole('button').first().click()
  await versions(page).nth(2).filter({ hasText: 'The text before' }).getByRole('button').click()
  await expect(versions(page).nth(2)).toContainText('Which projection?')
  await expect(versions(page).nth(3)).toContainText('Agreed')
})

test('[VE7] who wrote what is shown for a version and for now, in colours and in words', async ({
  open,
}) => {
  const { server, id, ana, bo, target } = await written()
  await writeStory(server.url, bo.visitor, target, questions(question('Which projection?')))
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await openVersions(page)
  await versions(page).first().getByRole('button').click()
  const authors = page.getByRole('list', { name: 'Who wrote this' }).getByRole('listitem')
  await expect(authors).toHaveText([/Ana Ferreira/, /Bo Lindqvist/])
  await expect(versions(page).first()).toContainText('Bo Lindqvist: Which projection?')
  await expect(versions(page).first()).toContainText('Ana Ferreira: Planners see gaps')
  await typeBehind(page, 'They use paper maps.', ' Today')
  await expect(versions(page).first()).toContainText('They use paper maps. Today')
  await inEachTheme(page, 'who wrote what')
})

for (const [where, options] of [
  ['1280', { viewport: { width: 1280, height: 900 } }],
  ['390', PHONE],
] as const) {
  test(`a comparison has no violations at ${where}, in light and dark`, async ({ open }) => {
    const { server, id, ana, bo, story, target } = await written()
    await command(ana, id, { type: 'keepVersion', story, name: 'Agreed' })
    await writeStory(
      server.url,
      bo.visitor,
      target,
      questions(question('Which projection?', { blocking: true })),
      paragraph('The legend matters as well.'),
    )
    const page = await open(server, ana, storyPath(id, 'ST-1'), options)
    await openVersions(page)
    await page.getByRole('button', { name: 'Compare versions' }).click()
    await expect(differences(page)).toHaveText([/A question is new/, /Other block: 1 new/])
    await expect(comparison(page).getByText('The legend matters as well.')).toBeVisible()
    await inEachTheme(page, `comparing at ${where}`)
  })
}

async function agreedOption(page: Page): Promise<string> {
  const labels = await comparison(page).getByLabel('From').locator('option').allTextContents()
  return labels.find((label) => label.startsWith('Agreed'))!
}
