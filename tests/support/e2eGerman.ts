import { expect, type Locator, type Page } from '@playwright/test'
import { LANGUAGE_COOKIE } from '#lib/language/languages.ts'
import { textsByKey } from './texts.ts'

/** As if German had been chosen on this device; shows the page in it. */
export async function inGerman(page: Page): Promise<void> {
  const { origin } = new URL(page.url())
  await page.context().addCookies([{ name: LANGUAGE_COOKIE, value: 'de', url: origin }])
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
}

/**
 * Fails where a part of a page says what is an English text, whole: to read, to hear, or as a placeholder. `own`: names that
 * people gave, which are in no language.
 */
export async function expectNoEnglish(part: Locator, own: readonly string[] = []): Promise<void> {
  const said = await part.evaluate((root) => {
    const found = new Set<string>()
    const say = (text: string | null | undefined) => text?.trim() && found.add(text.trim())
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) say(walker.currentNode.textContent)
    const attributes = ['aria-label', 'placeholder', 'title', 'data-placeholder', 'alt']
    for (const element of [root, ...root.querySelectorAll('*')])
      for (const name of attributes) say(element.getAttribute(name))
    return [...found]
  })
  expect(said.filter((text) => ENGLISH.has(text) && !own.includes(text))).toEqual([])
}

/** What is said in English and otherwise in German, without what has values in it. */
const ENGLISH: ReadonlySet<string> = onlyEnglish()

function onlyEnglish(): ReadonlySet<string> {
  const german = textsByKey('de')
  const all = new Set(german.values())
  const plain = [...textsByKey('en').values()].filter((text) => !/[{<]/.test(text))
  return new Set(plain.filter((text) => text.length > 3 && !all.has(text)))
}
