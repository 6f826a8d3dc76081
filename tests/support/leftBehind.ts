import type { Page } from '@playwright/test'
import type { Language } from '#lib/language/languages.ts'
import { textsByKey } from './texts.ts'

/**
 * Gives what a page in another language says in English: whatever can be read or heard on it that is an English text, whole,
 * and is said otherwise in its own language.
 */
export async function leftInEnglish(page: Page, language: Language): Promise<readonly string[]> {
  const own = textsByKey(language)
  const others = new Set(own.values())
  const english = new Set<string>()
  for (const [key, text] of textsByKey('en')) {
    if (own.get(key) !== text && !others.has(text) && !text.includes('{')) english.add(text.trim())
  }
  return (await saidOn(page)).filter((text) => english.has(text))
}

/** Every text on a page, and what of it is heard or shown beside it. */
function saidOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said = new Set<string>()
    const add = (text: string | null) => text?.trim() && said.add(text.trim())
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement?.closest('script, style'))
        add(walker.currentNode.textContent)
    }
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
        add(element.getAttribute(name))
    }
    return [...said]
  })
}
