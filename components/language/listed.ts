import type { TextsIn } from './messages.ts'
import { inAList } from './pageLanguage.ts'

/** Gives names as a sentence lists them; of many the first three and how many more. */
export function listed(words: TextsIn<'words'>, names: readonly string[]): string {
  const shown =
    names.length > 4 ? [...names.slice(0, 3), words('others', { count: names.length - 3 })] : names
  return inAList(shown)
}
