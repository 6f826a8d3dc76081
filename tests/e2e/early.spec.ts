import { expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { EDITOR, holdCode } from '#tests/support/e2eHolding.ts'
import { paste, prose, storyPath, sync } from '#tests/support/e2eScreens.ts'

const COMPUTER = { viewport: { width: 1280, height: 800 } }

const STORY = `## Acceptance criteria

1. A check runs within a minute of every update.
2. Given an update that breaks the schema
   Then the person who made it gets a message with the first ten errors

## Open questions

- Who is told when the update came from a script?

## What legal said

> We keep reports for a month, **no longer**.

- Tabular files
- Everything else

| Step | Minutes |
| --- | --- |
| Check | 1 |
`

const app = useApp()

test('what is read before the editor is there looks as it does then, and nothing in it moves', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Check my data again on every update'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), COMPUTER)
  await prose(page).click()
  await paste(page, STORY)
  await expect(prose(page).locator('.story-criterion')).toHaveCount(2)
  await expect(sync(page)).toHaveText('Saved')
  for (const size of [COMPUTER.viewport, { width: 390, height: 844 }]) {
    await page.setViewportSize(size)
    const code = await holdCode(page, EDITOR)
    await page.reload()
    await code.asked
    const early = page.locator('.story-text:not([contenteditable])')
    await expect(early.locator('.story-section-label')).toHaveText([
      /Acceptance criteria/,
      /Open questions/,
    ])
    const before = await heights(page)
    expect(before.length).toBeGreaterThan(8)
    code.release()
    await expect(prose(page)).toBeVisible()
    await expect.poll(() => heights(page)).toEqual(before)
    await page.unrouteAll({ behavior: 'wait' })
  }
})

/** Where each block of the text is, with its words, in pixels below the beginning of the text. */
function heights(page: Page): Promise<unknown[]> {
  return page.locator('.story-text').evaluate((text) => {
    const top = text.getBoundingClientRect().top
    return [...text.querySelectorAll('p, h1, h2, h3, tr')].map((block) => {
      const { y, left } = block.getBoundingClientRect()
      return [block.textContent, Math.round(y - top), Math.round(left)]
    })
  })
}
