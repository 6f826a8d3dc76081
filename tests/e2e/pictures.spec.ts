import type { Locator } from '@playwright/test'
import { expect, inEachTheme, type Page, test, useApp } from '#tests/support/e2e.ts'
import { bar, expectDrawn, give, picture, shown } from '#tests/support/e2ePictures.ts'
import { inputMethod } from '#tests/support/inputMethod.ts'
import { KEPT, goOffline } from '#tests/support/e2eOffline.ts'
import { prose, storyPath, sync } from '#tests/support/e2eScreens.ts'

const app = useApp()

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

const row = (page: Page) => page.locator('[data-block="imageRow"] img')
const line = (page: Page) => page.locator('.story-dropline')

/** Puts pictures of these names into the empty text of a story. */
async function put(page: Page, ...names: readonly string[]): Promise<void> {
  await prose(page).click()
  for (const [index, name] of names.entries()) {
    const bytes = await picture(page, ['teal', 'navy', 'olive'][index] ?? 'red', [600, 300])
    await give(page, 'paste', { name, type: 'image/png', bytes })
    await expectDrawn(page, index + 1)
  }
}

/** Carries one picture to a share of the width of another. */
async function carry(page: Page, from: Locator, to: Locator, share: number): Promise<void> {
  const start = (await from.boundingBox())!
  await page.mouse.move(start.x + start.width / 2, start.y + start.height - 20)
  await page.mouse.down()
  await page.mouse.move(start.x + start.width / 2, start.y + start.height - 40, { steps: 3 })
  const end = (await to.boundingBox())!
  await page.mouse.move(end.x + end.width * share, end.y + end.height / 2, { steps: 6 })
  await expect(line(page)).toBeVisible()
}

const names = (pictures: Locator) =>
  pictures.evaluateAll((all) => all.map((one) => one.getAttribute('alt')))

test('[UX20] a picture is dragged to the side of another one, along the row, and out of it', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Two mockups'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), {
    viewport: { width: 1280, height: 1400 },
  })
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await put(page, 'Before.png', 'After.png')

  // Held at the side it shows a line that stands; Escape leaves all as it is.
  await carry(page, shown(page).last(), shown(page).first(), 0.1)
  const { width, height } = (await line(page).boundingBox())!
  expect(height).toBeGreaterThan(10 * width)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(row(page)).toHaveCount(0)

  await carry(page, shown(page).last(), shown(page).first(), 0.9)
  await page.mouse.up()
  await expect.poll(() => names(row(bos))).toEqual(['Before.png', 'After.png'])
  await carry(page, row(page).last(), row(page).first(), 0.1)
  await page.mouse.up()
  await expect.poll(() => names(row(bos))).toEqual(['After.png', 'Before.png'])
  await inEachTheme(page, 'pictures side by side')

  // Out of it, below the last line.
  await carry(page, row(page).first(), prose(page).locator('p').last(), 0.2)
  await page.mouse.up()
  await expect.poll(() => names(row(bos))).toEqual(['Before.png'])
  await expect(shown(bos)).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(shown(bos)).toHaveCount(2)
})

test('pictures that are dropped at once come side by side, four to a row', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['Mockups'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type('Below')
  const bytes = await picture(page, 'teal', [300, 200])
  const files = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
    name: `${name}.png`,
    type: 'image/png',
    bytes,
  }))
  await give(page, 'drop', ...files)
  await expectDrawn(page, 5)
  expect(await names(row(page))).toEqual(['a.png', 'b.png', 'c.png', 'd.png'])
  expect(await names(shown(page))).toEqual(['a.png', 'b.png', 'c.png', 'd.png', 'e.png'])
})

test('pictures go side by side, change places and part by keys', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['Two mockups'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await put(page, 'Before.png', 'After.png')
  await shown(page).last().click()
  await expect(bar(page, 'After.png')).toHaveClass(/is-shown/)
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  expect(await names(row(page))).toEqual(['After.png', 'Before.png'])
  await page.keyboard.press('Alt+Shift+ArrowRight')
  expect(await names(row(page))).toEqual(['Before.png', 'After.png'])
  await page.keyboard.press('Alt+Shift+ArrowRight')
  expect(await names(row(page))).toEqual(['Before.png'])
  await expect(bar(page, 'After.png')).toHaveClass(/is-shown/)
  await expectDrawn(page, 2)
})

test('[I5] two people who write one caption at once keep the words of both', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['One picture'])
  const anas = await open(server, ana, storyPath(id, 'ST-1'), KEPT)
  const bos = await open(server, bo, storyPath(id, 'ST-1'), KEPT)
  const caption = (page: Page) => page.getByRole('textbox', { name: 'Caption' })
  await put(anas, 'Map.png')
  await expectDrawn(bos)
  await shown(anas).click()
  await caption(anas).fill('The map')
  await caption(anas).press('Enter')
  await expect(caption(bos)).toHaveValue('The map')

  // Both are in the line: each sees the words of the other come into it, and goes on typing.
  await caption(bos).click()
  await bos.keyboard.press('End')
  await bos.keyboard.type(' as it opens')
  await caption(anas).click()
  await anas.keyboard.press('Home')
  await anas.keyboard.type('Here: ')
  for (const page of [anas, bos])
    await expect(caption(page)).toHaveValue(/^Here: The map as it opens\s?$/)
  await anas.keyboard.type('See ')
  await caption(anas).press('Enter')
  await expect(caption(bos)).toHaveValue('Here: See The map as it opens')
  await caption(bos).press('Enter')
  await expect(sync(bos)).toHaveText('Saved')

  // Neither knows of the other: a network comes back later.
  for (const page of [anas, bos]) await goOffline(page)
  for (const [page, words] of [
    [anas, 'Here: See The map as it opens in June'],
    [bos, 'Here: See The map as it opens for Bo'],
  ] as const) {
    await caption(page).fill(words)
    await caption(page).press('Enter')
    await expect(prose(page)).toBeFocused()
  }
  for (const page of [anas, bos]) await page.context().setOffline(false)
  for (const page of [anas, bos])
    await expect(caption(page)).toHaveValue(/opens (in June for Bo|for Bo in June)$/)
  expect(await caption(anas).inputValue()).toBe(await caption(bos).inputValue())
})

test('[UX7] a caption that is composed takes in what another one writes in it once it is composed', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['One picture'])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  const caption = (page: Page) => page.getByRole('textbox', { name: 'Caption' })
  await put(anas, 'Map.png')
  await expectDrawn(bos)
  await shown(anas).click()
  await caption(anas).fill('The map')
  await caption(anas).press('Enter')
  await expect(caption(bos)).toHaveValue('The map')

  await caption(anas).click()
  await anas.keyboard.press('End')
  const method = await inputMethod(anas)
  await method.compose('ち')
  await caption(bos).click()
  await bos.keyboard.press('Home')
  await bos.keyboard.type('Old: ')
  await caption(bos).press('Enter')
  await expect(sync(bos)).toHaveText('Saved')
  await method.compose('ちず')
  await expect(caption(anas)).toHaveValue('The mapちず')
  await method.commit('地図')
  await expect(caption(anas)).toHaveValue('Old: The map地図')
  await caption(anas).press('Enter')
  await expect(caption(bos)).toHaveValue('Old: The map地図')
})

test('a picture is zoomed at the pointer by the wheel, to its own size by a double click, and moved', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['A large picture'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(page).click()
  const bytes = await picture(page, 'teal', [2400, 1500])
  await give(page, 'paste', { name: 'Large.png', type: 'image/png', bytes })
  await expectDrawn(page)
  await shown(page).dblclick()
  const box = page.getByRole('dialog', { name: 'Picture: Large.png' })
  const large = box.getByRole('img')
  const share = box.getByRole('button', { name: '%' })
  await expect(share).not.toHaveText('100 %')
  const whole = await share.textContent()
  const at = { x: 300, y: 200 }
  await page.mouse.dblclick(at.x, at.y)
  await expect(share).toHaveText('100 %')
  await page.mouse.down()
  const before = (await large.boundingBox())!
  await page.mouse.move(at.x - 60, at.y - 30, { steps: 3 })
  await page.mouse.up()
  const after = (await large.boundingBox())!
  expect([after.x - before.x, after.y - before.y]).toEqual([-60, -30])
  await page.mouse.dblclick(at.x, at.y)
  await expect(share).toHaveText(whole!)
  await page.mouse.wheel(0, -100)
  await expect(share).not.toHaveText(whole!)
  // With Ctrl it is the picture that is zoomed, not the page.
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -100)
  await page.keyboard.up('Control')
  expect(await page.evaluate(() => [visualViewport?.scale, devicePixelRatio])).toEqual([1, 1])
  await page.keyboard.press('1')
  await expect(share).toHaveText('100 %')
  await page.keyboard.press('0')
  await expect(share).toHaveText(whole!)
  await inEachTheme(page, 'a zoomed picture')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(prose(page)).toBeFocused()
})

test('on a phone a picture is zoomed by two fingers and by a double tap', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['A large picture'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), PHONE)
  await prose(page).tap()
  const bytes = await picture(page, 'teal', [1600, 1000])
  await give(page, 'paste', { name: 'Large.png', type: 'image/png', bytes })
  await expectDrawn(page)
  await shown(page).tap()
  await bar(page, 'Large.png').getByRole('button', { name: 'Zoom' }).tap()
  const box = page.getByRole('dialog', { name: 'Picture: Large.png' })
  const share = box.getByRole('button', { name: '%' })
  await expect(share).toHaveText('24 %')
  const fingers = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: readonly number[]) =>
    fingers.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: xs.map((x, id) => ({ x, y: 300, id })),
    })
  await touch('touchStart', 150, 250)
  await touch('touchMove', 125, 275)
  await touch('touchMove', 100, 300)
  await touch('touchEnd')
  await expect(share).toHaveText('49 %')
  await page.touchscreen.tap(200, 300)
  await page.touchscreen.tap(200, 300)
  await expect(share).toHaveText('24 %')
  await page.touchscreen.tap(200, 300)
  await page.touchscreen.tap(200, 300)
  await expect(share).toHaveText('100 %')
  await page.getByRole('button', { name: 'Close' }).tap()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
