import { expect, type Page, test, useApp } from '#tests/support/e2e.ts'
import { expectDrawn, give, picture } from '#tests/support/e2ePictures.ts'
import { prose, storyPath, sync } from '#tests/support/e2eScreens.ts'

const app = useApp()

/** Notes, from the first frame on, how far below its picture each line begins that follows one. */
async function watchLines(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = new Set<number>()
    Object.assign(window, { seen })
    const look = () => {
      for (const figure of document.querySelectorAll('.story-text > figure')) {
        const line = figure.nextElementSibling
        const gap = line && line.getBoundingClientRect().top - figure.getBoundingClientRect().top
        if (gap !== null) seen.add(Math.round(gap))
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

const gaps = (page: Page) =>
  page.evaluate(() => [...(window as unknown as { seen: Set<number> }).seen])

test('a picture has its room before it is drawn', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['A mockup'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(page).click()
  const bytes = await picture(page, 'teal', [600, 300])
  await give(page, 'paste', { name: 'Map.png', type: 'image/png', bytes })
  await expectDrawn(page)
  await expect(sync(page)).toHaveText('Saved')
  await watchLines(page)
  await page.reload()
  await expectDrawn(page)
  expect(await gaps(page)).toHaveLength(1)
})

test('looking for words moves none of them', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['Export the backlog to CSV'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type('Every column of the board')
  const line = prose(page).locator('p').filter({ hasText: 'Every column' })
  const before = await line.boundingBox()
  await page.keyboard.press('ControlOrMeta+f')
  const field = page.getByRole('textbox', { name: 'Find in this story' })
  await expect(field).toBeFocused()
  await field.fill('column')
  await expect(page.getByText('1 of 1')).toBeVisible()
  expect(await line.boundingBox()).toEqual(before)
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  expect(await line.boundingBox()).toEqual(before)
})
