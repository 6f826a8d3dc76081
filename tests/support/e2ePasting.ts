import { expect, type Page } from './e2e.ts'
import { prose } from './e2eScreens.ts'

/** What a program puts on the clipboard. */
export interface Clipboard {
  readonly html?: string
  readonly text?: string
}

/** Pastes into the text what another program would have put on the clipboard. Gives how long the page stood still, in ms. */
export async function pasteFrom(page: Page, clipboard: Clipboard): Promise<number> {
  await prose(page).focus()
  return prose(page).evaluate((textbox, { html, text }) => {
    const data = new DataTransfer()
    if (html !== undefined) data.setData('text/html', html)
    if (text !== undefined) data.setData('text/plain', text)
    const start = performance.now()
    textbox.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
    return performance.now() - start
  }, clipboard)
}

/** Takes everything out of the text. */
export async function clear(page: Page): Promise<void> {
  await prose(page).focus()
  // A section keeps the selection to itself at first: again, then all of it.
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Backspace')
}

/** Gives the text as Markdown, as its button copies it. */
export async function asMarkdown(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('')
  return page.evaluate(() => navigator.clipboard.readText())
}
