import { expect, type Locator, type Page } from '@playwright/test'
import { LANGUAGE_COOKIE } from '#lib/language/languages.ts'
import { textsByKey } from './texts.ts'
import { patternsOf } from './textPatterns.ts'

/** By these the palette finds actions; mails are no pages. */
const NEVER_SHOWN = /^(actions\.words|mail)\./

/** As if German had been chosen on this device; shows the page in it. */
export async function inGerman(page: Page): Promise<void> {
  const { origin } = new URL(page.url())
  await page.context().addCookies([{ name: LANGUAGE_COOKIE, value: 'de', url: origin }])
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
}

/**
 * Fails where a part of a page says what is an English text, whatever stands in it: to read, to hear, or as a placeholder. `own`: names that
 * people gave, which are in no language.
 */
export async function expectNoEnglish(part: Locator, own: readonly string[] = []): Promise<void> {
  const said = await part.evaluate((root) => {
    const found = new Set<string>()
    const say = (text: string | null | undefined) => text?.trim() && found.add(text.trim())
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { currentNode } = walker
      // Code is no text of the page, and long enough for a pattern to take minutes.
      if (!currentNode.parentElement?.closest('script, style')) say(currentNode.textContent)
    }
    const attributes = ['aria-label', 'placeholder', 'title', 'data-placeholder', 'alt']
    for (const element of [root, ...root.querySelectorAll('*')])
      for (const name of attributes) say(element.getAttribute(name))
    return [...found]
  })
  const without = (text: string) => own.reduce((rest, name) => rest.replaceAll(name, '…'), text)
  expect(said.filter((text) => isEnglish(without(text)))).toEqual([])
}

/** What is said in English and otherwise in German, whatever values stand in it. */
function isEnglish(text: string): boolean {
  const is = (pattern: RegExp) => pattern.test(text)
  return ENGLISH.some(is) && !GERMAN.some(is)
}

const [ENGLISH, GERMAN] = (['en', 'de'] as const).map((language) =>
  [...textsByKey(language)]
    .filter(([key]) => !NEVER_SHOWN.test(key))
    .flatMap(([, text]) => patternsOf(text)),
) as [RegExp[], RegExp[]]
