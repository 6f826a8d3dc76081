import { textsOf } from '#components/language/loaded.ts'
import { shortTitle } from '#lib/domain/inbox/inWords.ts'

/** Gives a title as part of a sentence: in quotation marks, its beginning where it is long. */
export function titleText(title: string): string {
  return textsOf('inbox')('titled', { title: shortTitle(title) })
}
