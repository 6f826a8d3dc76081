import { command, expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { boardPath, sync } from '#tests/support/e2eScreens.ts'
import { fillBoard } from '#tests/support/fillBoard.ts'
import { rendersSince, watchRenders } from '#tests/support/renders.ts'

const STORIES = 10_000
const app = useApp()

const at = (page: Page, index: number) => page.locator(`[data-card="s-${index}"]`)

/** A board of ten thousand ideas, made once: filling it takes longer than all else here. */
async function fill() {
  const { server, ana, team } = app()
  const { id } = await team()
  const { body } = await ana.visitor.post('/api/v1/tokens', { name: 'Filling' })
  await fillBoard({ url: server.url, workspace: id, token: body.token }, STORIES, (index) => [
    { type: 'captureStory', story: `s-${index}`, title: `Know the licence of data set ${index}` },
  ])
  return { server, ana, id }
}
let filled: ReturnType<typeof fill> | null = null

for (const { name, look, from } of [
  { name: 'board', look: '', from: 0 },
  { name: 'list', look: '?view=list', from: 4 },
]) {
  test(`[UX1] on a ${name} of ten thousand a moved focus renders two stories, and a change by others its own`, async ({
    open,
  }) => {
    const { server, ana, id } = await (filled ??= fill())
    const page = await open(server, ana, '/login')
    await watchRenders(page)
    await page.goto(new URL(`${boardPath(id)}${look}`, server.url).href)
    await expect(at(page, from)).toBeVisible()
    await expect(sync(page)).toHaveText('Saved')
    expect(new Set(await rendersSince(page)).size, 'it counts').toBeGreaterThan(3)
    await at(page, from).focus()
    await expect(at(page, from)).toBeFocused()
    await page.keyboard.press('j')
    await expect(at(page, from + 1)).toBeFocused()
    await rendersSince(page)
    for (const index of [from + 2, from + 3, from + 4]) {
      await page.keyboard.press('j')
      await expect(at(page, index)).toBeFocused()
      const rendered = await rendersSince(page)
      expect([...new Set(rendered)].sort(), `focus on ${index}`).toEqual([
        `s-${index - 1}`,
        `s-${index}`,
      ])
      expect(rendered.length).toBeLessThanOrEqual(6)
    }

    const rename = (index: number, title: string) =>
      command(ana, id, { type: 'renameStory', story: `s-${index}`, title })
    await rename(from + 2, `Cite a data set from the ${name}`)
    await expect(at(page, from + 2)).toContainText('Cite a data set')
    expect([...new Set(await rendersSince(page))]).toEqual([`s-${from + 2}`])
    // One that is far from the screen is nobody's business here.
    await rename(9_000, `Far from the ${name}`)
    await rename(from + 1, `Cite two data sets from the ${name}`)
    await expect(at(page, from + 1)).toContainText('Cite two data sets')
    expect([...new Set(await rendersSince(page))]).toEqual([`s-${from + 1}`])
  })
}
