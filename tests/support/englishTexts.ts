import compile from 'icu-minify/compile'
import { keepTexts } from '#components/language/loaded.ts'
import { messagesOf } from './texts.ts'

// As on a page that has fetched everything: what a test shows or does says it in English.
keepTexts(takenApart(messagesOf('en')) as never)

/** As the build does it (bin/setup/messagesLoader.mjs). */
export function takenApart(texts: unknown): unknown {
  if (typeof texts === 'string') return compile(texts)
  return Object.fromEntries(
    Object.entries(texts as object).map(([name, one]) => [name, takenApart(one)]),
  )
}
