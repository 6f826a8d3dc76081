import { vi } from 'vitest'
import { keepTexts } from '#components/language/loaded.ts'
import { takenApart } from './englishTexts.ts'
import { messagesOf } from './texts.ts'

/** As on a page that is in German, for the whole file of a test: before anything has said a text. */
export function becomeGerman(): void {
  vi.stubGlobal('document', { documentElement: { lang: 'de' } })
  keepTexts(takenApart(messagesOf('de')) as never)
}
