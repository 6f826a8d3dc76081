import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import type { Area, Messages, Part, TextsIn } from '#components/language/messages.ts'
import { type Language, LOCALES } from '#lib/language/languages.ts'

const FOLDER = 'messages'

/** Gives the names of the areas that a language has texts of. */
function areasOf(language: Language): readonly Area[] {
  return readdirSync(join(FOLDER, language)).map((file) => file.replace(/\.json$/, '') as Area)
}

/** Gives all texts of a language as they are written. */
export function messagesOf(language: Language): Messages {
  const read = (area: Area) =>
    JSON.parse(readFileSync(join(FOLDER, language, `${area}.json`), 'utf8')) as unknown
  return Object.fromEntries(areasOf(language).map((area) => [area, read(area)])) as never
}

/** Gives what writes texts in a language. A missing text or value fails the test. */
export function textsIn<P extends Part>(language: Language, part: P): TextsIn<P> {
  return createTranslator({
    locale: LOCALES[language],
    messages: messagesOf(language),
    namespace: part,
    onError: (error) => {
      throw error
    },
  })
}

/** Gives every text by its whole key: `settings.nav.account`. */
export function textsByKey(language: Language): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const visit = (value: unknown, key: string) => {
    if (typeof value === 'string') found.set(key, value)
    else
      for (const [name, one] of Object.entries(value as object))
        visit(one, key ? `${key}.${name}` : name)
  }
  visit(messagesOf(language), '')
  return found
}
