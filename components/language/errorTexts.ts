import de from '#messages/de/errors.json'
import en from '#messages/en/errors.json'
import type { Language } from '#lib/language/languages.ts'
import { pageLanguage } from './pageLanguage.ts'

const TEXTS: Readonly<Record<Language, typeof en>> = { en, de }

/** Gives what a page says that failed. Here in every language: what could not be fetched may be why it failed. */
export function errorTexts(): typeof en {
  return TEXTS[pageLanguage()]
}
