import { detailText } from '#components/language/problemText.ts'
import { LOCALES } from '#lib/language/languages.ts'
import type { WireFailure } from '#lib/schema/failure.ts'
import { textsIn } from './texts.ts'

const english = textsIn('en', 'problems')

/**
 * Throws where an answer names its sentence otherwise than it says it: what pages of other languages say is then another
 * thing.
 */
export function checkSaid(body: unknown): void {
  const error = (body as { error?: WireFailure } | null)?.error
  if (!error?.detail) return
  const said = detailText(english, error.detail, error.values, LOCALES.en)
  if (said !== error.message) {
    throw new Error(`The server says "${error.message}", and ${error.detail} is "${said}"`)
  }
}
