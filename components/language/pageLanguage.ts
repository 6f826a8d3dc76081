import { known, type Language, LANGUAGES, LOCALES } from '#lib/language/languages.ts'

/** Gives the language of the page in this browser; the first one where there is no page. */
export function pageLanguage(): Language {
  return typeof document === 'undefined'
    ? LANGUAGES[0]
    : (known(document.documentElement.lang) ?? LANGUAGES[0])
}

/** Gives by whose habits this page writes dates, numbers and lists. */
export function pageLocale(): string {
  return LOCALES[pageLanguage()]
}

/** Gives a number as this page writes it: `1,204`. */
export function inDigits(count: number): string {
  return count.toLocaleString(pageLocale())
}

/** Gives parts as a sentence of this page lists them: "Ana, Bo and Cy". */
export function inAList(names: readonly string[]): string {
  return new Intl.ListFormat(pageLocale()).format(names)
}
