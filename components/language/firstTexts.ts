import { use } from 'react'
import { type Language, LANGUAGES } from '#lib/language/languages.ts'
import { keepTexts, loadTexts } from './loaded.ts'
import type { Area, Messages } from './messages.ts'
import { pageLanguage } from './pageLanguage.ts'

const ALWAYS = ['board', 'flow', 'shell', 'ui', 'words'] as const satisfies readonly Area[]
const IN_ENGLISH: readonly Area[] = ALWAYS
// Why something is refused the domain says in English by itself.
const IN_OTHERS: readonly Area[] = [...ALWAYS, 'refusals']

/** The texts that came with a page, and the language they are in. */
export interface FirstTexts {
  readonly language: Language
  readonly messages: Pick<Messages, (typeof ALWAYS)[number]>
}

/** Gives what the first picture of a workspace says, and whatever can be done in it: this comes with the page's HTML. */
export function firstAreas(language: Language): readonly Area[] {
  return language === LANGUAGES[0] ? IN_ENGLISH : IN_OTHERS
}

/**
 * Makes the texts that came with the page known to it. A page that was kept for offline may have come in another language than
 * the one chosen since: its own are then fetched.
 */
export function useFirstTexts({ language, messages }: FirstTexts): void {
  if (typeof document === 'undefined') return
  if (language === pageLanguage()) keepTexts(messages)
  else use(loadTexts(firstAreas(pageLanguage())))
}
