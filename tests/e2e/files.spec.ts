import { expect, expectAccessible, inEachTheme, test, useApp } from '#tests/support/e2e.ts'
import { bar, expectDrawn, give, picture, shown } from '#tests/support/e2ePictures.ts'
import { KEPT, goOffline, untilKeptForOffline } from '#tests/support/e2eOffline.ts'
import { prose, storyPath, sync } from '#tests/support/e2eScreens.ts'

const app = useApp()
test.use(KEPT)

test('a picture that one person pastes is seen by the other, with its caption, and zoomed by keyboard', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Show the map', 'Another story'])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(anas).click()
  await anas.keyboard.type('The map:')
  await give(anas, 'paste', {
    name: 'Map.png',
    type: 'image/png',
    bytes: await picture(anas, 'teal'),
  })
  await expectDrawn(anas)
  await expectDrawn(bos)
  await expect(sync(anas)).toHaveText('Saved')
  // Chosen by the arrows, described, captioned.
  await anas.keyboard.press('Home')
  await anas.keyboard.press('ArrowUp')
  await expect(bar(anas, 'Map.png')).toBeVisible()
  await anas.getByRole('textbox', { name: 'Caption' }).fill('The map as it opens')
  await anas.keyboard.press('Enter')
  await expect(bos.getByRole('textbox', { name: 'Caption' })).toHaveValue('The map as it opens')
  await bar(anas, 'The map as it opens').getByRole('button', { name: 'Describe' }).click()
  await anas.getByRole('textbox', { name: /^Description/ }).fill('A teal map')
  await anas.keyboard.press('Enter')
  await expect(bos.getByRole('img', { name: 'A teal map' })).toBeVisible()
  await inEachTheme(anas, 'a story with a picture')

  // Dropped by the other below it, where the empty line is.
  await give(bos, 'drop', {
    name: 'Legend.png',
    type: 'image/png',
    bytes: await picture(bos, 'navy'),
  })
  await expectDrawn(anas, 2)
  await shown(anas).first().click()
  await anas.keyboard.press('Enter')
  const box = anas.getByRole('dialog', { name: 'Picture: A teal map' })
  await expect(box).toBeVisible()
  await expect(box.getByText('1 of 2')).toBeVisible()
  await anas.keyboard.press('+')
  await expect(box.getByText('150 %')).toBeVisible()
  await anas.keyboard.press('ArrowRight')
  await expect(box).toBeVisible()
  await anas.keyboard.press('0')
  await expectAccessible(anas, 'a zoomed picture')
  await anas.keyboard.press('ArrowRight')
  await expect(anas.getByRole('dialog', { name: 'Picture: Legend.png' })).toBeVisible()
  await anas.keyboard.press('Escape')
  await expect(anas.getByRole('dialog')).toHaveCount(0)
  await expect(prose(anas)).toBeFocused()

  // Side by side, out again, and gone; undo brings it back.
  await shown(anas).last().click()
  await bar(anas, 'Legend.png').getByRole('button', { name: 'Put side by side' }).click()
  await expect(bos.locator('[data-block="imageRow"] img')).toHaveCount(2)
  await bar(anas, 'Legend.png').getByRole('button', { name: 'Take out of the row' }).click()
  await expect(bos.locator('[data-block="imageRow"] img')).toHaveCount(1)
  await bar(anas, 'Legend.png').getByRole('button', { name: 'Remove picture' }).click()
  await expect(shown(bos)).toHaveCount(1)
  await anas.keyboard.press('ControlOrMeta+z')
  await expectDrawn(bos, 2)
})

test('[I5] a picture put in offline survives a reload in the middle and is sent when there is a network', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Work on the train'])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await prose(anas).click()
  await anas.keyboard.type('A sketch:')
  await expect(sync(anas)).toHaveText('Saved')
  await untilKeptForOffline(anas)
  const bytes = await picture(anas, 'purple')
  await goOffline(anas)
  await give(anas, 'paste', { name: 'Sketch.png', type: 'image/png', bytes })
  await expectDrawn(anas)
  await expect(anas.getByText('Kept on this device.')).toBeVisible()
  await expect(sync(anas)).toContainText('on this device')
  await anas.reload()
  await expectDrawn(anas)
  await expect(anas.getByText('Kept on this device.')).toBeVisible()
  await anas.context().setOffline(false)
  await expect(sync(anas)).toHaveText('Saved')
  await expect(anas.getByText('Kept on this device.')).toHaveCount(0)
  await expectDrawn(bos)

  // What was sent from here, or seen here, is seen without a network as well; a sign-out removes it.
  await bos.reload()
  await expectDrawn(bos)
  await untilKeptForOffline(bos)
  await bos.reload()
  await expectDrawn(bos)
  for (const page of [anas, bos]) {
    await goOffline(page)
    await page.reload()
    await expectDrawn(page)
    await page.context().setOffline(false)
  }
})

test('a reload while a picture is being sent loses nothing', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Slow network'])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  let held = 0
  await anas.context().route('**/files/*?name=*', (route) => {
    held += 1
    // The first never arrives: the page goes away while it is under way.
    return held === 1 ? undefined : route.continue()
  })
  await prose(anas).click()
  await anas.keyboard.type('Wait for it:')
  await give(anas, 'paste', {
    name: 'Slow.png',
    type: 'image/png',
    bytes: await picture(anas, 'green'),
  })
  await expect(anas.getByText(/^Sending/)).toBeVisible()
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await expect(bos.getByText('Slow.png is not available.')).toBeVisible()
  await anas.reload()
  await expectDrawn(anas)
  await expectDrawn(bos)
  await expect(sync(anas)).toHaveText('Saved')
})

test('a picture that is asked for before anyone has pressed into the text comes behind it', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['Behind the text'])
  const page = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(page).click()
  await page.keyboard.type('What legal said:')
  await expect(sync(page)).toHaveText('Saved')
  await page.reload()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Picture or file' }).click()
  const buffer = await picture(page, 'olive')
  await (await choosing).setFiles({ name: 'Letter.png', mimeType: 'image/png', buffer })
  await expectDrawn(page)
  await expect(prose(page).locator(':scope > :first-child')).toHaveText('What legal said:')
  await expect(prose(page).locator(':scope > :nth-child(2)')).toHaveClass(/story-file-image/)
})

test('a file is chosen from the slash menu, fetched by the other, and counts as a design attached', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['Attach the plan'])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  // Early: a browser that is only just told to hand over its dialogs may open one by itself.
  const choosing = anas.waitForEvent('filechooser')
  await prose(anas).click()
  const block = anas.getByRole('listbox').getByRole('option').first()
  await anas.keyboard.type('/design')
  await expect(block).toContainText('Design')
  await anas.keyboard.press('Enter')
  await anas.keyboard.type('/file')
  await expect(block).toContainText(/file/i)
  await anas.keyboard.press('Enter')
  await (
    await choosing
  ).setFiles({
    name: 'Plan.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 not really'),
  })
  await expect(anas.getByText('PDF · 19 bytes')).toBeVisible()
  await expect(sync(anas)).toHaveText('Saved')
  await inEachTheme(anas, 'a story with an attachment')
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  const download = bos.waitForEvent('download')
  await bos.getByRole('link', { name: 'Download Plan.pdf' }).click()
  expect((await download).suggestedFilename()).toBe('Plan.pdf')
  const path = `/api/v1/workspaces/${id}/lists/area:${id}`
  await expect
    .poll(async () => {
      const { body } = await ana.visitor.get(path)
      return Object.values(body.items as Record<string, { facts?: { design?: string } }>)[0]?.facts
        ?.design
    })
    .toBe('attached')
})

test('what the server does not take says why, and can be tried again or removed', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana } = await team(['A full story'])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  const message = 'The story has 500 files, as many as it may have, so “Full.png” does not fit.'
  await anas
    .context()
    .route('**/files/*?name=*', (route) =>
      route.fulfill({ status: 409, json: { error: { code: 'noRoom', message } } }),
    )
  await prose(anas).click()
  await give(anas, 'paste', {
    name: 'Full.png',
    type: 'image/png',
    bytes: await picture(anas, 'red'),
  })
  const alert = anas.getByRole('alert').filter({ hasText: message })
  await expect(alert).toBeVisible()
  await expectAccessible(anas, 'a picture that was not taken')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(alert).toBeVisible()
  await alert.getByRole('button', { name: 'Remove' }).click()
  await expect(shown(anas)).toHaveCount(0)
  await expect(sync(anas)).toHaveText('Saved')
  // A file that is no picture, whatever it is called, is a file.
  await anas.context().unrouteAll()
  await give(anas, 'paste', {
    name: 'bomb.png',
    type: 'image/png',
    bytes: Buffer.from('PK\u0003\u0004not a picture'),
  })
  await expect(anas.getByText('bomb.png')).toBeVisible()
  await expect(anas.getByRole('link', { name: 'Download bomb.png' })).toBeVisible()
})

test('a picture copied into another story is seen there, by those who may', async ({ open }) => {
  const { server, team } = app()
  const { id, ana, bo } = await team(['From here', 'To there'])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  await prose(anas).click()
  await give(anas, 'paste', {
    name: 'Shared.png',
    type: 'image/png',
    bytes: await picture(anas, 'olive'),
  })
  await expectDrawn(anas)
  await expect(sync(anas)).toHaveText('Saved')
  await shown(anas).click()
  await anas.keyboard.press('ControlOrMeta+c')
  await anas.goto(server.url + storyPath(id, 'ST-2'))
  await prose(anas).click()
  await anas.keyboard.press('ControlOrMeta+v')
  await expectDrawn(anas)
  const bos = await open(server, bo, storyPath(id, 'ST-2'))
  await expectDrawn(bos)
})

test('on a phone a picture comes from the bar above the keyboard', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team(['From the phone'])
  const page = await open(server, ana, storyPath(id, 'ST-1'), {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const choosing = page.waitForEvent('filechooser')
  await prose(page).tap()
  await page.getByRole('button', { name: 'Add a picture or file' }).tap()
  const buffer = await picture(page, 'maroon', [300, 600])
  await (await choosing).setFiles({ name: 'Photo.png', mimeType: 'image/png', buffer })
  await expectDrawn(page)
  await shown(page).tap()
  await expect(bar(page, 'Photo.png').getByRole('button', { name: 'Zoom' })).toBeVisible()
  await expectAccessible(page, 'a picture on a phone')
  await bar(page, 'Photo.png').getByRole('button', { name: 'Zoom' }).tap()
  await expect(page.getByRole('dialog', { name: 'Picture: Photo.png' })).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).tap()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  // Side by side they are small; a finger on one means it, not the bar that is not there yet.
  await give(page, 'paste', { name: 'Small.png', type: 'image/png', bytes: buffer })
  await expectDrawn(page, 2)
  await shown(page).last().tap()
  await bar(page, 'Small.png').getByRole('button', { name: 'Put side by side' }).tap()
  const row = page.locator('[data-block="imageRow"] img')
  await expect(row).toHaveCount(2)
  await prose(page).locator('p').last().tap()
  const { width } = (await row.first().boundingBox())!
  await row.first().tap({ position: { x: width - 30, y: 24 } })
  await expect(bar(page, 'Photo.png')).toHaveClass(/is-shown/)
  await expect(row).toHaveCount(2)
})
