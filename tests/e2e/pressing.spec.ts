import { expect, type Page, storyOf, test, useApp } from '#tests/support/e2e.ts'
import { prose, storyPath, sync } from '#tests/support/e2eScreens.ts'
import { paragraph, value } from '#tests/support/storyContent.ts'
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

function lineOf(page: Page, word: string) {
  return prose(page).locator('p').filter({ hasText: word })
}
