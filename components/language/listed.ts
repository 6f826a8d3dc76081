import type { TextsIn } from './messages.ts'
import { pageLocale } from './pageLanguage.ts'

/** Gives names as a sentence lists them; of many the first three and how many more. */
export function listed(words: TextsIn<'words'>, names: readonly string[]): string {
  const shown =
    names.length > 4 ? [...names.slice(0, 3), words('others', { count: names.length - 3 })] : names
  return inAList(shown)
}

/** Gives parts as a sentence of this page lists them: "A, B and C". */
export function inAList(parts: readonly string[]): string {
  return new Intl.ListFormat(pageLocale()).format(parts)
}
