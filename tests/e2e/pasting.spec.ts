import { readFileSync } from 'node:fs'
import { expect, test, useApp } from '#tests/support/e2e.ts'
import { prose, storyPath, sync } from '#tests/support/e2eScreens.ts'
import { asMarkdown, pasteFrom } from '#tests/support/e2ePasting.ts'

const app = useApp()

const fixture = (name: string) =>
  readFileSync(new URL(`../support/pasted/${name}`, import.meta.url), 'utf8')

for (const page of ['google-docs', 'word', 'jira', 'github']) {
  test(`what is pasted from ${page} is clean, and the same again as Markdown`, async ({ open }) => {
    const { server, team } = app()
    const { id, ana } = await team(['Export', 'Again'])
    const story = await open(server, ana, storyPath(id, 'ST-1'))
    await expect(prose(story)).toBeVisible()
    await pasteFrom(story, { html: fixture(`${page}.html`), text: 'plain' })
    const markdown = fixture(`${page}.md`).trim()
    expect(await asMarkdown(story)).toBe(markdown)
    await expect(
      prose(story).locator('p[style], td[style], h1[style], font, [class*="Mso"], [class*="ak-"]'),
    ).toHaveCount(0)
    await expect(sync(story)).toHaveText(/Saved/)

    const again = await open(server, ana, storyPath(id, 'ST-2'))
    await expect(prose(again)).toBeVisible()
    await pasteFrom(again, { text: markdown })
    await expect(prose(again)).toContainText(/Export to CSV|Publishers/)
    expect(await asMarkdown(again)).toBe(markdown)
  })
}

test('Markdown is read while it is typed: code of a language, an alert, a link', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Typed'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type('> [!warning] Mind the gap')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('```ts let a = 1')
  await expect(prose(page).locator('.hljs-keyword')).toHaveText('let')
  expect(await asMarkdown(page)).toBe(
    ['> [!WARNING]', '> Mind the gap', '', '```typescript', 'let a = 1', '```'].join('\n'),
  )
})

test('a picture on another site is not lost without a word: its description stays', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Pasted'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await expect(prose(page)).toBeVisible()
  const image = '<img src="https://lh7.example.com/x.png" alt="The rows by month" width="600">'
  await pasteFrom(page, {
    html: `<b id="docs-internal-guid-1"><p><span>Before</span></p><p><span>${image}</span></p></b>`,
    text: 'Before',
  })
  await expect(prose(page).getByRole('link', { name: 'The rows by month' })).toHaveAttribute(
    'href',
    'https://lh7.example.com/x.png',
  )
  await expect(page.getByText('A picture is on another site and was not taken along')).toBeVisible()
})
