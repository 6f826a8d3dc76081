import type { JSONContent } from '@tiptap/core'
import { command, expect, inEachTheme, storyOf, test, useApp } from '#tests/support/e2e.ts'
import { expectDrawn, give, picture, shown } from '#tests/support/e2ePictures.ts'
import { prose, storyPath, sync } from '#tests/support/e2eScreens.ts'
import * as content from '#tests/support/storyContent.ts'
import { writeStory } from '#tests/support/writeStory.ts'

const app = useApp()

const TITLE =
  'As a data publisher I want to validate every resource of a package against its schema before I publish it'
const SIZES = [
  { name: '1280', device: { viewport: { width: 1280, height: 800 } } },
  {
    name: '390',
    device: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  },
] as const

const CONTENT: readonly JSONContent[] = [
  content.value(content.paragraph('Publishers see what is wrong before their readers do.')),
  content.list('bulletList', 'Columns that are missing', 'Rows that are too long'),
  content.criteria(content.criterion('A missing column is named')),
  content.questions(content.question('Which encodings?', {}, 'UTF-8 only.')),
  content.paragraph('Every resource is checked.'),
]

for (const { name, device } of SIZES) {
  test(`axe finds nothing in what opens over a text, ${name} wide, light and dark`, async ({
    open,
  }) => {
    test.setTimeout(180_000)
    const { server, team } = app()
    const { id, ana, bo } = await team([TITLE])
    const story = (await storyOf(ana, id, 'ST-1'))!.id
    await writeStory(server.url, ana.visitor, { workspace: id, story }, ...CONTENT)
    const page = await open(server, ana, storyPath(id, 'ST-1'), {
      ...device,
      reducedMotion: 'reduce',
    })
    await expect(prose(page)).toContainText('Every resource')
    const line = (words: string) => prose(page).locator('p', { hasText: words })
    const select = async () => {
      await line('Every resource').click()
      await page.keyboard.press('Home')
      await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
    }
    const stops: Readonly<Record<string, () => Promise<void>>> = {
      'the menu of an item': async () => {
        await line('Columns that').click()
        await page.keyboard.press('ControlOrMeta+/')
        await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible()
      },
      'a link': async () => {
        await page.keyboard.press('Escape')
        await expect(page.getByRole('menu')).toHaveCount(0)
        await select()
        await page.getByRole('button', { name: 'Link', exact: true }).click()
        await expect(page.getByRole('textbox', { name: 'Link address' })).toBeFocused()
      },
      finding: async () => {
        await page.keyboard.press('Escape')
        await prose(page).focus()
        await page.keyboard.press('ControlOrMeta+f')
        await page.getByRole('textbox', { name: 'Find in this story' }).fill('re')
        await page.getByRole('button', { name: 'Replace', exact: true }).click()
        await expect(page.getByRole('textbox', { name: 'Replace with' })).toBeFocused()
      },
      'a thread, in the text and in the margin': async () => {
        await page.keyboard.press('Escape')
        await select()
        await page.keyboard.press('ControlOrMeta+Alt+M')
        await page.getByRole('textbox', { name: 'Comment', exact: true }).fill('Every one?')
        await page.keyboard.press('ControlOrMeta+Enter')
        const beside = page.getByRole('dialog', { name: 'Thread beside the text' })
        await expect(beside).toContainText('Every one?')
        await beside.getByRole('button', { name: 'Close' }).click()
        await expect(prose(page).locator('[data-thread-mark]')).toHaveText(/Every/)
      },
      'the emoji': async () => {
        const threads = page.getByRole('list', { name: 'Threads, newest first' })
        await threads.getByRole('button', { name: 'React', exact: true }).click()
        await page.getByRole('textbox', { name: 'Find an emoji' }).fill('cat')
        await expect(page.getByRole('button', { name: /^React with/ }).nth(12)).toBeVisible()
      },
      'who wrote what': async () => {
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: 'Show who wrote what' }).click()
        await expect(page.getByRole('list', { name: 'Who wrote what' })).toContainText('Ana')
      },
      'a table': async () => {
        await page.getByRole('button', { name: 'Hide who wrote what' }).click()
        await line('Every resource').click()
        await page.keyboard.press('End')
        await page.keyboard.press('Enter')
        await page.keyboard.type('/table')
        await page.keyboard.press('Enter')
        for (const heading of ['Field', 'Type', 'Required']) {
          await page.keyboard.type(heading)
          await page.keyboard.press('Tab')
        }
        await expect(prose(page).getByRole('columnheader')).toHaveText([
          'Field',
          'Type',
          'Required',
        ])
      },
      'a file': async () => {
        await page.keyboard.press('ControlOrMeta+End')
        const bytes = Buffer.from('%PDF-1.4 a contract')
        await give(page, 'paste', { name: 'Contract.pdf', type: 'application/pdf', bytes })
        await expect(prose(page)).toContainText('Contract.pdf')
        await expect(sync(page)).toHaveText('Saved')
      },
      'a zoomed picture': async () => {
        await page.keyboard.press('ControlOrMeta+End')
        const bytes = await picture(page, 'teal')
        await give(page, 'paste', { name: 'Map.png', type: 'image/png', bytes })
        await expectDrawn(page)
        await shown(page).dblclick()
        await expect(page.getByRole('dialog', { name: 'Picture: Map.png' })).toBeVisible()
      },
      'a template that is written': async () => {
        const defined = { type: 'defineTemplate', template: 'bug', name: 'Bug', content: TEMPLATE }
        await command(bo, id, defined)
        await page.goto(`${server.url}/w/${id}/settings/templates`)
        await page.getByRole('textbox', { name: 'Text of the template Bug' }).click()
        const preview = page.getByRole('region', { name: 'What a story begins with from Bug' })
        await expect(preview).toContainText('It is gone')
      },
    }
    for (const [where, go] of Object.entries(stops)) {
      await test.step(where, async () => {
        await go()
        await inEachTheme(page, `${where}, ${name}`)
      })
    }
  })
}

const TEMPLATE =
  '## Customer value\n\nWho is stopped by it?\n\n## Acceptance criteria\n\n1. It is gone'
