import {
  expect,
  expectAccessible,
  inEachTheme,
  type Page,
  test,
  useApp,
} from '#tests/support/e2e.ts'
import { bar, expectDrawn, give, picture } from '#tests/support/e2ePictures.ts'
import { prose, storyPath, sync } from '#tests/support/e2eScreens.ts'

const STORY = 'Show the map'

const app = useApp()

const pins = (page: Page) =>
  prose(page).getByRole('button', { name: /^Comment \d on this picture/ })
const zoomed = (page: Page) => page.getByRole('dialog', { name: 'Picture: Map.png' })
const threads = (page: Page) => page.getByRole('list', { name: 'Threads, newest first' })
const comment = (page: Page) => page.getByRole('textbox', { name: 'Comment', exact: true })

async function putMap(page: Page): Promise<void> {
  await prose(page).click()
  await page.keyboard.type('The map:')
  const bytes = await picture(page, 'teal')
  await give(page, 'paste', { name: 'Map.png', type: 'image/png', bytes })
  await expectDrawn(page)
  await expect(sync(page)).toHaveText('Saved')
}

async function openPart(page: Page): Promise<void> {
  await page.locator('.story-picture-frame').hover()
  await bar(page, 'Map.png').getByRole('button', { name: 'Comment on a part' }).click()
  await expect(zoomed(page)).toBeVisible()
}

/** Gives where the frame of a part is on its picture, in per cent. */
async function partOn(page: Page, holder: string, number: number): Promise<readonly number[]> {
  return page.locator(holder).evaluate((box, index) => {
    const whole = box.getBoundingClientRect()
    const part = box.querySelectorAll('.story-region')[index]!.getBoundingClientRect()
    return [
      (part.left - whole.left) / whole.width,
      (part.top - whole.top) / whole.height,
      part.width / whole.width,
      part.height / whole.height,
    ].map((share) => Math.round(share * 100))
  }, number - 1)
}

test('[TA9] parts of a picture are commented on by keys and by dragging, seen by the other in the text and zoomed; without the picture a thread keeps its name', async ({
  open,
}) => {
  const { server, team } = app()
  const { id, ana, bo } = await team([STORY])
  const anas = await open(server, ana, storyPath(id, 'ST-1'))
  await putMap(anas)
  // By keys alone: a frame in the middle, moved and sized.
  await openPart(anas)
  await expect(zoomed(anas).getByRole('button', { name: 'The part you comment on' })).toBeFocused()
  await anas.keyboard.press('ArrowLeft')
  await anas.keyboard.press('Shift+ArrowDown')
  await anas.keyboard.press('Enter')
  await expect(comment(anas)).toBeFocused()
  await anas.keyboard.type('+ and 0 are words here, not keys')
  await anas.keyboard.press('ControlOrMeta+Enter')
  await expect(zoomed(anas).getByRole('group', { name: 'Thread' })).toContainText('are words here')
  await expect(zoomed(anas).getByText('100 %')).toBeVisible()
  await anas.keyboard.press('Escape')
  await expect(zoomed(anas).getByRole('group', { name: 'Thread' })).toHaveCount(0)
  await anas.keyboard.press('Escape')
  await expect(zoomed(anas)).toHaveCount(0)
  await expect(pins(anas)).toHaveText('1')

  // The other one: the pin opens the thread, its quote in the list leads to the part.
  const bos = await open(server, bo, storyPath(id, 'ST-1'))
  await expectDrawn(bos)
  expect(await partOn(bos, '.story-picture-frame', 1)).toEqual([33, 35, 30, 32])
  await pins(bos).click()
  await expect(bos.getByRole('dialog', { name: 'Thread beside the text' })).toContainText('words')
  await bos.keyboard.press('Escape')
  await threads(bos)
    .getByRole('button', { name: /Part 1 of\s+Map\.png/ })
    .click()
  await expect(bos.locator('.story-region.is-at-hand')).toBeInViewport()
  await bos.keyboard.press('Escape')

  // Zoomed: a second part, dragged.
  await openPart(bos)
  const sheet = (await bos.locator('.story-drawing').boundingBox())!
  await bos.mouse.move(sheet.x + sheet.width * 0.7, sheet.y + sheet.height * 0.9)
  await bos.mouse.down()
  await bos.mouse.move(sheet.x + sheet.width * 0.5, sheet.y + sheet.height * 0.7, { steps: 4 })
  await bos.mouse.up()
  await comment(bos).fill('And this?')
  await expectAccessible(bos, 'a part of a picture that is commented on')
  await bos.keyboard.press('ControlOrMeta+Enter')
  const inZoom = await partOn(bos, '.story-lightbox-sheet', 2)
  expect(inZoom).toEqual([50, 70, 20, 20])
  await expect(pins(anas)).toHaveText(['1', '2'])
  expect(await partOn(anas, '.story-picture-frame', 2)).toEqual(inZoom)
  // What opens over the zoomed picture works there, too.
  await zoomed(bos).getByRole('button', { name: 'React' }).click()
  await bos.getByRole('button', { name: 'React with 👍' }).click()
  await expect(zoomed(bos).getByRole('button', { name: /👍 1: Bo/ })).toBeVisible()
  await bos.keyboard.press('Escape')
  await bos.keyboard.press('Escape')
  await expect(zoomed(bos)).toHaveCount(0)

  await anas.locator('.story-picture-frame').hover()
  await bar(anas, 'Map.png').getByRole('button', { name: 'Remove picture' }).click()
  await expect(threads(bos)).toContainText('The picture this was about is gone: Map.png')
})

test('on a phone a finger draws the part', async ({ open }) => {
  const { server, team } = app()
  const { id, ana } = await team([STORY])
  const writer = await open(server, ana, storyPath(id, 'ST-1'))
  await putMap(writer)
  const phone = await open(server, ana, storyPath(id, 'ST-1'), {
    viewport: { width: 390, height: 800 },
    hasTouch: true,
    isMobile: true,
  })
  await expectDrawn(phone)
  await phone.locator('.story-picture-frame > img').tap()
  await bar(phone, 'Map.png').getByRole('button', { name: 'Comment on a part' }).tap()
  const sheet = (await phone.locator('.story-drawing').boundingBox())!
  const touch = await phone.context().newCDPSession(phone)
  const at = (x: number, y: number) => [
    { x: sheet.x + sheet.width * x, y: sheet.y + sheet.height * y },
  ]
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0.2, 0.2) })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(0.4, 0.5) })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await comment(phone).fill('Too small to hit')
  await inEachTheme(phone, 'a part of a picture on a phone')
  await phone.getByRole('button', { name: 'Comment', exact: true }).tap()
  await expect(zoomed(phone).getByRole('group', { name: 'Thread' })).toContainText('Too small')
  expect(await partOn(phone, '.story-lightbox-sheet', 1)).toEqual([20, 20, 20, 30])
})
