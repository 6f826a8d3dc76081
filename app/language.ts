import { cookies, headers } from 'next/headers'
import { createTranslator } from 'use-intl/core'
import { type Area, fetchMessages, type Messages } from '#components/language/messages.ts'
import { type Language, LANGUAGE_COOKIE, languageFor, LOCALES } from '#lib/language/languages.ts'

/** Gives the language of the page that is asked for. */
export async function requestLanguage(): Promise<Language> {
  const [chosen, asked] = await Promise.all([cookies(), headers()])
  return languageFor(chosen.get(LANGUAGE_COOKIE)?.value, asked.get('accept-language'))
}

/** Gives what writes the texts of an area in the language of the page that is asked for: for what only the server renders. */
export async function requestTexts<A extends Area>(area: A) {
  const language = await requestLanguage()
  const messages = (await fetchMessages(language, [area])) as Messages
  return createTranslator({ locale: LOCALES[language], messages, namespace: area })
}
