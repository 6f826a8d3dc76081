import type { JSONContent } from '@tiptap/core'
import { command, expect, type Page, storyOf, test, useApp } from '#tests/support/e2e.ts'
import { bar, expectDrawn, give, picture } from '#tests/support/e2ePictures.ts'
import { prose, storyPath, sync } from '#tests/support/e2eScreens.ts'
import { composeWhile, inputMethod } from '#tests/support/inputMethod.ts'
import * as content from '#tests/support/storyContent.ts'
import { writeStory } from '#tests/support/writeStory.ts'

const app = useApp()

const { paragraph } = content

/** Every kind of line there is in a text; each holds the word it is found by. */
const LINES: Readonly<Record<string, JSONContent>> = {
  Heading: { type: 'heading', attrs: { level: 2 }, content: [content.text('Heading')] },
  Item: content.list('bulletList', 'Item'),
  Task: content.list('taskList', 'Task'),
  Callout: content.callout('note', paragraph('Callout')),
  Summary: content.details('Summary', paragraph('Inside')),
  Cell: table('Cell'),
  Code: { type: 'codeBlock', content: [content.text('Code')] },
  Criterion: content.criteria(content.criterion('Criterion', content.clause('given', 'Clause'))),
  Clause: paragraph(),
  Question: content.questions(content.question('Question', {}, 'Answer')),
  Answer: paragraph(),
}

test('[UX7] every kind of line is composed in while another one types in the same', async ({
  open,
}) => {
  test.setTimeout(120_000)
  const { server, team } = app()
  const { id, ana, bo } = await team(['Export the backlog to CSV'])
  const story = (await storyOf(ana, id, 'ST-1'))!.id
  await writeStory(server.url, ana.visitor, { workspace: id, story }, ...Object.values(LINES))
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  const method = await inputMethod(anas)
  for (const word of Object.keys(LINES)) {
    await test.step(word, async () => {
      await lineOf(anas, word).click()
      await anas.keyboard.press('End')
      await method.compose('に')
      await caretAtBeginning(bos, word)
      await bos.keyboard.type('Bo ')
      await expect.poll(() => read(anas, word)).toBe(`Bo ${word}に`)
      await method.compose('にほ')
      await method.commit('日本')
      for (const page of [anas, bos])
        await expect.poll(() => read(page, word)).toBe(`Bo ${word}日本`)
    })
  }
  await expect(sync(anas)).toHaveText('Saved')
})

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const threads = (page: Page) => page.getByRole('list', { name: 'Threads, newest first' })
const zoomed = (page: Page) => page.getByRole('dialog', { name: 'Picture: Map.png' })

test('[UX7] every field of a story is composed in while another one works on the same thing', async ({
  open,
}) => {
  test.setTimeout(120_000)
  const { server, team } = app()
  const { id, ana, bo } = await team(['Export the backlog to CSV'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type('Every column')
  await expect(prose(bos)).toContainText('Every column')
  /** Bo types at the beginning of the line that all of it is about. */
  const boTypes = async () => {
    const before = await read(page, 'column')
    await caretAtBeginning(bos, 'column')
    await bos.keyboard.type('So ')
    await expect.poll(() => read(page, 'column')).toBe(`So ${before}`)
  }
  const selectLast = async () => {
    await lineOf(page, 'column').click()
    await page.keyboard.press('End')
    await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  }
  await test.step('a link', async () => {
    await selectLast()
    await page.getByRole('button', { name: 'Link', exact: true }).click()
    await composeWhile(page, field(page, 'Link address'), boTypes)
    await page.keyboard.press('Escape')
  })
  await test.step('what is looked for, and what it is replaced with', async () => {
    await page.keyboard.press('ControlOrMeta+f')
    await composeWhile(page, field(page, 'Find in this story'), boTypes)
    await page.getByRole('button', { name: 'Replace', exact: true }).click()
    await composeWhile(page, field(page, 'Replace with'), boTypes)
    await page.keyboard.press('Escape')
  })
  await test.step('a suggestion, and why', async () => {
    await selectLast()
    await page.keyboard.press('ControlOrMeta+Alt+Shift+M')
    await composeWhile(page, field(page, 'Write instead'), boTypes)
    await field(page, 'Why').click()
    await composeWhile(page, field(page, 'Why'), boTypes)
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(threads(bos)).toContainText('column日本')
    await page.keyboard.press('Escape')
  })
  const boAnswers = async () => {
    await threads(bos).getByRole('button', { name: 'Reply', exact: true }).first().click()
    await field(bos, 'Reply').fill('From Bo')
    await bos.keyboard.press('ControlOrMeta+Enter')
    await expect(page.getByText('From Bo').last()).toBeVisible()
  }
  await test.step('a comment that is changed', async () => {
    await threads(page).getByRole('button', { name: 'More about this comment' }).first().click()
    await page.getByRole('menuitem', { name: 'Edit' }).click()
    await composeWhile(page, field(page, 'Change the comment'), boAnswers)
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(threads(bos)).toContainText('日本日本')
  })
  await test.step('an emoji that is looked for', async () => {
    await threads(page).getByRole('button', { name: 'React', exact: true }).first().click()
    const wanted = field(page, 'Find an emoji')
    await wanted.click()
    await composeWhile(page, wanted, boTypes)
    await page.keyboard.press('Escape')
  })
  await test.step('the name of a version', async () => {
    await page.getByRole('tab', { name: 'Versions' }).click()
    await page.getByRole('button', { name: 'Name this version…' }).click()
    await composeWhile(page, field(page, 'Name of this version'), async () => {
      const { id: story } = (await storyOf(bo, id, 'ST-1'))!
      await command(bo, id, { type: 'keepVersion', story, name: 'Before Ana' })
      await expect(page.getByText('Before Ana')).toBeVisible()
    })
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: 'Versions, newest first' })).toContainText('日本')
    await page.getByRole('tab', { name: 'Discussion' }).click()
  })
  await test.step('an answer over a zoomed picture', async () => {
    await prose(page).click()
    await page.keyboard.press('ControlOrMeta+End')
    const bytes = await picture(page, 'teal')
    await give(page, 'paste', { name: 'Map.png', type: 'image/png', bytes })
    await expectDrawn(page)
    await page.locator('.story-picture-frame').hover()
    await bar(page, 'Map.png').getByRole('button', { name: 'Comment on a part' }).click()
    const part = zoomed(page).getByRole('button', { name: 'The part you comment on' })
    await expect(part).toBeFocused()
    await page.keyboard.press('Enter')
    await composeWhile(page, field(page, 'Comment'), boTypes)
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(threads(bos)).toContainText('日本')
    const answer = zoomed(page).getByRole('textbox', { name: 'Reply', exact: true })
    await expect(answer).toBeFocused()
    await composeWhile(page, answer, boTypes)
    await expect(zoomed(page)).toBeVisible()
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(threads(bos).getByText('日本', { exact: true })).toHaveCount(2)
  })
})

/** The line of a text that holds a word, whatever else has come into it. */
function lineOf(page: Page, word: string) {
  // Not by its role: behind a zoomed picture it has none.
  return page
    .locator('.ProseMirror')
    .locator('p, h2, summary, code')
    .filter({ hasText: word })
    .last()
}

function read(page: Page, word: string): Promise<string> {
  return lineOf(page, word).evaluate((line) => {
    const copy = line.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.story-caret')) caret.remove()
    return (copy.textContent ?? '').replace(/\u2060/g, '')
  })
}

function table(words: string): JSONContent {
  const cell = { type: 'tableCell', content: [paragraph(words)] }
  return { type: 'table', content: [{ type: 'tableRow', content: [cell] }] }
}

/** Puts the caret at the beginning of a line. */
async function caretAtBeginning(page: Page, word: string): Promise<void> {
  await lineOf(page, word).click()
  await page.keyboard.press('Home')
}
