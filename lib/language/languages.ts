/** The languages that Sluice speaks; the first where nobody asks for one of them. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** What each is called by those who speak it. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch' }

/** By whose habits dates, numbers and lists are written in a language. */
export const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE' }

/** Where a device keeps its choice: the server must know it with the first request, also before anybody has signed in. */
export const LANGUAGE_COOKIE = 'sluice-language'

/**
 * Gives the language of a page: the one chosen on this device, else what its browser asks for first, else English.
 */
export function languageFor(chosen: string | undefined, acceptLanguage: string | null): Language {
  return known(chosen) ?? asked(acceptLanguage ?? '') ?? LANGUAGES[0]
}

/** Gives a language by its name (`de`, `de-AT`), or null when there is no such one. */
export function known(name: string | undefined): Language | null {
  const primary = name?.trim().toLowerCase().split('-')[0]
  return LANGUAGES.find((language) => language === primary) ?? null
}

/** Gives how text runs in a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr'
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur'])

/** `Accept-Language`: names with weights from 1 down; those of weight 0 are not wanted. */
function asked(header: string): Language | null {
  const wishes = header.split(',').map((part) => {
    const [name, ...parameters] = part.split(';')
    const weight = parameters
      .find((one) => one.trim().startsWith('q='))
      ?.trim()
      .slice(2)
    return { language: known(name), weight: weight === undefined ? 1 : Number(weight) || 0 }
  })
  return (
    wishes
      .filter(({ language, weight }) => language && weight > 0)
      .sort((a, b) => b.weight - a.weight)[0]?.language ?? null
  )
}
