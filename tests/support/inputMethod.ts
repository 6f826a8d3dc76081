import { expect, type Locator, type Page } from '@playwright/test'

/** An input method composes letter by letter; what it shows is replaced until it is committed. */
export async function inputMethod(page: Page) {
  const session = await page.context().newCDPSession(page)
  return {
    compose: (text: string) =>
      session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      }),
    commit: (text: string) => session.send('Input.insertText', { text }),
  }
}

/**
 * Composes a word at the end of a field that has the focus, while another one does something to the same thing, and expects
 * that the field keeps what is composed, and the input method its keys.
 */
export async function composeWhile(
  page: Page,
  field: Locator,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const method = await inputMethod(page)
  await expect(field).toBeFocused()
  await page.keyboard.press('ControlOrMeta+End')
  const before = await field.inputValue()
  await method.compose('に')
  await meanwhile()
  await expect(field).toBeFocused()
  await method.compose('にほ')
  await expect(field).toHaveValue(`${before}にほ`)
  for (const key of ['Enter', 'Escape', 'ArrowDown', 'k']) {
    expect(await takes(field, key), `${key} is the input method's`).toBe(false)
  }
  await expect(field).toBeFocused()
  await method.commit('日本')
  await expect(field).toHaveValue(`${before}日本`)
}

/**
 * Gives whether the page takes a key that belongs to an input method, alone or with Ctrl, as Chromium and Firefox tell of it
 * while one composes and as Safari does when the key has just ended that.
 */
function takes(field: Locator, key: string): Promise<boolean> {
  return field.evaluate((element, pressed) => {
    const ways = [{ isComposing: true }, { keyCode: 229 }] as const
    const events = ways.flatMap((way) =>
      [false, true].map((ctrlKey) => {
        const code = pressed === 'k' ? 'KeyK' : pressed
        const init = { key: pressed, code, ctrlKey, ...way, bubbles: true, cancelable: true }
        return new KeyboardEvent('keydown', init)
      }),
    )
    for (const event of events) element.dispatchEvent(event)
    return events.some((event) => event.defaultPrevented)
  }, key)
}
