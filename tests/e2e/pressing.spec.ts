import { expect, type Page, storyOf, test, useApp } from '#tests/support/e2e.ts'
import { boardPath, card, prose, storyPath, sync } from '#tests/support/e2eScreens.ts'
import {
  criteria,
  criterion,
  paragraph,
  question,
  questions,
  value,
} from '#tests/support/storyContent.ts'
import { writeStory } from '#tests/support/writeStory.ts'

const app = useApp()

const WORDS = ['Field', 'Type', 'Format', 'Title', 'Example', 'Constraints']
const ROUNDS = 10

test('[UX16] a press into the text counts, whatever the others write at that moment', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Describe every field of a table'])
  const story = (await storyOf(ana, id, 'ST-1'))!.id
  const why = value(paragraph('A publisher wants every column explained.'))
  const lines = [...WORDS, 'Notes'].map((word) => paragraph(word))
  await writeStory(server.url, ana.visitor, { workspace: id, story }, why, ...lines)
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await lineOf(anas, 'Notes').click()
  await anas.keyboard.press('End')
  await lineOf(bos, 'Field').click()

  let isDone = false
  const anaWrites = async () => {
    while (!isDone) await anas.keyboard.type('a')
  }
  const boPresses = async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const word of WORDS) {
        const box = (await lineOf(bos, word).boundingBox())!
        await bos.mouse.click(box.x + 1, box.y + box.height / 2)
        await bos.keyboard.type('x')
      }
    }
    isDone = true
  }
  await Promise.all([anaWrites(), boPresses()])
  await expect(sync(bos)).toHaveText('Saved')
  const written = prose(bos).locator(':scope > p')
  const expected = WORDS.map((word) => `${'x'.repeat(ROUNDS)}${word}`)
  await expect.poll(async () => (await written.allTextContents()).slice(0, -1)).toEqual(expected)
})

test('a press below the words of a question or a criterion goes on writing behind them', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Describe every field of a table'])
  const story = (await storyOf(ana, id, 'ST-1'))!.id
  await writeStory(
    server.url,
    ana.visitor,
    { workspace: id, story },
    criteria(criterion('A field has a name'), criterion('A field has a type')),
    questions(question('Which types?'), question('Who asks?')),
  )
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await expect(prose(page)).toHaveAttribute('contenteditable', 'true')
  const item = (words: string) => prose(page).getByRole('listitem').filter({ hasText: words })
  const boxOf = async (words: string) => (await item(words).boundingBox())!
  const write = async (x: number, y: number, words: string, expected: string) => {
    await page.mouse.click(x, y)
    await page.keyboard.type(words)
    await expect(prose(page).locator('p').filter({ hasText: words })).toHaveText(expected)
    await expect(prose(page)).toBeFocused()
  }
  // Beside its chips, at the left and far right of them.
  const first = await boxOf('Which types?')
  await write(first.x + 8, first.y + first.height - 8, ' One', 'Which types? One')
  await write(
    first.x + first.width / 2,
    first.y + first.height - 8,
    ', two',
    'Which types? One, two',
  )
  // Between two questions, and in the last pixels of a criterion.
  const now = await boxOf('Which types?')
  await write(now.x + 80, now.y + now.height + 2, '!', 'Which types? One, two!')
  const criterionBox = await boxOf('A field has a name')
  await write(
    criterionBox.x + 60,
    criterionBox.y + criterionBox.height - 1,
    ' of its own',
    'A field has a name of its own',
  )
  // Among the words a press means the place that is pressed.
  const line = (await lineOf(page, 'Who asks?').boundingBox())!
  await write(line.x + 1, line.y + line.height / 2, 'So: ', 'So: Who asks?')
  await expect(sync(page)).toHaveText('Saved')
})

test('stories that are opened and left quickly, while somebody moves in them, fail nothing', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Describe every field of a table', 'Name every table'])
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(bos).click()
  await bos.keyboard.type('A field has a name and a type')
  const page = await open(server, ana, boardPath(id))
  const failed: string[] = []
  page.on('pageerror', ({ message }) => failed.push(message))
  page.on('console', (said) => {
    if (said.type() === 'error' && said.text().includes('tiptap')) failed.push(said.text())
  })
  let isDone = false
  const boMoves = async () => {
    while (!isDone) for (const key of ['ArrowLeft', 'Home', 'End']) await bos.keyboard.press(key)
  }
  const anaLooks = async () => {
    for (let round = 0; round < 8; round += 1) {
      for (const key of ['ST-1', 'ST-2']) {
        await card(page, key).click()
        await expect(prose(page)).toHaveAttribute('contenteditable', 'true')
        await prose(page).click()
        await page.keyboard.press('End')
        await page.goBack()
        await expect(prose(page)).toHaveCount(0)
      }
    }
    isDone = true
  }
  await Promise.all([boMoves(), anaLooks()])
  expect(failed).toEqual([])
})

function lineOf(page: Page, word: string) {
  return prose(page).locator('p').filter({ hasText: word })
}
