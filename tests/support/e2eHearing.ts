import type { Page } from '@playwright/test'

/**
 * Gives a function that says what a screen reader would have heard from a page since this was called: each text that came
 * into a live region, in order, once for each time. What is being saved is left out: it depends on the network.
 */
export async function listenTo(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const LIVE =
      '[role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"]'
    const last = new WeakMap<Element, string>()
    const listen = () => {
      for (const region of document.querySelectorAll(LIVE)) {
        if (region.closest('[data-sync]') || region.querySelector('[data-sync]')) continue
        // Buttons of a toast are not part of what it says.
        const words = region.cloneNode(true) as Element
        for (const button of words.querySelectorAll('button')) button.remove()
        const said = (words.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
        if (last.get(region) === said) continue
        last.set(region, said)
        if (said !== '') heard.push(said)
      }
    }
    listen()
    heard.length = 0
    new MutationObserver(listen).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
}
