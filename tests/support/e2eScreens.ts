import { expect, type Locator, type Page } from '@playwright/test'

/** The vocabulary of the screens: what people see, by the names assistive technology gives it. */

/** How far the work has got, as the bar says it: `Saved`, `1 change on this device`, `Offline`, … */
export const sync = (page: Page): Locator => page.locator('[data-sync]')

/** A stage of the board: `Idea`, `Refinement`, `Ready for assignment`, `Won't do`. */
export const column = (page: Page, stage: string): Locator =>
  page.locator('section[data-column]').filter({ has: page.getByRole('heading', { name: stage }) })

/** The card of a story, wherever it is (or inside what is given). Cards carry their whole title in their name. */
export const card = (within: Page | Locator, title: string): Locator =>
  within.getByRole('article', { name: title })

/** Where a story's prose is written, or only read. */
export const prose = (page: Page): Locator =>
  page
    .getByRole('textbox', { name: /^(Text (of|von)|Story text)/ })
    .or(page.getByRole('article', { name: /^(Text (of|von)|Story text)/ }))

/** Gives a story's words, a line a block, without the names at the carets of others. */
export function words(page: Page): Promise<string> {
  return prose(page).evaluate((text) => {
    const copy = text.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.story-caret')) caret.remove()
    return [...copy.children]
      .map((block) => (block.textContent ?? '').replace(/\u2060/g, ''))
      .join('\n')
  })
}

/** Where ideas are typed or pasted. */
export const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'New idea' })

/** Opens the composer with its key, once there is a board that listens for it. */
export async function beginCapture(page: Page): Promise<void> {
  await expect(column(page, 'Idea')).toBeVisible()
  await page.keyboard.press('c')
  await expect(composer(page)).toBeFocused()
}

/** A sentence at the edge of the screen. */
export const toast = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('dialog').filter({ hasText: text })

/** What one hears of the board without seeing it. */
export const spoken = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: text })

/** The address of the board; `peek` is the key of the story beside it. */
export const boardPath = (workspace: string, peek?: string): string =>
  `/w/${workspace}/refine${peek === undefined ? '' : `?s=${peek}`}`

/** Turns to what happened to a story, on its page. */
export const toTimeline = (page: Page): Promise<void> =>
  page.getByRole('tab', { name: 'Timeline' }).click()

export const storyPath = (workspace: string, key: string): string => `/w/${workspace}/s/${key}`

/** Pastes as people do: through the clipboard, into what has the focus. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await page.keyboard.press('ControlOrMeta+V')
}

/** Gives where something is once it has stopped moving: what others or an undo have moved slides there. */
async function boxAtRest(what: Locator) {
  for (let [last, frames] = ['', 0]; ;) {
    const box = await what.boundingBox()
    const now = JSON.stringify(box)
    frames = box && now === last ? frames + 1 : 0
    if (box && frames === 3) return box
    last = now
    await what.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
}

/** Drags a card with the mouse to the middle of another place. `drop: false` keeps it in the hand. */
export async function drag(
  page: Page,
  from: Locator,
  to: Locator,
  { drop = true }: { drop?: boolean } = {},
): Promise<void> {
  const start = await boxAtRest(from)
  const end = await boxAtRest(to)
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(start.x + start.width / 2 + 8, start.y + start.height / 2 + 8)
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 })
  if (drop) await page.mouse.up()
}
